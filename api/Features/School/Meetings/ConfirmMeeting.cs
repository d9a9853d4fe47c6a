using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Meetings;

/// <summary>A participant confirms a meeting: to come, while it is planned; that it was held as recorded, afterwards.</summary>
public static class ConfirmMeeting
{
    public static void Map(RouteGroupBuilder meetings) =>
        meetings.MapPost("/confirm", async (Guid meetingId, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(meetingId, body.Version), ct)))
            .Operation(nameof(ConfirmMeeting), Permission.MeetingConfirm);

    /// <param name="Version">Of the meeting as the person saw it.</param>
    public sealed record Body(int Version);

    public sealed record Command(Guid Id, int Version) : ICommand<MeetingState>;

    sealed record Meeting(Guid ProgramId, Guid OrganizationId, string RegionCode, MeetingStatus Status, int Version) : IVersioned;

    public sealed class Handler(Db db, Audit audit, Caller caller, TimeProvider time) : IRequestHandler<Command, MeetingState>
    {
        public async Task<MeetingState> Handle(Command command, CancellationToken ct)
        {
            var meeting = await db.Lock<Meeting>("select program_id, organization_id, region_code, status, version from meeting where id = @Id for update",
                new { command.Id }, command.Version, ct);
            var about = meeting.Status switch
            {
                MeetingStatus.Planned => Confirmed.Coming,
                MeetingStatus.Held => Confirmed.Held,
                _ => throw new RuleViolation("meeting.nothing-to-confirm"),
            };
            if (!await MeetingConfirmations.Add(command.Id, caller.Person, about, time.GetUtcNow(), db, ct)) throw new NotFound();
            audit.About(meeting.OrganizationId, meeting.RegionCode, command.Id, new MeetingConfirmed(about), meeting.ProgramId);
            return new(command.Id, meeting.Status, meeting.Version);
        }
    }
}
