using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Councils;

/// <summary>
/// What the council asked to be provided, prepared or corrected: open ones first, the nearest term first. The 500 that are most urgent or
/// finished last.
/// </summary>
public static class ListCouncilTasks
{
    public static void Map(RouteGroupBuilder ofSchool) =>
        ofSchool.MapGet("/tasks", async (Guid organizationId, IMediator mediator, CancellationToken ct) =>
            TypedResults.Ok(await mediator.Send(new Query(organizationId), ct)))
            .Operation(nameof(ListCouncilTasks), Permission.CouncilRead);

    public sealed record Query(Guid OrganizationId) : IQuery<IReadOnlyList<Item>>;

    /// <param name="PreparationId">The preparation whose plan it belongs to.</param>
    /// <param name="ProgramId">The program that is to be corrected or provided for.</param>
    /// <param name="AreaCode">The competence area whose difficulties it answers.</param>
    /// <param name="ResponsibleLeftOn">The day on which whoever answered for it left the organization: with it the task was dropped.</param>
    /// <param name="Overdue">Its day is over and it is open.</param>
    public sealed record Item(
        Guid Id, CouncilTaskKind Kind, CouncilTaskStatus Status, string Title, string ResponsibleName, DateOnly DueOn, Guid? PreparationId,
            string? PreparationTitle,
        Guid? ProgramId, string? ProgramTitle, string? AreaCode, string? Result, DateOnly? FinishedOn, DateOnly? ResponsibleLeftOn,
        bool Overdue, int Version);

    public sealed class Handler(Db db, Caller caller, TimeProvider time) : IRequestHandler<Query, IReadOnlyList<Item>>
    {
        public async Task<IReadOnlyList<Item>> Handle(Query query, CancellationToken ct)
        {
            var place = await Place.Of(query.OrganizationId, db, caller, ct);
            return await db.List<Item>(Sql, new { query.OrganizationId, Today = place.Today(time) }, ct);
        }
    }

    const string Sql = """
        select t.id, t.kind, t.status, t.title, t.responsible_name, t.due_on, t.preparation_id, p.title preparation_title, t.program_id, g.title program_title,
               t.area_code, t.result, t.finished_on, t.responsible_left_on, t.status = 'Open' and t.due_on < @Today overdue, t.version
          from council_task t
          left join council_preparation p on p.id = t.preparation_id
          left join program g on g.id = t.program_id
         where t.organization_id = @OrganizationId
         order by t.status <> 'Open', t.finished_on desc, t.due_on, t.id
         limit 500
        """;
}
