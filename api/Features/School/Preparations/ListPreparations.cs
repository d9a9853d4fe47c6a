using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Preparations;

/// <summary>Contests, forums, conferences and festivals for which the council prepares people, with the plan of each. At most 500.</summary>
public static class ListPreparations
{
    public static void Map(RouteGroupBuilder ofSchool) =>
        ofSchool.MapGet("/preparations", async (Guid organizationId, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Query(organizationId), ct)))
            .Operation(nameof(ListPreparations), Permission.CouncilRead);

    public sealed record Query(Guid OrganizationId) : IQuery<IReadOnlyList<Item>>;

    /// <param name="Participants">Who takes part.</param>
    /// <param name="Result">What came of it, or why it was called off.</param>
    /// <param name="StepsDone">Of the plan.</param>
    public sealed record Item(
        Guid Id, PreparationKind Kind, PreparationLevel Level, PreparationStatus Status, string Title, string Participants, string Aim, DateOnly StartsOn,
            string? Result,
        int StepsDone, int StepsTotal, DateOnly? NextDueOn, int Version);

    public sealed class Handler(Db db, Caller caller) : IRequestHandler<Query, IReadOnlyList<Item>>
    {
        public Task<IReadOnlyList<Item>> Handle(Query query, CancellationToken ct) =>
            caller.Scope.Reaches(query.OrganizationId) ? db.List<Item>(Sql, query, ct) : throw new NotFound();
    }

    const string Sql = """
        select p.id, p.kind, p.level, p.status, p.title, p.participants, p.aim, p.starts_on, p.result,
               plan.done steps_done, plan.total steps_total, plan.next_due_on, p.version
          from council_preparation p
          cross join lateral (
              select count(*) filter (where t.status = 'Done')::int done, count(*) filter (where t.status <> 'Dropped')::int total,
                     min(t.due_on) filter (where t.status = 'Open') next_due_on
                from council_task t where t.preparation_id = p.id) plan
         where p.organization_id = @OrganizationId
         order by p.status, case when p.status = 'Preparing' then p.starts_on end, p.starts_on desc, p.id
         limit 500
        """;
}
