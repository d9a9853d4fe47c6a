using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.Initiatives;

/// <summary>Somebody in an initiative calls a meeting of the group off; the others are told.</summary>
public static class CancelInitiativeMeeting
{
    public static void Map(RouteGroupBuilder initiative) =>
        initiative.MapPost("/meetings/{meetingId:guid}/cancel",
            async (Guid initiativeId, Guid meetingId, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(initiativeId, meetingId, body.Version, body.Reason), ct)))
            .Operation(nameof(CancelInitiativeMeeting), Permission.InitiativeWork);

    /// <param name="Reason">At most 1,000 characters.</param>
    public sealed record Body(int Version, string Reason);

    public sealed record Command(Guid Id, Guid MeetingId, int Version, string Reason) : ICommand<InitiativeMeetingState>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Reason).NotEmpty().MaximumLength(1000);
    }

    sealed record Row(Guid Id, InitiativeMeetingStatus Status, int Version) : IVersioned;

    public sealed class Handler(Db db, Caller caller, Audit audit, TimeProvider time) : IRequestHandler<Command, InitiativeMeetingState>
    {
        public async Task<InitiativeMeetingState> Handle(Command command, CancellationToken ct)
        {
            var group = await InitiativeRow.Join(command.Id, db, caller, time, ct);
            var row = await db.Lock<Row>("""
                select id, status, version from initiative_meeting where initiative_id = @Id and id = @MeetingId for update
                """, command, command.Version, ct);
            var next = InitiativeLife.Meetings.Next(row.Status, InitiativeMeetingStatus.Cancelled);
            await db.ExecuteOne("""
                update initiative_meeting set status = 'Cancelled', reason = @Reason, version = version + 1 where region_code = @RegionCode and id = @Id
                """, new { group.RegionCode, row.Id, Reason = command.Reason.Trim() }, ct);
            group.Tell(audit, row.Id, new InitiativeMeetingCalledOff());
            return new(row.Id, next, row.Version + 1);
        }
    }
}
