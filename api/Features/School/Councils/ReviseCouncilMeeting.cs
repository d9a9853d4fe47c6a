using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Councils;

/// <summary>The chair changes the hour, the place or the agenda of a meeting that is not yet opened.</summary>
public static class ReviseCouncilMeeting
{
    public static void Map(RouteGroupBuilder council) =>
        council.MapPut("/meetings/{meetingId:guid}", async (Guid meetingId, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(meetingId, body.Version, body.StartsAt, body.Place, body.Agenda), ct)))
            .Operation(nameof(ReviseCouncilMeeting), Permission.CouncilLead);

    /// <param name="StartsAt">In the future.</param>
    /// <param name="Place">A room or a link; at most 300 characters.</param>
    /// <param name="Agenda">1 to 30 points in their order, instead of those before.</param>
    public sealed record Body(int Version, DateTimeOffset StartsAt, string Place, IReadOnlyList<AgendaPoint> Agenda);

    public sealed record Command(Guid Id, int Version, DateTimeOffset StartsAt, string Place, IReadOnlyList<AgendaPoint> Agenda)
        : ICommand<CouncilState<CouncilMeetingStatus>>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Place).NotEmpty().MaximumLength(300);
            RuleFor(c => c.Agenda).Must(agenda => agenda.Count is > 0 and <= 30);
            RuleForEach(c => c.Agenda).SetValidator(new AgendaPoint.Validator());
        }
    }

    public sealed class Handler(Db db, Audit audit, TimeProvider time) : IRequestHandler<Command, CouncilState<CouncilMeetingStatus>>
    {
        public async Task<CouncilState<CouncilMeetingStatus>> Handle(Command command, CancellationToken ct)
        {
            var meeting = await CouncilMeetingRow.Lock(db, command.Id, command.Version, ct);
            if (meeting.Status != CouncilMeetingStatus.Planned) throw new RuleViolation("council.meeting-not-now");
            var now = time.GetUtcNow();
            if (command.StartsAt <= now) throw new BadInput("council.meeting-in-the-past") { Pointer = "/startsAt" };
            await db.ExecuteOne("update council_meeting set starts_at = @StartsAt, place = @Place, version = version + 1 where id = @Id",
                new { command.Id, StartsAt = command.StartsAt.UtcDateTime, command.Place }, ct);
            await db.Execute("delete from council_agenda_item where meeting_id = @Id", command, ct);
            foreach (var (position, point) in command.Agenda.Index()) await AgendaPoint.Add(point, position + 1, meeting, Guid.CreateVersion7(now), db, ct);
            audit.About(meeting.OrganizationId, meeting.RegionCode, meeting.Id, new CouncilMeetingRevised(command.Agenda.Count));
            return meeting.After(CouncilMeetingStatus.Planned);
        }
    }
}
