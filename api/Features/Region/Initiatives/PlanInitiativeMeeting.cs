using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.Initiatives;

/// <summary>Somebody in an initiative sets a meeting of the group, which all find in their day and their calendar.</summary>
public static class PlanInitiativeMeeting
{
    /// <summary>Of those to come.</summary>
    const int Most = 50;

    public static void Map(RouteGroupBuilder initiative) =>
        initiative.MapPost("/meetings", async (Guid initiativeId, Body body, IMediator mediator, CancellationToken ct) =>
            {
                var made = await mediator.Send(
                    new Command(initiativeId, body.StartsAt, body.DurationMinutes, body.Topic, body.Place, body.Link), ct);
                return TypedResults.Created($"/api/v1/initiatives/{initiativeId}", made);
            })
            .Operation(nameof(PlanInitiativeMeeting), Permission.InitiativeWork);

    /// <param name="StartsAt">In the future, at most a year ahead.</param>
    /// <param name="DurationMinutes">5 to 600.</param>
    /// <param name="Topic">At most 300 characters.</param>
    /// <param name="Place">At most 300 characters.</param>
    /// <param name="Link">Of the video call; https, at most 500 characters.</param>
    public sealed record Body(DateTimeOffset StartsAt, int DurationMinutes, string Topic, string? Place = null, string? Link = null);

    public sealed record Command(Guid Id, DateTimeOffset StartsAt, int DurationMinutes, string Topic, string? Place, string? Link)
        : ICommand<InitiativeMeetingState>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.DurationMinutes).InclusiveBetween(5, 600);
            RuleFor(c => c.Topic).NotEmpty().MaximumLength(300);
            RuleFor(c => c.Place).MaximumLength(300);
            RuleFor(c => c.Link).MaximumLength(500)
                .Must(link => link is null || Uri.TryCreate(link, UriKind.Absolute, out var to) && to.Scheme == Uri.UriSchemeHttps);
        }
    }

    public sealed class Handler(Db db, Caller caller, Audit audit, TimeProvider time) : IRequestHandler<Command, InitiativeMeetingState>
    {
        public async Task<InitiativeMeetingState> Handle(Command command, CancellationToken ct)
        {
            var row = await InitiativeRow.Join(command.Id, db, caller, time, ct);
            var now = time.GetUtcNow();
            if (command.StartsAt <= now || command.StartsAt > now.AddYears(1)) throw new BadInput("initiative.meeting-not-ahead") { Pointer = "/startsAt" };
            if (await db.One<int>(Ahead, new { command.Id, Now = now.UtcDateTime }, ct) >= Most)
                throw new RuleViolation("initiative.meetings-many", ("most", Most));
            var id = Guid.CreateVersion7(now);
            await db.ExecuteOne(Insert, new
            {
                row.RegionCode, Meeting = id, row.Id, StartsAt = command.StartsAt.UtcDateTime, command.DurationMinutes, Topic = command.Topic.Trim(),
                Place = string.IsNullOrWhiteSpace(command.Place) ? null : command.Place.Trim(), command.Link, caller.Name, Now = now.UtcDateTime,
            }, ct);
            row.Tell(audit, id, new InitiativeMeetingSet());
            return new(id, InitiativeMeetingStatus.Planned, 1);
        }
    }

    const string Ahead = "select count(*)::int from initiative_meeting where initiative_id = @Id and status = 'Planned' and starts_at > @Now";

    const string Insert = """
        insert into initiative_meeting (region_code, id, initiative_id, topic, starts_at, duration_minutes, place, link, status, planned_by, planned_at)
        values (@RegionCode, @Meeting, @Id, @Topic, @StartsAt, @DurationMinutes, @Place, @Link, 'Planned', @Name, @Now)
        """;
}
