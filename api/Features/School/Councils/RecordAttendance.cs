using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Councils;

/// <summary>The chair notes who of the members is there.</summary>
public static class RecordAttendance
{
    public static void Map(RouteGroupBuilder council) =>
        council.MapPut("/meetings/{meetingId:guid}/attendance", async (Guid meetingId, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(meetingId, body.Version, body.Present), ct)))
            .Operation(nameof(RecordAttendance), Permission.CouncilLead);

    /// <param name="Present">All who are there; whoever is not named is not.</param>
    public sealed record Body(int Version, IReadOnlyList<Guid> Present);

    public sealed record Command(Guid Id, int Version, IReadOnlyList<Guid> Present) : ICommand<CouncilState<CouncilMeetingStatus>>;

    public sealed class Handler(Db db, Audit audit) : IRequestHandler<Command, CouncilState<CouncilMeetingStatus>>
    {
        public async Task<CouncilState<CouncilMeetingStatus>> Handle(Command command, CancellationToken ct)
        {
            var meeting = await CouncilMeetingRow.Lock(db, command.Id, command.Version, ct);
            meeting.MustBeInSession();
            await db.Execute("update council_attendance set present = person_id = any(@Present) where meeting_id = @Id",
                new { command.Id, Present = command.Present.ToArray() }, ct);
            await db.ExecuteOne("update council_meeting set version = version + 1 where id = @Id", command, ct);
            audit.About(meeting.OrganizationId, meeting.RegionCode, meeting.Id, new AttendanceRecorded(command.Present.Count));
            return meeting.After(meeting.Status);
        }
    }
}
