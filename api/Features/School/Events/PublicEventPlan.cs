using FluentValidation;
using Mentoring.Api.Features.Common.People;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Events;

/// <summary>What an event is, when, where and for whom.</summary>
/// <param name="Title">At most 200 characters.</param>
/// <param name="DurationMinutes">15 to 4,320, three days.</param>
/// <param name="Place">At most 300 characters; wanted without a link.</param>
/// <param name="Link">A web address of at most 500 characters; wanted without a place.</param>
/// <param name="ResponsibleId">Who of the staff answers for it.</param>
/// <param name="Programme">At most 10,000 characters; marked up as a post of the site section.</param>
/// <param name="PersonIds">Who of the staff takes part, in whose calendars it stands: at most 50.</param>
public sealed record PublicEventPlan(
    PublicEventKind Kind, PublicEventAudience Audience, string Title, DateTimeOffset StartsAt, int DurationMinutes, string? Place, string? Link,
        Guid ResponsibleId, string Programme,
    IReadOnlyList<Guid> PersonIds)
{
    public sealed class Validator : AbstractValidator<PublicEventPlan>
    {
        public Validator()
        {
            RuleFor(p => p.Title).NotEmpty().MaximumLength(200);
            RuleFor(p => p.DurationMinutes).InclusiveBetween(15, 4320);
            RuleFor(p => p.Place).MaximumLength(300);
            RuleFor(p => p.Place).NotEmpty().When(p => string.IsNullOrEmpty(p.Link));
            RuleFor(p => p.Link).MaximumLength(500).Must(link => Uri.TryCreate(link, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http")
                .When(p => !string.IsNullOrEmpty(p.Link));
            RuleFor(p => p.Programme).NotNull().MaximumLength(10_000);
            RuleFor(p => p.PersonIds).NotNull().Must(ids => ids.Count <= 50 && ids.Distinct().Count() == ids.Count);
        }
    }

    internal object Row(Guid id, Place place) => new
    {
        id, place.OrganizationId, place.RegionCode, Kind = Kind.ToString(), Audience = Audience.ToString(), Title, StartsAt = StartsAt.UtcDateTime,
        DurationMinutes,
        Place = string.IsNullOrEmpty(Place) ? null : Place, Link = string.IsNullOrEmpty(Link) ? null : Link, ResponsibleId, Programme,
    };

    internal async Task Check(Place place, DateOnly today, Db db, CancellationToken ct)
    {
        if (await db.List<string>(PeopleSql.WorksHere, new { place.OrganizationId, PersonId = ResponsibleId, Today = today }, ct) is [])
            throw new BadInput("event.person-unknown") { Pointer = "/responsibleId" };
    }

    /// <summary>Those who take part, and nobody else any more.</summary>
    internal async Task Invite(Guid id, Place place, DateOnly today, Db db, CancellationToken ct)
    {
        var args = new { id, place.OrganizationId, place.RegionCode, People = PersonIds.ToArray(), today };
        await db.Execute("delete from public_event_person where event_id = @id", args, ct);
        if (PersonIds.Count > 0 && await db.Execute(Insert, args, ct) != PersonIds.Count) throw new BadInput("event.person-unknown") { Pointer = "/personIds" };
    }

    const string Insert = """
        insert into public_event_person (event_id, organization_id, region_code, person_id)
        select distinct @id, @OrganizationId, @RegionCode, e.person_id from employment e
         where e.organization_id = @OrganizationId and e.person_id = any(@People) and e.started_on <= @today and (e.ended_on is null or e.ended_on > @today)
        """;
}

/// <summary>How an event stands after a change.</summary>
/// <param name="Version">To be given with the next change.</param>
public sealed record PublicEventState(Guid Id, PublicEventStatus Status, int Version);

/// <summary>An event as a command holds it: locked.</summary>
sealed record PublicEventRow(Guid Id, string Title, DateTime StartsAt, int DurationMinutes, string? Place, string? Link, string Programme,
    PublicEventStatus Status, Guid? SitePostId, int Version) : IVersioned
{
    public static Task<PublicEventRow> Lock(Db db, Guid organization, Guid id, int version, CancellationToken ct) => db.Lock<PublicEventRow>("""
        select id, title, starts_at, duration_minutes, place, link, programme, status, site_post_id, version
          from public_event where id = @id and organization_id = @organization for update
        """, new { id, organization }, version, ct);

    public void MustBePlanned()
    {
        if (Status != PublicEventStatus.Planned) throw new RuleViolation("event.not-planned");
    }
}
