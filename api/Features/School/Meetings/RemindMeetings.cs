using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Meetings;

/// <summary>The job that reminds a pair of a meeting the day before. A meeting that is moved is reminded of anew.</summary>
public sealed class RemindMeetings(Db db, Caller caller, Outbox outbox, TimeProvider time)
{
    public const string Schedule = "0 */10 * * * *";

    sealed record Due(Guid Id, Guid ProgramId, Guid OrganizationId, string RegionCode, Guid EventId);

    public async Task Run(CancellationToken ct)
    {
        caller.BecomeJob(nameof(RemindMeetings));
        await using var transaction = await db.Begin(ct);
        var now = time.GetUtcNow().UtcDateTime;
        foreach (var meeting in await db.List<Due>(DueSql, new { Now = now }, ct))
            await outbox.Add(Happened.Of(new MeetingNears(), meeting.EventId, nameof(RemindMeetings), meeting.OrganizationId, meeting.RegionCode,
                meeting.Id, meeting.ProgramId, caller.Id, now), ct);
        await transaction.CommitAsync(ct);
    }

    // One event for one meeting at one time, so that however often this runs, it is told once. Whoever planned it less than a
    // day ahead has just been told of it.
    const string DueSql = """
        select * from (
            select m.id, m.program_id, m.organization_id, m.region_code, md5(m.id::text || extract(epoch from m.starts_at)::bigint)::uuid event_id
              from meeting m join program p on p.id = m.program_id
             where m.status = 'Planned' and p.status = 'Active' and m.starts_at > @Now and m.starts_at <= @Now::timestamptz + interval '24 hours'
               and m.created_at <= m.starts_at - interval '24 hours') due
         where not exists (select from notification n where n.event_id = due.event_id)
         order by id
        """;
}
