using Mentoring.Api.Platform;
using Npgsql;

namespace Mentoring.Api.Features.Common.Imports;

/// <summary>The staff of one organization from OneRoster CSV files, 1.2 or 1.1.</summary>
class RosterImport(Db db, TimeProvider time) : IImportKind
{
    const int Chunk = 20_000;

    string? _sourceId;
    Guid[] _others = [];

    protected Db Db => db;

    protected TimeProvider Time => time;

    protected RosterManifest Manifest { get; set; } = new(false, true, false, false);

    /// <summary>How the staged rows are judged and matched.</summary>
    protected virtual IEnumerable<string> Steps =>
    [
        RosterPlanSql.Judge, RosterMatchSql.Known, RosterMatchSql.Recognised, RosterMatchSql.Elsewhere, RosterMatchSql.Jobs,
        RosterMatchSql.Emptied, StaffEditSql.Said, StaffEditSql.Stand, RosterPlanSql.Decide,
    ];

    public virtual async Task<int> Stage(NpgsqlConnection connection, ImportWork.Import import, byte[] file, Func<int, Task> tell, CancellationToken ct)
    {
        await StaffEdits.RefuseClosed(db, import.OrganizationId, ct);
        using var archive = RosterArchive.Open(file);
        archive.RequireFiles();
        Manifest = RosterManifest.Read(archive);
        await db.Execute(RosterPlanSql.Tables, null, ct);
        if (Manifest is { HasUsers: false, HasRoles: false }) return 0;

        var own = await db.One<RosterHome.Own>("select ogrn, inn, source_id from organization where id = @OrganizationId", import, ct);
        var place = RosterHome.Find(archive, own, Manifest.IsDelta);
        _sourceId = place.SourceId;
        _others = [.. await db.List<Guid>("select id from organization where ogrn = any(@Numbers) and id <> @OrganizationId", new
        {
            Numbers = place.Others?.Values.OfType<string>().Distinct().ToArray() ?? [], import.OrganizationId,
        }, ct)];
        var today = await Today(import, ct);
        var positions = await db.List<RosterRows.Position>(Positions, new { Today = today }, ct);
        var rows = new RosterRows(connection, time, Manifest, today, tell);
        if (Manifest.HasUsers) await rows.Users(archive, ct);
        if (rows.Done == 0 && !Manifest.IsDelta) throw new BadInput("import.no-people");
        if (Manifest.HasRoles || Manifest.IsOld) await rows.Jobs(archive, place, positions, ct);
        return rows.Done;
    }

    public virtual async Task<ImportWork.Counts> Plan(ImportWork.Import import, CancellationToken ct)
    {
        var args = new
        {
            import.OrganizationId, import.RegionCode, Delta = Manifest.IsDelta, Manifest.RolesFile, Today = await Today(import, ct),
            RosterPlanSql.MostRolesOfOne, RosterMatchSql.MostNamesakes, Others = _others,
        };
        foreach (var step in Steps)
            await db.Execute(step, args, ct);
        await db.Execute(RosterPeopleSql.ByHand, new { Hand = EnterPerson.SourceId(import.Id) }, ct);
        await db.Execute(RosterPeopleSql.Keep, new
        {
            import.Id, import.OrganizationId, import.RegionCode, Applying = import.Status == ImportStatus.Applying, ImportWork.MostProblems,
        }, ct);
        var counts = await db.One<ImportWork.Counts>(RosterPlanSql.Count, null, ct);
        return counts with
        {
            Elsewhere = await db.One<int>(RosterPlanSql.Elsewhere, args, ct),
            Staffing = await db.One<Staffing>(RosterPlanSql.Staffing, args, ct),
        };
    }

    public async Task Apply(ImportWork.Import import, int rows, Func<int, Task> tell, CancellationToken ct)
    {
        var today = await Today(import, ct);
        await db.Execute(RosterApplySql.Ends, new
        {
            import.OrganizationId, SourceId = _sourceId, Today = today, import.CreatedBy, Now = time.GetUtcNow().UtcDateTime,
        }, ct);
        await db.Execute(StaffEditSql.Settle, new { Today = today, Now = time.GetUtcNow().UtcDateTime }, ct);
        var last = await db.One<int>("select coalesce(max(n), 0)::int from staged_person", null, ct);
        for (var from = 0; from < last; from += Chunk)
        {
            var to = from + Chunk;
            await db.Execute(RosterApplySql.People, new { import.OrganizationId, import.RegionCode, import.CreatedBy, from, to }, ct);
            await db.Execute(RosterApplySql.Turns, new { import.OrganizationId, import.RegionCode, Today = today, from, to }, ct);
            await db.Execute(RosterApplySql.Employments, new { import.OrganizationId, import.RegionCode, from, to }, ct);
            await tell((int)((long)rows * Math.Min(to, last) / last));
        }
    }

    /// <summary>A day ends where the organization is.</summary>
    protected Task<DateOnly> Today(ImportWork.Import import, CancellationToken ct) =>
        RegionTime.TodayAt(import.OrganizationId, db, time, ct);

    public const string Positions = """
        select code, name_ru, coalesce((data ->> 'teaching')::boolean, false) teaching from dictionary_entry
         where dictionary = 'position' and valid_from <= @Today and (valid_to is null or valid_to > @Today)
        """;
}
