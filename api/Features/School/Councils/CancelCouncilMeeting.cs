using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Councils;

/// <summary>The chair calls a planned meeting off.</summary>
public static class CancelCouncilMeeting
{
    public static void Map(RouteGroupBuilder council) =>
        council.MapPost("/meetings/{meetingId:guid}/cancel", async (Guid meetingId, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(meetingId, body.Version, body.Reason), ct)))
            .Operation(nameof(CancelCouncilMeeting), Permission.CouncilLead);

    /// <param name="Reason">At most 500 characters.</param>
    public sealed record Body(int Version, string Reason);

    public sealed record Command(Guid Id, int Version, string Reason) : ICommand<CouncilState<CouncilMeetingStatus>>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Reason).NotEmpty().MaximumLength(500);
    }

    public sealed class Handler(Db db, Audit audit) : IRequestHandler<Command, CouncilState<CouncilMeetingStatus>>
    {
        public async Task<CouncilState<CouncilMeetingStatus>> Handle(Command command, CancellationToken ct)
        {
            var meeting = await CouncilMeetingRow.Lock(db, command.Id, command.Version, ct);
            var next = meeting.Next(CouncilMeetingStep.Cancel);
            await db.ExecuteOne("update council_meeting set status = 'Cancelled', cancel_reason = @Reason, version = version + 1 where id = @Id", command, ct);
            audit.About(meeting.OrganizationId, meeting.RegionCode, meeting.Id, new CouncilMeetingCalledOff());
            return meeting.After(next);
        }
    }
}
