using System.Text.Json;
using Mentoring.Api.Features.Partnerships;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Notifications;

/// <summary>
/// The hourly job that tells what a day brings and no command does: a signal is told to its pair when it is raised and to
/// the curator on the day from which the school sees it; both sides hear that a delegation ends soon; whoever answers for a
/// partner's contract hears a month and a week before its end, and of a next step whose day has passed.
/// </summary>
public sealed class RemindOfDays(Db db, Caller caller, Outbox outbox, TimeProvider time)
{
    public const string Schedule = "0 40 * * * *";

    /// <summary>Days before its end on which a delegation is told of: time to agree on the next one.</summary>
    const int EndsSoon = 14;

    /// <summary>Days before its end on which a partner's contract is told of again: the last to prolong it.</summary>
    const int EndsThisWeek = 7;

    /// <summary>What the rules tell one thing from another by.</summary>
    public enum Due { SignalRaised, SignalShown, DelegationEnding, ContractEnding, StepOverdue }

    sealed record Row(Guid EventId, Due Due, Guid OrganizationId, string RegionCode, Guid SubjectId, Guid? ProgramId);

    public async Task Run(CancellationToken ct)
    {
        caller.BecomeJob(nameof(RemindOfDays));
        await using var transaction = await db.Begin(ct);
        var now = time.GetUtcNow().UtcDateTime;
        foreach (var row in await db.List<Row>(DueSql, new { Now = now, EndsSoon, EndsThisWeek, EndsThisMonth = PartnerContractLifecycle.DaysOfWarning }, ct))
        {
            var detail = JsonSerializer.SerializeToElement(new { due = row.Due.ToString() });
            await outbox.Add(new Happened(row.EventId, nameof(RemindOfDays), row.OrganizationId, row.RegionCode, row.SubjectId, row.ProgramId, caller.Id, now, detail), ct);
        }

        await transaction.CommitAsync(ct);
    }

    // One event for one thing and day, so that however often this runs, it is told once. What nobody can be told of is
    // looked at again only as long as it is new.
    const string DueSql = """
        with day as not materialized (select place_id, (@Now::timestamptz at time zone time_zone)::date today from organization_zone),
        due as (
            select md5('raised' || s.id)::uuid event_id, 'SignalRaised' due, s.organization_id, s.region_code, s.id subject_id, s.program_id
              from risk_signal s join day on day.place_id = s.organization_id
             where s.status = 'Raised' and s.raised_on > day.today - 3
            union all
            select md5('shown' || s.id)::uuid, 'SignalShown', s.organization_id, s.region_code, s.id, s.program_id
              from risk_signal s join day on day.place_id = s.organization_id
             where s.status in ('Raised', 'Explained') and s.shown_on between day.today - 3 and day.today
            union all
            select md5('ending' || d.id || d.ends_on || side.id)::uuid, 'DelegationEnding', side.id, o.region_code, d.id, null
              from delegation d join day on day.place_id = d.organization_id
              cross join lateral (values (d.organization_id), (d.taker_id)) side (id)
              join organization o on o.id = side.id
             where d.status = 'InForce' and d.ends_on > day.today and d.ends_on <= day.today + @EndsSoon
            union all
            select md5('contract' || c.id || c.ends_on || (c.ends_on <= day.today + @EndsThisWeek))::uuid, 'ContractEnding', c.organization_id, c.region_code, c.id, null
              from partner_contract c join day on day.place_id = c.organization_id
             where c.status = 'InForce' and c.ends_on > day.today and c.ends_on <= day.today + @EndsThisMonth
            union all
            select md5('step' || e.id || e.next_due_on)::uuid, 'StepOverdue', e.organization_id, e.region_code, e.id, null
              from coordination_entry e join day on day.place_id = e.organization_id
             where e.next_step is not null and e.next_done_on is null and e.next_due_on between day.today - 3 and day.today - 1)
        select * from due where not exists (select from notification n where n.event_id = due.event_id) order by subject_id, event_id limit 10000
        """;
}
