namespace Mentoring.Api.Platform;

/// <summary>What a kept file is.</summary>
public enum FileKind
{
    /// <summary>What a pair has made.</summary>
    Product,

    /// <summary>A material of a practice.</summary>
    PracticeMaterial,

    /// <summary>A contract with a partner.</summary>
    Contract,

    /// <summary>Beside a question for methodical help, or its answer.</summary>
    Help,

    /// <summary>What a teacher's route came to; read as the route it belongs to.</summary>
    RouteProduct,

    /// <summary>Beside an area of a diagnosis; read as the diagnosis.</summary>
    Evidence,

    /// <summary>Beside an initiative; read by its members.</summary>
    Initiative,

    /// <summary>A roster that is not applied yet.</summary>
    Roster,

    /// <summary>Kept before kinds were told apart.</summary>
    Other,
}

/// <summary>
/// How much of their room organizations, programs and persons have used, and the refusal of what does not fit. The database
/// counts with each file that is kept or dropped; here the counts meet the quotas.
/// </summary>
public sealed class FileRoom(Db db, Caller caller, StorageRoom storage, StorageQuotas quotas)
{
    /// <summary>Where a file goes.</summary>
    /// <param name="ProgramId">For files that open to the participants of a program.</param>
    public sealed record Owner(Guid OrganizationId, string RegionCode, Guid? ProgramId);

    /// <param name="Used">Bytes.</param>
    /// <param name="Limit">Bytes.</param>
    public sealed record Part(long Used, long Limit)
    {
        /// <summary>Bytes that still fit.</summary>
        public long Left => Math.Max(0, Limit - Used);
    }

    /// <param name="Person">The caller's files at this organization.</param>
    public sealed record Parts(Part Person, Part? Program, Part Organization);

    sealed record Row(string Kind, long Used, long? Own);

    /// <summary>Refuses what cannot fit, before any of it is read or kept.</summary>
    public async Task Admit(Owner? owner, long bytes, CancellationToken ct)
    {
        await storage.RequireRoomForFiles(ct);
        if (owner is not null) Refuse(await Of(owner, ct), bytes, counted: 0);
    }

    /// <summary>After a file was kept, in the same transaction: the counts hold it, and their rows are held until the end.</summary>
    public async Task Settle(Owner owner, long bytes, CancellationToken ct) => Refuse(await Of(owner, ct), bytes, counted: bytes);

    public async Task<Parts> Of(Owner owner, CancellationToken ct)
    {
        var rows = await db.List<Row>(Sql, new { owner.OrganizationId, owner.RegionCode, Program = owner.ProgramId?.ToString(), Caller = caller.Id }, ct);
        Part? Read(string kind, long quota) => rows.FirstOrDefault(row => row.Kind == kind) is { } row ? new(row.Used, row.Own ?? quota) : null;
        return new(Read("Person", quotas.Person)!, Read("Program", quotas.Program), Read("Organization", quotas.Organization)!);
    }

    /// <param name="counted">What of the file the counts hold already.</param>
    static void Refuse(Parts parts, long bytes, long counted)
    {
        if (Over(parts.Person)) throw new TooLarge("storage.person-full", Values(parts.Person));
        if (parts.Program is { } program && Over(program)) throw new TooLarge("storage.program-full", Values(program));
        if (Over(parts.Organization)) throw new TooLarge("storage.organization-full", Values(parts.Organization));

        bool Over(Part part) => part.Used - counted + bytes > part.Limit;

        // Megabytes for the text, bytes for programs.
        (string, object?)[] Values(Part part) =>
        [
            ("usedMegabytes", InMegabytes(part.Used - counted)), ("limitMegabytes", InMegabytes(part.Limit)),
            ("used", part.Used - counted), ("limit", part.Limit),
        ];
    }

    static double InMegabytes(long bytes) => Math.Round(bytes / 1024.0 / 1024, 1);

    const string Sql = """
        select o.kind, coalesce(u.bytes, 0) used, q.bytes own
          from (values ('Person', @Caller), ('Program', @Program), ('Organization', @OrganizationId::text)) o (kind, id)
          left join storage_usage u on u.region_code = @RegionCode and u.organization_id = @OrganizationId and u.owner = o.kind and u.owner_id = o.id
          left join storage_quota q on o.kind = 'Organization' and q.region_code = @RegionCode and q.organization_id = @OrganizationId
         where o.id is not null
        """;
}

/// <summary>What each may use where no operator has said otherwise, in bytes.</summary>
public sealed class StorageQuotas(IConfiguration configuration)
{
    public long Person => Megabytes("Storage:PersonMegabytes", 1024);

    public long Program => Megabytes("Storage:ProgramMegabytes", 512);

    public long Organization => Megabytes("Storage:OrganizationMegabytes", 5120);

    long Megabytes(string setting, long otherwise) => configuration.GetValue(setting, otherwise) * 1024 * 1024;
}
