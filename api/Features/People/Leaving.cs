using Mentoring.Api.Features.Conditions;
using Mentoring.Api.Features.Councils;
using Mentoring.Api.Features.Events;
using Mentoring.Api.Features.Identity;
using Mentoring.Api.Features.Matching;
using Mentoring.Api.Features.Profiles;
using Mentoring.Api.Features.Programs;
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
public sealed class Leaving(Db db, ProgramDepartures programs, Access access, Audit audit, TimeProvider time)
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
        foreach (var sql in Consequences) await db.Execute(sql, args, ct);
        foreach (var account in await db.List<Guid>("select id from identity.account where person_id = @Person", args, ct)) access.Forget(account.ToString());
        audit.About(organization, region, person, detail: new { departed = args.Kind, leftOn });
        return true;
    }

    const string Note = """
        insert into departure (region_code, id, organization_id, person_id, kind, left_on, noted_at)
        values (@Region, @Id, @Organization, @Person, @Kind, @LeftOn, @Now) on conflict do nothing
        """;

    /// <summary>
    /// The last employment at a place, where it is over as the place counts days and nothing follows it; and roles alike,
    /// save those that ended with the employment. A seat on the council is ended with its role only while it is held. What ended
    /// long ago is over in every zone, and is not asked about its own.
    /// </summary>
    public const string Due = """
        with gone as (
            select e.person_id, e.organization_id, e.region_code, 'Employment' kind, max(e.ended_on) left_on
              from employment e
             where (e.ended_on < @Now::timestamptz - interval '2 days' or e.ended_on <= local_day(@Now, e.organization_id)) and (@Organization::uuid is null or e.organization_id = @Organization)
               and not exists (select from employment later where later.person_id = e.person_id and later.organization_id = e.organization_id
                                  and (later.ended_on is null or later.ended_on > e.ended_on))
             group by 1, 2, 3
            union all
            select a.person_id, r.organization_id, r.region_code, r.role, max(r.ended_on)
              from role_assignment r join identity.account a on a.id = r.account_id
             where r.role in ('Mentor', 'Mentee', 'CouncilMember', 'CouncilChair') and a.person_id is not null
               and r.ended_on <= local_day(@Now, r.organization_id) and (@Organization::uuid is null or r.organization_id = @Organization)
               and not exists (select from role_assignment later where later.account_id = r.account_id and later.organization_id = r.organization_id
                                  and later.role = r.role and (later.ended_on is null or later.ended_on > r.ended_on))
               and (r.role in ('Mentor', 'Mentee')
                    or exists (select from council_seat s where s.organization_id = r.organization_id and s.person_id = a.person_id and s.status = 'Held'
                                  and s.seat = case r.role when 'CouncilChair' then 'Chair' else 'Member' end))
             group by 1, 2, 3, 4)
        select person_id, organization_id, region_code, kind, left_on from gone
         where not exists (select from departure d where d.organization_id = gone.organization_id and d.person_id = gone.person_id
                              and d.kind in (gone.kind, 'Employment') and d.left_on = gone.left_on)
         order by kind = 'Employment' desc, left_on, person_id
        """;
}
