using Mentoring.Api.Platform;
using Npgsql;

namespace Mentoring.Api.Features.Imports;

/// <summary>The staff of one organization from OneRoster 1.2 CSV files.</summary>
sealed class RosterImport(Db db, TimeProvider time) : IImportKind
{
    const int Chunk = 20_000;

    bool _delta;
    string _sourceId = "";

    public async Task<int> Stage(NpgsqlConnection connection, ImportWork.Import import, byte[] file, Func<int, Task> tell, CancellationToken ct)
    {
        using var archive = RosterArchive.Open(file);
        archive.RequireFiles();
        _delta = RosterFormat.ReadManifest(archive.Read(RosterArchive.Manifest));
        var own = await db.One<RosterPlace.Own>("select ogrn, inn, source_id from organization where id = @OrganizationId", import, ct);
        _sourceId = RosterPlace.Find(archive, own, _delta);
        var positions = await db.List<RosterRows.Position>(Positions, new { Today = await Today(import, ct) }, ct);

        await db.Execute(RosterPlanSql.Tables, null, ct);
        var rows = new RosterRows(connection, time, tell);
        await rows.Users(archive, ct);
        if (rows.Done == 0 && !_delta) throw new BadInput("import.no-people");
        await rows.Jobs(archive, _sourceId, positions, ct);
        return rows.Done;
    }

    public async Task<ImportWork.Counts> Plan(ImportWork.Import import, CancellationToken ct)
    {
        var args = new
        {
            import.OrganizationId, import.RegionCode, Delta = _delta, Today = await Today(import, ct),
            RosterPlanSql.MostRolesOfOne, RosterPlanSql.MostNamesakes,
        };
        await db.Execute(RosterPlanSql.Judge, args, ct);
        await db.Execute(RosterPlanSql.Match, args, ct);
        await db.Execute(RosterPlanSql.Decide, args, ct);
        return await db.One<ImportWork.Counts>(RosterPlanSql.Count, null, ct);
    }

    public async Task Apply(ImportWork.Import import, int rows, Func<int, Task> tell, CancellationToken ct)
    {
        await db.Execute(RosterApplySql.Ends, new { import.OrganizationId, SourceId = _sourceId }, ct);
        var today = await Today(import, ct);
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
    Task<DateOnly> Today(ImportWork.Import import, CancellationToken ct) =>
        RegionTime.TodayAt(import.OrganizationId, db, time, ct);

    const string Positions = """
        select code, name_ru, coalesce((data ->> 'teaching')::boolean, false) teaching from dictionary_entry
         where dictionary = 'position' and valid_from <= @Today and (valid_to is null or valid_to > @Today)
        """;
}
