using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.Diagnosis;

/// <summary>An edition of an instrument as a command holds it.</summary>
sealed record InstrumentRow : IVersioned
{
    public Guid Id { get; init; }
    public required string Code { get; init; }
    public int Edition { get; init; }
    public InstrumentForm Form { get; init; }
    public string? OwnerRegion { get; init; }
    public Guid? OwnerOrganizationId { get; init; }
    public InstrumentStatus Status { get; init; }
    public int Version { get; init; }

    /// <summary>Of instrument <c>i</c>: the caller writes for its owner.</summary>
    public const string Mine = """
        (case when i.owner_organization_id is not null then i.owner_organization_id = any(@Organizations)
              when i.owner_region is not null then i.owner_region = any(@Regions) else @Federation end)
        """;

    /// <summary>One of an owner for whom the caller does not write is not found.</summary>
    public static Task<InstrumentRow> Lock(Db db, Caller caller, Guid id, int version, CancellationToken ct) =>
        db.Lock<InstrumentRow>("""
            select i.id, i.code, i.edition, i.form, i.owner_region, i.owner_organization_id, i.status, i.version from instrument i
             where i.id = @id and
            """ + $" {Mine} for update", new
        {
            id, Organizations = caller.Scope.Organizations.ToArray(), Regions = caller.Scope.Regions.ToArray(), caller.Scope.Federation,
        }, version, ct);

    /// <param name="column">When it was done.</param>
    public async Task<InstrumentState> Take(InstrumentStep step, string column, Db db, Audit audit, TimeProvider time, CancellationToken ct)
    {
        var next = DiagnosisLife.OfInstrument.Next(Status, step);
        await db.ExecuteOne($"update instrument set status = @Status, {column} = @Now, version = version + 1 where id = @Id",
            new { Id, Status = next.ToString(), Now = time.GetUtcNow().UtcDateTime }, ct);
        audit.AboutPlatform(new InstrumentMoved(step), Id);
        return new(Id, Edition, next, Version + 1);
    }
}
