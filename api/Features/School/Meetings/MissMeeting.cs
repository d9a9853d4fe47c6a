using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Meetings;

/// <summary>Says that a planned meeting did not take place.</summary>
public static class MissMeeting
{
    public static void Map(RouteGroupBuilder meetings) =>
        meetings.MapPost("/miss", async (Guid meetingId, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(meetingId, body.Version, body.Reason), ct)))
            .Operation(nameof(MissMeeting), Permission.MeetingWrite);

    /// <param name="Reason">Why, if it is known; at most 1,000 characters.</param>
    public sealed record Body(int Version, string? Reason = null);

    public sealed record Command(Guid Id, int Version, string? Reason) : ICommand<MeetingState>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Reason).MaximumLength(1000);
    }

    public sealed class Handler(Db db, Audit audit, TimeProvider time) : IRequestHandler<Command, MeetingState>
    {
        public async Task<MeetingState> Handle(Command command, CancellationToken ct)
        {
            var (meeting, program) = await MeetingRow.Lock(db, command.Id, command.Version, ct, alsoAfter: true);
            var becomes = meeting.Become(MeetingStatus.Missed);
            meeting.MustHaveBegun(time.GetUtcNow());
            await db.ExecuteOne("update meeting set status = 'Missed', cancel_reason = @Reason, version = version + 1 where id = @Id", command, ct);
            await program.Touch(db, time, ct);
            audit.About(program.OrganizationId, program.RegionCode, meeting.Id, new MeetingMissed(), program.Id);
            return becomes;
        }
    }
}
