using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.Diagnosis;

/// <summary>A diagnosis as a command holds it: locked, so that what was checked stays true until the commit.</summary>
sealed record DiagnosisRow : IVersioned
{
    public Guid Id { get; init; }
    public required string RegionCode { get; init; }
    public Guid PersonId { get; init; }
    public Guid OrganizationId { get; init; }
    public DiagnosisAuthor Author { get; init; }
    public Guid? ExpertId { get; init; }
    public DiagnosisStatus Status { get; init; }
    public required string Answers { get; init; }
    public required string Content { get; init; }
    public required Guid[] ReaderIds { get; init; }
    public required string[] ReaderNames { get; init; }
    public required Guid[] ReaderOrganizationIds { get; init; }
    public int Version { get; init; }

    /// <summary>Who fills it in: the teacher the own view, the expert the other one.</summary>
    public Guid Filler => ExpertId ?? PersonId;

    /// <summary>One that the caller does not fill in is not found, also where the caller reads it.</summary>
    public static async Task<DiagnosisRow> LockFilled(Db db, Caller caller, Guid id, int? version, CancellationToken ct)
    {
        var row = await db.Lock<DiagnosisRow>(Sql, new { id }, null, ct);
        return row.Filler == caller.Person ? row.MustBeAt(version) : throw new NotFound();
    }

    /// <summary>One that is not about the caller is not found.</summary>
    public static async Task<DiagnosisRow> LockOwn(Db db, Caller caller, Guid id, int? version, CancellationToken ct)
    {
        var row = await db.Lock<DiagnosisRow>(Sql, new { id }, null, ct);
        return row.PersonId == caller.Person ? row.MustBeAt(version) : throw new NotFound();
    }

    /// <summary>One that the caller fills in or that is about the caller.</summary>
    public static async Task<DiagnosisRow> LockEither(Db db, Caller caller, Guid id, int? version, CancellationToken ct)
    {
        var row = await db.Lock<DiagnosisRow>(Sql, new { id }, null, ct);
        return row.PersonId == caller.Person || row.ExpertId == caller.Person ? row.MustBeAt(version) : throw new NotFound();
    }

    const string Sql = """
        select d.id, d.region_code, d.person_id, d.organization_id, d.author, d.expert_id, d.status, d.answers::text answers, i.content::text content,
               d.reader_ids, d.reader_names, d.reader_organization_ids, d.version
          from diagnosis d join instrument i on i.id = d.instrument_id where d.id = @id for update of d
        """;
}
