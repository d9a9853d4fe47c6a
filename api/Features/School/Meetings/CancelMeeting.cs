using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Meetings;

/// <summary>Calls a planned meeting off.</summary>
public static class CancelMeeting
{
    public static void Map(RouteGroupBuilder meetings) =>
        meetings.MapPost("/cancel", async (Guid meetingId, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(meetingId, body.Version, body.Reason), ct)))
            .Operation(nameof(CancelMeeting), Permission.MeetingWrite);

    /// <param name="Reason">At most 1,000 characters.</param>
    public sealed record Body(int Version, string Reason);

    public sealed record Command(Guid Id, int Version, string Reason) : ICommand<MeetingState>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Reason).NotEmpty().MaximumLength(1000);
    }

    public sealed class Handler(Db db, Audit audit, TimeProvider time) : IRequestHandler<Command, MeetingState>
    {
        public async Task<MeetingState> Handle(Command command, CancellationToken ct)
        {
            var (meeting, program) = await MeetingRow.Lock(db, command.Id, command.Version, ct, alsoAfter: true);
            var becomes = meeting.Become(MeetingStatus.Cancelled);
            await db.ExecuteOne("update meeting set status = 'Cancelled', cancel_reason = @Reason, version = version + 1 where id = @Id", command, ct);
            await program.Touch(db, time, ct);
            audit.About(program.OrganizationId, program.RegionCode, meeting.Id, new MeetingCalledOff(), program.Id);
            return becomes;
        }
    }
}
