using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Councils;

/// <summary>The chair opens the meeting; whoever holds a seat now is counted.</summary>
public static class OpenCouncilMeeting
{
    public static void Map(RouteGroupBuilder council) =>
        council.MapPost("/meetings/{meetingId:guid}/open", async (Guid meetingId, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(meetingId, body.Version, body.Present), ct)))
            .Operation(nameof(OpenCouncilMeeting), Permission.CouncilLead);

    /// <param name="Present">The members who are there; others may come later.</param>
    public sealed record Body(int Version, IReadOnlyList<Guid> Present);

    public sealed record Command(Guid Id, int Version, IReadOnlyList<Guid> Present) : ICommand<CouncilState<CouncilMeetingStatus>>;

    public sealed class Handler(Db db, Audit audit, TimeProvider time) : IRequestHandler<Command, CouncilState<CouncilMeetingStatus>>
    {
        public async Task<CouncilState<CouncilMeetingStatus>> Handle(Command command, CancellationToken ct)
        {
            var meeting = await CouncilMeetingRow.Lock(db, command.Id, command.Version, ct);
            var next = meeting.Next(CouncilMeetingStep.Open);
            await db.ExecuteOne("update council_meeting set status = 'InSession', opened_at = @Now, version = version + 1 where id = @Id",
                new { command.Id, Now = time.GetUtcNow().UtcDateTime }, ct);
            var members = await db.Execute(Members, new { command.Id, Present = command.Present.ToArray() }, ct);
            if (members == 0) throw new RuleViolation("council.no-members");
            audit.About(meeting.OrganizationId, meeting.RegionCode, meeting.Id, new CouncilMeetingOpened(members));
            return meeting.After(next);
        }
    }

    const string Members = """
        insert into council_attendance (meeting_id, organization_id, region_code, person_id, person_name, chair, present)
        select m.id, m.organization_id, m.region_code, s.person_id, s.person_name, s.seat = 'Chair', s.person_id = any(@Present)
          from council_meeting m join council_seat s on s.organization_id = m.organization_id and s.status = 'Held'
         where m.id = @Id
        """;
}
