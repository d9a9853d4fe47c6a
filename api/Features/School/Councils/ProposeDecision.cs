using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Councils;

/// <summary>A member puts the wording of a decision to a point of the agenda.</summary>
public static class ProposeDecision
{
    public static void Map(RouteGroupBuilder council) =>
        council.MapPost("/meetings/{meetingId:guid}/decisions", async (Guid meetingId, Body body, IMediator mediator, CancellationToken ct) =>
            {
                var state = await mediator.Send(new Command(meetingId, body.AgendaItemId, body.Text, body.ResponsibleName, body.DueOn), ct);
                return TypedResults.Created($"/api/v1/council/meetings/{meetingId}", state);
            })
            .Operation(nameof(ProposeDecision), Permission.CouncilWork);

    /// <param name="Text">At most 2,000 characters.</param>
    /// <param name="ResponsibleName">Who carries it out; at most 200 characters.</param>
    public sealed record Body(Guid AgendaItemId, string Text, string? ResponsibleName = null, DateOnly? DueOn = null);

    public sealed record Command(Guid MeetingId, Guid AgendaItemId, string Text, string? ResponsibleName, DateOnly? DueOn)
        : ICommand<CouncilState<DecisionStatus>>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Text).NotEmpty().MaximumLength(2000);
            RuleFor(c => c.ResponsibleName).MaximumLength(200);
        }
    }

    public sealed class Handler(Db db, Audit audit, TimeProvider time) : IRequestHandler<Command, CouncilState<DecisionStatus>>
    {
        public async Task<CouncilState<DecisionStatus>> Handle(Command command, CancellationToken ct)
        {
            var meeting = await CouncilMeetingRow.Lock(db, command.MeetingId, null, ct);
            meeting.MustBeInSession();
            var id = Guid.CreateVersion7(time.GetUtcNow());
            var added = await db.Execute(Insert, new { id, command.MeetingId, command.AgendaItemId, command.Text, command.ResponsibleName, command.DueOn }, ct);
            if (added != 1) throw new BadInput("council.point-unknown") { Pointer = "/agendaItemId" };
            audit.About(meeting.OrganizationId, meeting.RegionCode, id, new DecisionProposed());
            return new(id, DecisionStatus.Proposed, 1);
        }
    }

    const string Insert = """
        insert into council_decision (id, meeting_id, agenda_item_id, organization_id, region_code, position, text, status, responsible_name, due_on)
        select @id, meeting_id, id, organization_id, region_code,
               (select coalesce(max(position), 0) + 1 from council_decision where meeting_id = @MeetingId), @Text, 'Proposed', @ResponsibleName, @DueOn
          from council_agenda_item where id = @AgendaItemId and meeting_id = @MeetingId
        """;
}
