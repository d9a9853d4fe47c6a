using FluentValidation;
using MediatR;
using Mentoring.Api.Features.Common.Organizations;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Practices;

/// <summary>Colleagues who can be named as authors of a practice: whoever works at the school finds them by name. At most 20.</summary>
public static class FindPracticeAuthors
{
    const int Most = 20;

    public static void Map(RouteGroupBuilder ofSchool) =>
        ofSchool.MapGet("/colleagues", async ([AsParameters] Query query, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(query, ct)))
            .Operation(nameof(FindPracticeAuthors), Permission.PracticeShare);

    /// <param name="Search">Words of the name, at most 200 characters; everybody when absent.</param>
    public sealed record Query(Guid OrganizationId, string? Search) : IQuery<IReadOnlyList<Item>>;

    public sealed record Item(Guid PersonId, string Name);

    public sealed class Validator : AbstractValidator<Query>
    {
        public Validator() => RuleFor(q => q.Search).MaximumLength(200);
    }

    public sealed class Handler(Db db, Caller caller) : IRequestHandler<Query, IReadOnlyList<Item>>
    {
        public async Task<IReadOnlyList<Item>> Handle(Query query, CancellationToken ct)
        {
            caller.Scope.MustReach(query.OrganizationId);
            return await db.List<Item>(Sql, new { query.OrganizationId, Words = SearchText.Words(query.Search), caller.Scope.Person, Most }, ct);
        }
    }

    const string Sql = """
        select p.id person_id, person_name(p) name
          from person p
         where p.id <> @Person and exists (select from employment e where e.person_id = p.id and e.organization_id = @OrganizationId and e.ended_on is null)
           and not exists (select from unnest(@Words::text[]) word
                            where translate(lower(person_name(p)), 'ё', 'е') not like '%' || word || '%')
         order by name, p.id limit @Most
        """;
}
