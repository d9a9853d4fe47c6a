using Mentoring.Api.Features.Common.Imports;
using Mentoring.Api.Platform;
using Npgsql;
using NpgsqlTypes;

namespace Mentoring.Api.Features.School.PupilResults;

sealed class PupilFiles : IBringFiles
{
    public ImportKind Kind => ImportKind.PupilResults;

    public Permission Permission => Permission.PupilResultImport;

    /// <summary>Nothing is kept beside the import.</summary>
    public string Forget => "select 1";

    public IImportKind Open(Db db, Audit audit, TimeProvider time) => new PupilImport(db, time);
}

/// <summary>Counts of what pupils reached, as schools' systems write them: what is new comes, what differs is corrected, the rest stays as it is.</summary>
sealed class PupilImport(Db db, TimeProvider time) : IImportKind
{
    PupilFile _file = null!;
    IReadOnlyList<PupilDictionaries.Entry> _words = null!;

    public async Task<int> Stage(NpgsqlConnection connection, ImportWork.Import import, byte[] file, Func<int, Task> tell, CancellationToken ct)
    {
        _file = PupilFile.Read(file);
        var today = await RegionTime.TodayAt(import.OrganizationId, db, time, ct);
        _words = await PupilDictionaries.All(db, today, ct);
        await db.Execute(PupilImportSql.Tables, null, ct);
        await using (var copy = await connection.BeginBinaryImportAsync(PupilImportSql.Copy, ct))
        {
            foreach (var row in _file.Rows) Write(copy, row, today);
            await copy.CompleteAsync(ct);
        }

        await tell(_file.Rows.Count);
        return _file.Rows.Count;
    }

    public async Task<ImportWork.Counts> Plan(ImportWork.Import import, CancellationToken ct)
    {
        var args = new
        {
            import.OrganizationId,
            Who = Heading(PupilColumn.FullName, PupilColumn.FamilyName, PupilColumn.Number, PupilColumn.Snils), Kind = Heading(PupilColumn.Kind),
        };
        await db.Execute(PupilImportSql.Find, args, ct);
        await db.Execute(PupilImportSql.Plan, args, ct);
        return await db.One<ImportWork.Counts>(PupilImportSql.Count, null, ct);
    }

    public async Task Apply(ImportWork.Import import, int rows, Func<int, Task> tell, CancellationToken ct)
    {
        await db.Execute(PupilImportSql.Apply, new
        {
            import.Id, import.OrganizationId, import.RegionCode, Now = time.GetUtcNow().UtcDateTime, By = import.CreatedBy,
        }, ct);
        await tell(rows);
    }

    void Write(NpgsqlBinaryImporter copy, PupilFile.Row row, DateOnly today)
    {
        var faults = new Faults();
        T? Read<T>(PupilColumn column, Func<string, T?> read, string code) where T : struct
        {
            var cell = row[column];
            var value = cell.Length == 0 ? null : read(cell);
            if (value is null) faults.Add(Heading(column), cell.Length == 0 ? "import.required" : code, cell);
            return value;
        }

        T? Maybe<T>(PupilColumn column, Func<string, T?> read, string code) where T : struct =>
            row[column].Length == 0 ? null : Read(column, read, code);

        var name = NameOf(row, faults);
        if (row.HasWrongSnils()) faults.Add(Heading(PupilColumn.Snils), "import.snils", null);
        var kind = Read(PupilColumn.Kind, PupilWords.Kind, "pupil-results.import-kind");
        var subject = Word(row, PupilColumn.Subject, PupilDictionaries.Subject, "pupil-results.import-subject", faults, required: true);
        var year = Read(PupilColumn.SchoolYear, PupilWords.Year, "pupil-results.import-year");
        var grade = Read(PupilColumn.Grade, PupilWords.Grade, "pupil-results.import-grade");
        var term = Maybe(PupilColumn.Term, PupilWords.Term, "pupil-results.import-term");
        var stage = Word(row, PupilColumn.Stage, PupilDictionaries.Stage, "pupil-results.import-stage", faults, required: false);
        var pupils = Read(PupilColumn.Pupils, PupilWords.Count, "pupil-results.import-count");
        var successful = Read(PupilColumn.Successful, PupilWords.Count, "pupil-results.import-count");
        var prizes = Maybe(PupilColumn.Prizes, PupilWords.Count, "pupil-results.import-count");
        var day = Read(PupilColumn.CountedOn, cell => SheetDay.Of(cell, today), "import.day");

        if (faults.Text is null)
        {
            var key = new PupilResultKey(year!.Value, kind!.Value, grade!.Value, term, stage);
            foreach (var (member, code) in PupilResultRules.Faults(key, new(pupils!.Value, successful!.Value, day!.Value, prizes), today))
                faults.Add(Heading(Enum.Parse<PupilColumn>(member, ignoreCase: true)), code, null);
        }

        copy.StartRow();
        copy.Write(row.Line, NpgsqlDbType.Integer);
        foreach (var text in new[] { row[PupilColumn.Number], row.HasWrongSnils() ? "" : row[PupilColumn.Snils], name.Family, name.Given, name.Patronymic,
            kind?.ToString(), subject, term?.ToString(), stage, faults.Text }) Text(copy, text);
        foreach (var number in new[] { year, grade, pupils, successful, prizes }) Number(copy, number);
        if (day is { } on) copy.Write(on, NpgsqlDbType.Date);
        else copy.WriteNull();
    }

    /// <summary>A file need not name whom its numbers tell.</summary>
    StaffValues.Name NameOf(PupilFile.Row row, Faults faults)
    {
        var whole = row[PupilColumn.FullName];
        var name = whole.Length > 0 ? StaffValues.Of(whole) : new(Cased(row[PupilColumn.FamilyName]), Cased(row[PupilColumn.GivenName]),
            Cased(row[PupilColumn.Patronymic]), null);
        var isNumbered = row[PupilColumn.Number].Length > 0 || row[PupilColumn.Snils].Length > 0;
        if (name.Fault is { } fault) faults.Add(Heading(PupilColumn.FullName), fault, null);
        else if (name.Family is null != name.Given is null || (name.Family is null && !isNumbered))
            faults.Add(Heading(PupilColumn.FullName, PupilColumn.FamilyName, PupilColumn.Number, PupilColumn.Snils), "pupil-results.import-who", null);
        return name;
    }

    static string? Cased(string part) => part.Length == 0 ? null : StaffValues.Cased(part);

    string? Word(PupilFile.Row row, PupilColumn column, string dictionary, string code, Faults faults, bool required)
    {
        var cell = row[column];
        var found = _words.Of(dictionary, cell);
        if (found is null && (required || cell.Length > 0)) faults.Add(Heading(column), cell.Length == 0 ? "import.required" : code, cell);
        return found;
    }

    /// <summary>As the file calls the first of these columns that it has.</summary>
    string Heading(params PupilColumn[] columns) =>
        columns.Select(column => _file.Headings.GetValueOrDefault(column)).FirstOrDefault(heading => heading is { Length: > 0 }) ?? "*";

    static void Text(NpgsqlBinaryImporter copy, string? text)
    {
        if (string.IsNullOrEmpty(text)) copy.WriteNull();
        else copy.Write(text, NpgsqlDbType.Text);
    }

    static void Number(NpgsqlBinaryImporter copy, int? number)
    {
        if (number is { } value) copy.Write(value, NpgsqlDbType.Integer);
        else copy.WriteNull();
    }
}
