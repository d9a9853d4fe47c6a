using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Arbitration;

/// <summary>Writes what happens in a case: its status, its trail, and the audit, which tells the step and nothing more.</summary>
public sealed class CaseBook(Db db, Caller caller, Audit audit, TimeProvider time)
{
    public async Task<CaseState> Take(CaseRow row, CaseStep step, CaseEntryKind kind, string text, CancellationToken ct)
    {
        var next = CaseLifecycle.Steps.Next(row.Status, step);
        await db.ExecuteOne(Save, new { row.Id, Status = next.ToString(), Over = CaseLifecycle.IsOver(next), Now = time.GetUtcNow().UtcDateTime }, ct);
        await Note(row, kind, text, ct);
        return new(row.Id, next, row.Version + 1);
    }

    public async Task Note(CaseRow row, CaseEntryKind kind, string text, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        await db.Execute(Entry, new
        {
            Id = Guid.CreateVersion7(now), Case = row.Id, row.OrganizationId, row.RegionCode, Kind = kind.ToString(), Author = caller.Person,
            AuthorName = caller.Name, text, Now = now.UtcDateTime,
        }, ct);
        var concerned = await db.List<Guid>(ConcernedSql, new { row.Id, ToChair = kind is CaseEntryKind.Opened or CaseEntryKind.Appealed }, ct);
        audit.About(row.OrganizationId, row.RegionCode, row.Id, new CaseEntered(kind), concerned: concerned);
    }

    /// <summary>Members who can hear this case: not the complainant, nobody who decided it before, and not the chair in a case about the chair.</summary>
    public Task<IReadOnlyList<Arbiter>> Candidates(CaseRow row, CancellationToken ct) => db.List<Arbiter>(CandidatesSql, new
    {
        row.OrganizationId, row.ComplainantId, Former = row.FormerArbiters, AboutChair = row.About == CaseAbout.CouncilChair,
    }, ct);

    public Task Name(CaseRow row, IReadOnlyList<Arbiter> arbiters, CancellationToken ct) => db.ExecuteOne(
        "update arbitration_case set arbiter_ids = @Ids, arbiter_names = @Names where id = @Id",
        new { row.Id, Ids = arbiters.Select(a => a.PersonId).ToArray(), Names = arbiters.Select(a => a.Name).ToArray() }, ct);

    const string Save = """
        update arbitration_case
           set status = @Status, version = version + 1, closed_at = case when @Over then @Now::timestamptz end
         where id = @Id
        """;

    const string Entry = """
        insert into arbitration_entry (id, case_id, organization_id, region_code, position, kind, author_id, author_name, text, at)
        select @Id, @Case, @OrganizationId, @RegionCode, coalesce(max(position), 0) + 1, @Kind, @Author, @AuthorName, @text, @Now
          from arbitration_entry where case_id = @Case
        """;

    // Those to whom the case is open, and the chair when arbiters have to be named.
    const string ConcernedSql = """
        select unnest(c.arbiter_ids || c.complainant_id) from arbitration_case c where c.id = @Id
        union
        select s.person_id from arbitration_case c join council_seat s on s.organization_id = c.organization_id and s.seat = 'Chair' and s.status = 'Held'
         where c.id = @Id and @ToChair and c.about <> 'CouncilChair'
        """;

    const string CandidatesSql = """
        select person_id, person_name name, seat = 'Chair' chair from council_seat
         where organization_id = @OrganizationId and status = 'Held' and person_id <> @ComplainantId and not person_id = any(@Former)
           and not (@AboutChair and seat = 'Chair')
         order by started_on, person_name, person_id
        """;
}

/// <summary>A member of the council who can hear a case.</summary>
public sealed record Arbiter(Guid PersonId, string Name, bool Chair);
