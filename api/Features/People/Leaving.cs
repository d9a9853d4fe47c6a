using System.Text.Json;
using Mentoring.Api.Features.Conditions;
using Mentoring.Api.Features.Councils;
using Mentoring.Api.Features.Events;
using Mentoring.Api.Features.Identity;
using Mentoring.Api.Features.Matching;
using Mentoring.Api.Features.Notifications;
using Mentoring.Api.Features.Profiles;
using Mentoring.Api.Features.Programs;
using Mentoring.Api.Features.Psychology;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.People;

/// <summary>What ended: all work at an organization, or one role held there.</summary>
public enum DepartureKind { Employment, Mentor, Mentee, CouncilMember, CouncilChair }

/// <summary>Somebody left an organization, or a role there.</summary>
/// <param name="LeftOn">The first day on which it no longer holds.</param>
public sealed record Departure(Guid PersonId, Guid OrganizationId, string RegionCode, DepartureKind Kind, DateOnly LeftOn);

/// <summary>
/// The one place that knows what follows when somebody leaves. It goes by what the rows say, not by who wrote them: a
/// roster, a hand, a merger. Each departure is noted once, so that whoever is named again afterwards stays. Each area says
/// in its own SQL what its rows do; <see cref="LeavingRows"/> names every table, also those that do nothing.
/// </summary>
public sealed class Leaving(Db db, ProgramDepartures programs, Access access, Audit audit, Outbox outbox, Caller caller, TimeProvider time)
{
    /// <summary>Parameters: Person, Organization, LeftOn, Now, All (not one role only), AsMentor, AsMentee, Seat (null for none).</summary>
    public static readonly IReadOnlyList<string> Consequences =
    [
        MatchDepartures.Sql, ProfileDepartures.Sql, SeatDepartures.Sql, RoleDepartures.Sql, RoomDepartures.Sql, EventDepartures.Sql,
    ];

    sealed record Closed(Guid Id, Guid OrganizationId, string RegionCode);

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
        var (person, organization, region, kind, leftOn) = departure;
        var now = time.GetUtcNow();
        var args = new
        {
            Id = Guid.CreateVersion7(now), Person = person, Organization = organization, Region = region, Kind = kind.ToString(), LeftOn = leftOn,
            Now = now.UtcDateTime, All = kind == DepartureKind.Employment, AsMentor = kind is DepartureKind.Employment or DepartureKind.Mentor,
            AsMentee = kind is DepartureKind.Employment or DepartureKind.Mentee,
            Seat = kind switch { DepartureKind.CouncilMember => "Member", DepartureKind.CouncilChair => "Chair", _ => null },
        };
        if (await db.Execute(Note, args, ct) == 0) return false;

        await programs.End(person, organization, leftOn, args.AsMentor, args.AsMentee, ct);
        foreach (var request in await db.List<Closed>(MatchDepartures.CloseRequests, args, ct))
            audit.About(request.OrganizationId, request.RegionCode, request.Id, detail: new { closed = "MatchRequest" });
        foreach (var task in await db.List<Guid>(TaskDepartures.Drop, args, ct))
            audit.About(organization, region, task, detail: new { dropped = "CouncilTask" });
        foreach (var training in await db.List<Guid>(TrainingDepartures.Uninvite, args, ct))
            await outbox.Add(Uninvited(departure, training, now.UtcDateTime), ct);
        foreach (var sql in Consequences) await db.Execute(sql, args, ct);
        foreach (var account in await db.List<Guid>("select id from identity.account where person_id = @Person", args, ct)) access.Forget(account.ToString());
        audit.About(organization, region, person, detail: new { departed = args.Kind, leftOn });
        return true;
    }

    // Not by the audit trail: beside the departure it would tell the school who was invited, which is the psychologist's alone.
    Happened Uninvited(Departure departure, Guid training, DateTime now) => new(
        Guid.CreateVersion7(time.GetUtcNow()), nameof(FollowDepartures), departure.OrganizationId, departure.RegionCode, training, null, caller.Id, now,
        JsonSerializer.SerializeToElement(new { uninvited = true }))
    { Concerned = [departure.PersonId] };

    const string Note = """
        insert into departure (region_code, id, organization_id, person_id, kind, left_on, noted_at)
        values (@Region, @Id, @Organization, @Person, @Kind, @LeftOn, @Now) on conflict do nothing
        """;

    /// <summary>Whose end of work is taken back has not left; what was drawn from it stays as it is.</summary>
    public const string Void = """
        update departure set voided_at = @Now
         where organization_id = @OrganizationId and person_id = @PersonId and kind = 'Employment' and left_on = @LeftOn and voided_at is null
        """;

    /// <summary>
    /// Of what the queue names, the last employment at a place, where it is over as the place counts days and nothing follows
    /// it; and roles alike, save those that ended with the employment. A seat on the council is ended with its role only while
    /// it is held.
    /// </summary>
    public const string Due = """
        with asked as materialized (
            select distinct person_id, organization_id, kind from departure_due
             where due_on <= (@Now::timestamptz + interval '1 day')::date and (@Organization::uuid is null or organization_id = @Organization)),
        gone as (
            select e.person_id, e.organization_id, e.region_code, 'Employment' kind, max(e.ended_on) left_on
              from asked q join employment e on e.person_id = q.person_id and e.organization_id = q.organization_id
             where q.kind = 'Employment' and e.ended_on <= local_day(@Now, e.organization_id)
               and not exists (select from employment later where later.person_id = e.person_id and later.organization_id = e.organization_id
                                  and (later.ended_on is null or later.ended_on > e.ended_on))
             group by 1, 2, 3
            union all
            select a.person_id, r.organization_id, r.region_code, r.role, max(r.ended_on)
              from asked q join identity.account a on a.person_id = q.person_id
              join role_assignment r on r.account_id = a.id and r.organization_id = q.organization_id and r.role = q.kind
             where r.ended_on <= local_day(@Now, r.organization_id)
               and not exists (select from role_assignment later where later.account_id = r.account_id and later.organization_id = r.organization_id
                                  and later.role = r.role and (later.ended_on is null or later.ended_on > r.ended_on))
               and (r.role in ('Mentor', 'Mentee')
                    or exists (select from council_seat s where s.organization_id = r.organization_id and s.person_id = a.person_id and s.status = 'Held'
                                  and s.seat = case r.role when 'CouncilChair' then 'Chair' else 'Member' end))
             group by 1, 2, 3, 4)
        select person_id, organization_id, region_code, kind, left_on from gone
         where not exists (select from departure d where d.organization_id = gone.organization_id and d.person_id = gone.person_id
                              and d.kind in (gone.kind, 'Employment') and d.left_on = gone.left_on and d.voided_at is null)
         order by kind = 'Employment' desc, left_on, person_id
        """;

    /// <summary>What has come and asks for nothing any more leaves the queue: it was followed, or nobody has left after all.</summary>
    public const string Forget = $"""
        delete from departure_due q
         where q.due_on <= (@Now::timestamptz + interval '1 day')::date and q.due_on <= local_day(@Now, q.organization_id)
           and not exists (select from ({Due}) due where due.organization_id = q.organization_id and due.person_id = q.person_id)
        """;
}
