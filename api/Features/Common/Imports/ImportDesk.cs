using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Common.Imports;

/// <summary>Takes in a file of an organization, whatever its kind: once, and within what the organization may keep.</summary>
public sealed class ImportDesk(Db db, Caller caller, FileRoom room, TimeProvider time)
{
    /// <returns>The import, which nobody has been asked to check yet.</returns>
    public async Task<Guid> Take(ImportKind kind, Guid organization, string region, ImportFile file, CancellationToken ct)
    {
        await ImportReceipt.RefuseDuplicate(db, kind, organization, null, file.Hash, ct);
        await ImportReceipt.RefuseMany(db, kind, organization, null, ct);
        var id = Guid.CreateVersion7(time.GetUtcNow());
        await ImportReceipt.Keep(db, id, kind, organization, region, file, caller, time, ct);
        await room.Settle(new(organization, region, null), file.Content.Length, ct);
        return id;
    }
}
