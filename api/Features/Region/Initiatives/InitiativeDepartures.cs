using Mentoring.Api.Features.Common.Organizations;
using Mentoring.Api.Features.Common.People;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.Initiatives;

/// <summary>
/// Whoever leaves work leaves the initiatives joined from there: the own tasks are free again, the member who is in it longest
/// leads on, and where nobody is left it is closed.
/// </summary>
sealed class InitiativeDepartures(Db db, Audit audit) : IFollowLeaving
{
    public async Task Follow(Left left, CancellationToken ct)
    {
        if (!left.All) return;
        await db.Execute(FreeTasks, left, ct);
        await db.Execute(Leave, left, ct);
        foreach (var one in await db.List<InitiativeLapses.One>(LeadOn, left, ct)) one.Tell(audit, new InitiativeHandedOver());
        var over = InitiativeLapses.Sql("i.leader_id = @Person and i.member_ids = '{}'", "'Никого из участников больше нет.'");
        InitiativeLapses.Tell(await db.List<InitiativeLapses.One>(over, left, ct), audit);
    }

    const string FreeTasks = """
        update initiative_task t set status = 'Open', taker_id = null, taker_name = null, version = t.version + 1
         where t.taker_id = @Person and t.status = 'Taken'
           and exists (select from initiative_member m where m.region_code = t.region_code and m.initiative_id = t.initiative_id
                          and m.person_id = @Person and m.organization_id = @Organization and m.status = 'In')
        """;

    const string Leave = """
        update initiative_member set status = 'Left', ended_at = @Now
         where person_id = @Person and organization_id = @Organization and status in ('Invited', 'Suggested', 'Asked', 'In')
        """;

    const string LeadOn = """
        update initiative i set leader_id = next.person_id, leader_name = next.person_name, version = i.version + 1
          from (select distinct on (m.region_code, m.initiative_id) m.region_code, m.initiative_id, m.person_id, m.person_name
                  from initiative_member m join initiative led on led.region_code = m.region_code and led.id = m.initiative_id
                 where led.leader_id = @Person and led.status in ('Draft', 'Open', 'Running') and m.status = 'In' and @Person <> all(led.member_ids)
                 order by m.region_code, m.initiative_id, m.joined_at, m.id) next
         where i.region_code = next.region_code and i.id = next.initiative_id
        returning i.id, i.organization_id, i.region_code
        """;
}

/// <summary>
/// An initiative of an organization that ends goes on at its successor in the region, with those who work there now; without one it is
/// closed. What the school owed, and what the body had set, is withdrawn.
/// </summary>
sealed class InitiativeClosings(Db db, Audit audit) : IFollowEnd
{
    public async Task HandOver(Inheritance all, Settlement counts, CancellationToken ct)
    {
        if (all.WithPeople) await db.Execute(MovePeople, all, ct);
        if (all is not { First: true, InRegion: true }) return;
        await Files.GiveTo(all.Heir, await db.List<Guid>(FilesAtHome, all, ct), db, ct);
        await db.Execute(MoveHome, all, ct);
    }

    public async Task Close(Ending all, Settlement counts, CancellationToken ct)
    {
        InitiativeLapses.Tell(await db.List<InitiativeLapses.One>(InitiativeLapses.Sql("i.organization_id = @Organization", "@Reason"), all, ct), audit);
        await db.Execute(
            "update school_task set withdrawn_at = @Now, withdraw_reason = @Reason where body_id = @Organization and withdrawn_at is null", all, ct);
        var withdrawn = await db.List<InitiativeLapses.One>(Withdraw, new
        {
            all.Organization, all.Now, all.Reason, Before = InitiativeLife.Reports.Before(SchoolReportStep.Withdraw),
        }, ct);
        foreach (var one in withdrawn.Where(report => report.OrganizationId != all.Organization)) one.Tell(audit, new SchoolTaskWithdrawn());
    }

    const string MovePeople = """
        update initiative_member m set organization_id = @Heir
         where m.organization_id = @Organization and m.status in ('Invited', 'Suggested', 'Asked', 'In')
           and exists (select from employment e where e.person_id = m.person_id and e.organization_id = @Heir and e.ended_on is null)
        """;

    const string FilesAtHome = """
        select f.file_id from initiative_file f join initiative i on i.region_code = f.region_code and i.id = f.initiative_id
         where i.organization_id = @Organization
        """;

    const string MoveHome = """
        update initiative i set organization_id = o.id, territory_code = o.territory_code, version = i.version + 1
          from organization o where o.id = @Heir and i.organization_id = @Organization
        """;

    const string Withdraw = """
        update school_task_report set status = 'Withdrawn', remark = @Reason, decided_at = @Now, version = version + 1
         where (organization_id = @Organization or body_id = @Organization) and status = any(@Before)
        returning id, organization_id, region_code
        """;
}

/// <summary>Initiatives that nobody goes on with.</summary>
static class InitiativeLapses
{
    public sealed record One(Guid Id, Guid OrganizationId, string RegionCode)
    {
        public void Tell(Audit audit, IEvent happened) => audit.About(OrganizationId, RegionCode, Id, happened);
    }

    public static void Tell(IReadOnlyList<One> all, Audit audit)
    {
        foreach (var one in all) one.Tell(audit, new InitiativeLapsed());
    }

    /// <param name="which">Of <c>initiative i</c>. Parameter: Now.</param>
    public static string Sql(string which, string reason) => $"""
        update initiative i set status = 'Closed', outcome = {reason}, ended_at = @Now, version = i.version + 1
         where i.status in ('Draft', 'Open', 'Running') and {which}
        returning i.id, i.organization_id, i.region_code
        """;
}
