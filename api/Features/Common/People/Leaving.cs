using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Common.People;

/// <summary>What ended: all work at an organization, or one role held there.</summary>
public enum DepartureKind { Employment, Mentor, Mentee, CouncilMember, CouncilChair }

/// <summary>Somebody left an organization, or a role there.</summary>
/// <param name="LeftOn">The first day on which it no longer holds.</param>
public sealed record Departure(Guid PersonId, Guid OrganizationId, string RegionCode, DepartureKind Kind, DateOnly LeftOn);

/// <summary>What somebody has left, as every area is asked with it; the names are those of parameters in their SQL.</summary>
/// <param name="All">Not one role only: the person works here no more.</param>
/// <param name="Seat">The seat on the council that ends with its role; null for none.</param>
public sealed record Left(
    Guid Id, Guid Person, Guid Organization, string Region, string Kind, DateOnly LeftOn, DateTime Now, bool All, bool AsMentor, bool AsMentee, string? Seat);

/// <summary>What follows in one area when somebody leaves: declared beside its rows, found by itself. None counts on another.</summary>
public interface IFollowLeaving
{
    Task Follow(Left left, CancellationToken ct);
}

/// <summary>
/// The one place that knows what follows when somebody leaves. It goes by what the rows say, not by who wrote them: a
/// roster, a hand, a merger. Each departure is noted once, so that whoever is named again afterwards stays. Each area says
/// in its own SQL what its rows do; <see cref="LeavingRows"/> names every table, also those that do nothing.
/// </summary>
public sealed class Leaving(Db db, IEnumerable<IFollowLeaving> areas, Access access, Audit audit, TimeProvider time)
{
    /// <summary>Draws the consequences for whoever has left this organization and of whom none were drawn yet.</summary>
    public async Task<int> Follow(Guid organization, CancellationToken ct)
    {
        var due = await db.List<Departure>(Due, new { Now = time.GetUtcNow().UtcDateTime, Organization = organization }, ct);
        foreach (var departure in due) await Follow(departure, ct);
        return due.Count;
    }

    /// <returns>False when another worker was first.</returns>
    public async Task<bool> Follow(Departure departure, CancellationToken ct)
    {
        var (kind, now) = (departure.Kind, time.GetUtcNow());
        var left = new Left(Guid.CreateVersion7(now), departure.PersonId, departure.OrganizationId, departure.RegionCode, kind.ToString(), departure.LeftOn,
            now.UtcDateTime, kind == DepartureKind.Employment, kind is DepartureKind.Employment or DepartureKind.Mentor,
            kind is DepartureKind.Employment or DepartureKind.Mentee,
            kind switch { DepartureKind.CouncilMember => "Member", DepartureKind.CouncilChair => "Chair", _ => null });
        if (await db.Execute(Note, left, ct) == 0) return false;

        foreach (var area in areas) await area.Follow(left, ct);
        foreach (var account in await db.List<Guid>("select id from identity.account where person_id = @Person", left, ct)) access.Forget(account.ToString());
        audit.About(left.Organization, left.Region, left.Person, new PersonDeparted(left.Kind, left.LeftOn));
        return true;
    }

    const string Note = """
        insert into departure (region_code, id, organization_id, person_id, kind, left_on, noted_at)
        values (@Region, @Id, @Organization, @Person, @Kind, @LeftOn, @Now) on conflict do nothing
        """;

    /// <summary>
    /// Whose end of work is taken back has not left; what was drawn from it stays as it is. Of work that covers the day again by
    /// other ways the rows themselves say so.
    /// </summary>
    public const string Void = """
        update departure set voided_at = @Now
         where organization_id = @OrganizationId and person_id = @PersonId and kind = 'Employment' and left_on = @LeftOn and voided_at is null
        """;

    /// <summary>So many days may lie between two times of work, or of a role, that are taken for one.</summary>
    public const string Between = "14";

    /// <summary>
    /// Of what the queue names, the last employment at a place, where it is over as the place counts days and nothing follows
    /// it; and roles alike, save those that ended with the employment, and those that never held. What begins only months later
    /// follows nothing: meanwhile nobody works here who would hold a role; a weekend or the holidays between two contracts are
    /// no departure. A seat on the council is ended with its role only while it is held.
    /// </summary>
    public const string Due = $"""
        with asked as materialized (
            select distinct person_id, organization_id, kind, due_on from departure_due
             where due_on <= (@Now::timestamptz + interval '1 day')::date and (@Organization::uuid is null or organization_id = @Organization)),
        gone as (
            select e.person_id, e.organization_id, e.region_code, 'Employment' kind, max(e.ended_on) left_on
              from asked q join employment e on e.person_id = q.person_id and e.organization_id = q.organization_id
             where q.kind = 'Employment' and e.ended_on <= local_day(@Now, e.organization_id)
               and not exists (select from employment later where later.person_id = e.person_id and later.organization_id = e.organization_id
                                  and (later.ended_on is null or later.ended_on > e.ended_on)
                                  and later.started_on <= greatest(e.ended_on + {Between}, local_day(@Now, e.organization_id)))
             group by 1, 2, 3
            union all
            select a.person_id, r.organization_id, r.region_code, r.role, max(r.ended_on)
              from asked q join identity.account a on a.person_id = q.person_id
              join role_assignment r on r.account_id = a.id and r.organization_id = q.organization_id and r.role = q.kind
                   and r.ended_on = q.due_on
             where r.ended_on <= local_day(@Now, r.organization_id) and r.ended_on > r.started_on
               and not exists (select from role_assignment later where later.account_id = r.account_id and later.organization_id = r.organization_id
                                  and later.role = r.role and (later.ended_on is null or later.ended_on > greatest(r.ended_on, later.started_on))
                                  and later.started_on <= greatest(r.ended_on + {Between}, local_day(@Now, r.organization_id)))
               and (r.role in ('Mentor', 'Mentee')
                    or exists (select from council_seat s where s.organization_id = r.organization_id and s.person_id = a.person_id and s.status = 'Held'
                                  and s.seat = case r.role when 'CouncilChair' then 'Chair' else 'Member' end))
             group by 1, 2, 3, 4)
        select person_id, organization_id, region_code, kind, left_on from gone
         where not exists (select from departure d where d.organization_id = gone.organization_id and d.person_id = gone.person_id
                              and d.kind in (gone.kind, 'Employment') and d.left_on = gone.left_on and d.voided_at is null)
         order by kind = 'Employment' desc, left_on, person_id
        """;

    /// <summary>
    /// What has come and asks for nothing any more leaves the queue: it was followed, or nobody has left after all. The end of a
    /// role stays while the next is to begin, and may be called off.
    /// </summary>
    public const string Forget = $"""
        delete from departure_due q
         where q.due_on <= (@Now::timestamptz + interval '1 day')::date and q.due_on <= local_day(@Now, q.organization_id)
           and not exists (select from ({Due}) due where due.organization_id = q.organization_id and due.person_id = q.person_id)
           and not exists (select from identity.account a join role_assignment later on later.account_id = a.id
                            where a.person_id = q.person_id and later.organization_id = q.organization_id and later.role = q.kind
                              and later.started_on > local_day(@Now, q.organization_id) and (later.ended_on is null or later.ended_on > later.started_on))
        """;
}
