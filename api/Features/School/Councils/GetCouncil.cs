using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Councils;

/// <summary>Who sits on the council, and what is before it.</summary>
public static class GetCouncil
{
    public static void Map(RouteGroupBuilder ofSchool) =>
        ofSchool.MapGet("/", async (Guid organizationId, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Query(organizationId), ct)))
            .Operation(nameof(GetCouncil), Permission.CouncilRead);

    public sealed record Query(Guid OrganizationId) : IQuery<Result>;

    /// <param name="Seats">Held and offered, the chair first; then those that ended, the latest first.</param>
    /// <param name="Quorum">Members who must be present to decide; null without members.</param>
    /// <param name="ProgramsWaiting">Programs that wait for the council's decision.</param>
    public sealed record Result(
        Guid OrganizationId, string OrganizationName, string TimeZone, IReadOnlyList<Seat> Seats, int Members, int? Quorum,
        int ProgramsWaiting, int OpenTasks, int OverdueTasks, int IncentivesWaiting, int OpenDecisions, Meeting? NextMeeting);

    /// <param name="Basis">The document that it rests on.</param>
    /// <param name="PublicCouncils">Public councils on which the chair sits for the school.</param>
    /// <param name="Reason">Why it ended, or why it was declined.</param>
    public sealed record Seat(
        Guid Id, Guid PersonId, string Name, SeatKind Kind, SeatStatus Status, string? Basis, string? PublicCouncils, DateTime InvitedAt,
        DateOnly? StartedOn, DateOnly? EndedOn, string? Reason, int Version);

    public sealed record Meeting(Guid Id, DateTime StartsAt, string Place, CouncilMeetingStatus Status, int Points);

    sealed record Counts(int ProgramsWaiting, int OpenTasks, int OverdueTasks, int IncentivesWaiting, int OpenDecisions);

    public sealed class Handler(Db db, Caller caller, TimeProvider time) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query query, CancellationToken ct)
        {
            var place = await Place.Of(query.OrganizationId, db, caller, ct);
            return await db.Many(Sql, new { query.OrganizationId, Today = place.Today(time) }, async results =>
            {
                var name = await results.ReadSingleAsync<string>();
                var seats = (await results.ReadAsync<Seat>()).ToList();
                var counts = await results.ReadSingleAsync<Counts>();
                var next = await results.ReadSingleOrDefaultAsync<Meeting>();
                var members = seats.Count(seat => seat.Status == SeatStatus.Held);
                return new Result(place.OrganizationId, name, place.TimeZone, seats, members, members > 0 ? Ballot.Quorum(members) : null,
                    counts.ProgramsWaiting, counts.OpenTasks, counts.OverdueTasks, counts.IncentivesWaiting, counts.OpenDecisions, next);
            }, ct);
        }
    }

    const string Sql = """
        select name_short from organization where id = @OrganizationId;

        select id, person_id, person_name name, seat kind, status, basis, public_councils, invited_at, started_on, ended_on, reason, version
          from council_seat
         where organization_id = @OrganizationId
         order by array_position(array['Held', 'Agreed', 'Invited'], status), seat, coalesce(ended_on, started_on, '9999-01-01') desc, person_name, id;

        select (select count(*)::int from program where organization_id = @OrganizationId and status = 'Council') programs_waiting,
               (select count(*)::int from council_task where organization_id = @OrganizationId and status = 'Open') open_tasks,
               (select count(*)::int from council_task where organization_id = @OrganizationId and status = 'Open' and due_on < @Today) overdue_tasks,
               (select count(*)::int from incentive_proposal where organization_id = @OrganizationId and status = 'Proposed') incentives_waiting,
               (select count(*)::int from council_decision where organization_id = @OrganizationId and status = 'Adopted') open_decisions;

        select m.id, m.starts_at, m.place, m.status, (select count(*)::int from council_agenda_item i where i.meeting_id = m.id) points
          from council_meeting m
         where m.organization_id = @OrganizationId and m.status in ('Planned', 'InSession')
         order by m.status, m.starts_at limit 1
        """;
}
