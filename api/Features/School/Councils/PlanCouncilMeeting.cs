using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Councils;

/// <summary>The chair calls a meeting of the council with its agenda.</summary>
public static class PlanCouncilMeeting
{
    public static void Map(RouteGroupBuilder ofSchool) =>
        ofSchool.MapPost("/meetings", async (Guid organizationId, Body body, IMediator mediator, CancellationToken ct) =>
            {
                var state = await mediator.Send(new Command(organizationId, body.StartsAt, body.Place, body.Agenda), ct);
                return TypedResults.Created($"/api/v1/council/meetings/{state.Id}", state);
            })
            .Operation(nameof(PlanCouncilMeeting), Permission.CouncilLead);

    /// <param name="StartsAt">In the future.</param>
    /// <param name="Place">A room or a link; at most 300 characters.</param>
    /// <param name="Agenda">1 to 30 points in their order.</param>
    public sealed record Body(DateTimeOffset StartsAt, string Place, IReadOnlyList<AgendaPoint> Agenda);

    public sealed record Command(Guid OrganizationId, DateTimeOffset StartsAt, string Place, IReadOnlyList<AgendaPoint> Agenda)
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

    public sealed class Handler(Db db, Caller caller, Audit audit, TimeProvider time) : IRequestHandler<Command, CouncilState<CouncilMeetingStatus>>
    {
        public async Task<CouncilState<CouncilMeetingStatus>> Handle(Command command, CancellationToken ct)
        {
            var place = await Place.Of(command.OrganizationId, db, caller, ct);
            var now = time.GetUtcNow();
            if (command.StartsAt <= now) throw new BadInput("council.meeting-in-the-past") { Pointer = "/startsAt" };
            var id = Guid.CreateVersion7(now);
            await db.Execute(Insert,
                new { id, place.OrganizationId, place.RegionCode, StartsAt = command.StartsAt.UtcDateTime, command.Place, By = caller.Name }, ct);
            var meeting = new CouncilMeetingRow(id, place.OrganizationId, place.RegionCode, CouncilMeetingStatus.Planned,
                command.StartsAt.UtcDateTime, 1, place.TimeZone);
            foreach (var (position, point) in command.Agenda.Index()) await AgendaPoint.Add(point, position + 1, meeting, Guid.CreateVersion7(now), db, ct);
            audit.About(place.OrganizationId, place.RegionCode, id, new CouncilMeetingSet(command.Agenda.Count));
            return new(id, CouncilMeetingStatus.Planned, 1);
        }
    }

    const string Insert = """
        insert into council_meeting (id, organization_id, region_code, status, starts_at, place, called_by_name)
        values (@id, @OrganizationId, @RegionCode, 'Planned', @StartsAt, @Place, @By)
        """;
}
