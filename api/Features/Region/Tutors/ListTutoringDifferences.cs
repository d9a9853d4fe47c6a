using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.Tutors;

/// <summary>Where a tutor and a teacher's school say different things: what the caller has to settle with the other side, by teacher.</summary>
public static class ListTutoringDifferences
{
    public static void Map(RouteGroupBuilder api) =>
        api.MapGet("/tutoring-differences", async (Guid? organizationId, string? cursor, int? size, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Query(organizationId, cursor, size), ct)))
            .WithDescription("With a school: those of its teachers. Without: those of the teachers whom the caller accompanies as a tutor.")
            .Operation(nameof(ListTutoringDifferences), Permission.TutoringRead);

    /// <param name="OrganizationId">The school; absent for the caller's own teachers.</param>
    /// <param name="Size">Items of a page, 1 to 200; 50 when absent.</param>
    public sealed record Query(Guid? OrganizationId, string? Cursor, int? Size) : IQuery<Page<Item>>;

    public sealed record Item(Guid TutoringId, string PersonName, string TutorName, string OrganizationName, TutoringSaid Said);

    sealed record Row
    {
        public Guid TutoringId { get; init; }
        public required string PersonName { get; init; }
        public required string TutorName { get; init; }
        public required string OrganizationName { get; init; }
        public TutoringSubject Subject { get; init; }
        public TutoringMark? TutorSays { get; init; }
        public string? TutorWords { get; init; }
        public DateTime? TutorAt { get; init; }
        public TutoringMark? SchoolSays { get; init; }
        public string? SchoolWords { get; init; }
        public DateTime? SchoolAt { get; init; }

        public Item Shown => new(TutoringId, PersonName, TutorName, OrganizationName,
            new(Subject, TutorSays, TutorWords, TutorAt, SchoolSays, SchoolWords, SchoolAt, true, TutoringMarks.Of(Subject)));
    }

    public sealed class Validator : AbstractValidator<Query>
    {
        public Validator() => RuleFor(q => q.Size).InclusiveBetween(1, Cursors.LargestSize);
    }

    public sealed record After(string Name, Guid Id, string Subject);

    public sealed class Handler(Db db, Caller caller, Cursors cursors) : IRequestHandler<Query, Page<Item>>
    {
        public async Task<Page<Item>> Handle(Query query, CancellationToken ct)
        {
            if (query.OrganizationId is { } school) caller.Scope.MustReach(school);
            var (size, list) = (query.Size ?? Cursors.DefaultSize, $"{nameof(ListTutoringDifferences)}/{query.OrganizationId}");
            var after = cursors.Read<After>(query.Cursor, list);
            var rows = await db.List<Row>(Sql, new
            {
                School = query.OrganizationId, caller.Scope.Person, after?.Name, after?.Id, after?.Subject, Take = size + 1,
            }, ct);
            var page = cursors.Page(rows, size, list, row => new After(row.PersonName, row.TutoringId, row.Subject.ToString()));
            return new([.. page.Items.Select(row => row.Shown)], page.Next);
        }
    }

    // Only a tutor's mark can differ: whoever has none is not looked at.
    const string Sql = """
        select a.id tutoring_id, a.person_name, a.tutor_name, o.name_short organization_name, s.*
          from tutor_assignment a join organization o on o.id = a.organization_id
         cross join lateral tutoring_said(a.region_code, a.id) s
         where a.status = 'Active' and case when @School::uuid is null then a.tutor_id = @Person else a.organization_id = @School end
           and exists (select from tutoring_mark m where m.region_code = a.region_code and m.assignment_id = a.id and m.side = 'Tutor')
           and s.differs and (@Id::uuid is null or (a.person_name, a.id, s.subject) > (@Name, @Id, @Subject))
         order by a.person_name, a.id, s.subject
         limit @Take
        """;
}
