using FluentValidation;
using MediatR;
using Mentoring.Api.Features.School.Site;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Events;

/// <summary>
/// Puts an event on the school's public section, or tells it anew after a change. Answers 409 <c>site.name-not-released</c> when the text names
/// somebody of the staff who has not released the name. Those who take part are shown only if they released theirs.
/// </summary>
public static class TellPublicEvent
{
    public static void Map(RouteGroupBuilder events) =>
        events.MapPost("/{eventId:guid}/tell", async (Guid organizationId, Guid eventId, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(organizationId, eventId, body.Version, body.Lead), ct)))
            .Operation(nameof(TellPublicEvent), Permission.SiteWrite);

    /// <param name="Lead">One or two sentences; at most 500 characters.</param>
    public sealed record Body(int Version, string Lead);

    public sealed record Command(Guid OrganizationId, Guid Id, int Version, string Lead) : ICommand<Result>;

    public sealed record Result(Guid Id, Guid SitePostId, int Version);

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Lead).NotEmpty().MaximumLength(500);
    }

    public sealed class Handler(Db db, Audit audit, Caller caller, TimeProvider time) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var place = await Place.Of(command.OrganizationId, db, caller, ct);
            var row = await PublicEventRow.Lock(db, command.OrganizationId, command.Id, command.Version, ct);
            if (row.Status == PublicEventStatus.Cancelled) throw new RuleViolation("event.not-planned");
            var people = await db.List<Guid>("select person_id from public_event_person where event_id = @Id", command, ct);
            var text = new SitePostText
            {
                Category = SiteCategory.Event, Title = row.Title, Lead = command.Lead, PersonIds = people,
                Body = string.Join("\n\n", new[] { row.Place, row.Link, row.Programme }.Where(part => !string.IsNullOrEmpty(part))),
                HeldOn = RegionTime.DayOf(new DateTimeOffset(row.StartsAt, TimeSpan.Zero), place.TimeZone),
            };
            var post = await EventPost.Publish(row.SitePostId, text, place, db, caller, time, ct);
            await db.ExecuteOne("update public_event set site_post_id = @post, version = version + 1 where id = @Id", new { command.Id, post }, ct);
            audit.About(place.OrganizationId, place.RegionCode, row.Id, new PublicEventTold(post));
            return new(row.Id, post, row.Version + 1);
        }
    }
}
