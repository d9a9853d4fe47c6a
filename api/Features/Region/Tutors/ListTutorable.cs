using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.Tutors;

/// <summary>The teachers without a tutor in the schools that the body stands behind with this service today, by name.</summary>
public static class ListTutorable
{
    public static void Map(RouteGroupBuilder ofBody) =>
        ofBody.MapGet("/tutorable", async (Guid organizationId, string? search, string? municipality, string? cursor, int? size, IMediator mediator,
            CancellationToken ct) => TypedResults.Ok(await mediator.Send(new Query(organizationId, search, municipality, cursor, size), ct)))
            .WithDescription("The names of a school's teachers are open to a body for as long as it stands behind the school with `route-tutoring`.")
            .Operation(nameof(ListTutorable), Permission.TutorManage);

    /// <param name="Search">A part of the teacher's or the school's name.</param>
    /// <param name="Municipality">Code of a territory: schools on it and below it.</param>
    /// <param name="Size">Items of a page, 1 to 200; 50 when absent.</param>
    public sealed record Query(Guid OrganizationId, string? Search, string? Municipality, string? Cursor, int? Size) : IQuery<Page<Item>>;

    /// <param name="OrganizationId">The school.</param>
    /// <param name="PositionCode">Code of the dictionary `position`.</param>
    public sealed record Item(Guid PersonId, string PersonName, Guid OrganizationId, string NameShort, string TerritoryCode, string PositionCode);

    public sealed class Validator : AbstractValidator<Query>
    {
        public Validator()
        {
            RuleFor(q => q.Search).MaximumLength(200);
            RuleFor(q => q.Size).InclusiveBetween(1, Cursors.LargestSize);
        }
    }

    public sealed record After(string Name, Guid Id);

    public sealed class Handler(Db db, Caller caller, Cursors cursors) : IRequestHandler<Query, Page<Item>>
    {
        public async Task<Page<Item>> Handle(Query query, CancellationToken ct)
        {
            caller.Scope.MustReach(query.OrganizationId);
            var (size, after) = (query.Size ?? Cursors.DefaultSize, cursors.Read<After>(query.Cursor, nameof(ListTutorable)));
            var rows = await db.List<Item>(Sql, new
            {
                Body = query.OrganizationId, Pattern = Like.Containing(query.Search), query.Municipality, after?.Name, after?.Id, Take = size + 1,
            }, ct);
            return cursors.Page(rows, size, nameof(ListTutorable), row => new After(row.PersonName, row.PersonId));
        }
    }

    const string Sql = """
        select t.person_id, t.person_name, t.organization_id, t.name_short, t.territory_code, t.position_code
          from tutorable(@Body) t
         where (@Pattern::text is null or t.person_name ilike @Pattern or t.name_short ilike @Pattern)
           and (@Municipality::text is null
                or t.territory_code in (select descendant_code from territory_tree where ancestor_code = @Municipality))
           and (@Id::uuid is null or (t.person_name, t.person_id) > (@Name, @Id))
         order by t.person_name, t.person_id
         limit @Take
        """;
}
