using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.Initiatives;

/// <summary>From one status of an initiative to the next, by its leader.</summary>
static class InitiativeSteps
{
    /// <param name="outcome">What has come of it, or why it is closed; null where it goes on.</param>
    public static async Task<InitiativeState> Take(
        Guid id, int version, InitiativeStep step, string? outcome, Db db, Audit audit, TimeProvider time, CancellationToken ct)
    {
        var row = await InitiativeRow.Lead(id, version, step, db, time, ct);
        var next = InitiativeLife.Steps.Next(row.Status, step);
        await db.ExecuteOne(Save, new
        {
            row.RegionCode, row.Id, Status = next.ToString(), Outcome = outcome?.Trim(), Now = time.GetUtcNow().UtcDateTime,
            Ends = next is InitiativeStatus.Completed or InitiativeStatus.Closed,
        }, ct);
        row.Tell(audit, new InitiativeMoved(step));
        return new(row.Id, next, row.Version + 1);
    }

    const string Save = """
        update initiative set status = @Status, outcome = coalesce(@Outcome, outcome), ended_at = case when @Ends then @Now::timestamptz end,
               opened_at = case when @Status = 'Open' then @Now else opened_at end, version = version + 1
         where region_code = @RegionCode and id = @Id
        """;
}
