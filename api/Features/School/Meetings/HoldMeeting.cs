using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Meetings;

/// <summary>Says that a planned meeting was held and what came of it.</summary>
public static class HoldMeeting
{
    public static void Map(RouteGroupBuilder meetings) =>
        meetings.MapPost("/hold", async (Guid meetingId, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(meetingId, body.Version, body.Summary), ct)))
            .Operation(nameof(HoldMeeting), Permission.MeetingWrite);

    /// <param name="Summary">What came of it; at most 4,000 characters.</param>
    public sealed record Body(int Version, string Summary);

    public sealed record Command(Guid Id, int Version, string Summary) : ICommand<MeetingState>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Summary).IsSummary();
    }

    public sealed class Handler(Db db, Audit audit, Caller caller, TimeProvider time) : IRequestHandler<Command, MeetingState>
    {
        public async Task<MeetingState> Handle(Command command, CancellationToken ct)
        {
            var (meeting, program) = await MeetingRow.Lock(db, command.Id, command.Version, ct);
            var becomes = meeting.Become(MeetingStatus.Held);
            meeting.MustHaveBegun(time.GetUtcNow());
            await db.ExecuteOne("update meeting set status = 'Held', summary = @Summary, version = version + 1 where id = @Id", command, ct);
            await MeetingConfirmations.Add(meeting.Id, caller.Scope.Person, Confirmed.Held, time.GetUtcNow(), db, ct);
            await program.Touch(db, time, ct);
            audit.About(program.OrganizationId, program.RegionCode, meeting.Id, new MeetingTookPlace(), program.Id);
            return becomes;
        }
    }
}
