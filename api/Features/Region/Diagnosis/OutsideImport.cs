using Mentoring.Api.Features.Common.Imports;
using Mentoring.Api.Platform;
using Npgsql;
using NpgsqlTypes;

namespace Mentoring.Api.Features.Region.Diagnosis;

sealed class OutsideResults : IBringFiles
{
    public ImportKind Kind => ImportKind.DiagnosisResults;

    public Permission Permission => Permission.DiagnosisImport;

    public string Forget => "delete from import_result where import_id = @Id";

    public IImportKind Open(Db db, Audit audit, TimeProvider time) => new OutsideImport(db, audit, time);
}

/// <summary>Results of an outside instrument: the rows of one teacher and day become a diagnosis that is the teacher's own.</summary>
sealed class OutsideImport(Db db, Audit audit, TimeProvider time) : IImportKind
{
    OutsideFile _file = null!;
    InstrumentContent _content = null!;
    Instrument _instrument = null!;
    Body _body = null!;

    sealed record Instrument(Guid Id, int Edition, DiagnosisKind Kind, string Content);

    sealed record Body(string Name, bool Centre);

    public async Task<int> Stage(NpgsqlConnection connection, ImportWork.Import import, byte[] file, Func<int, Task> tell, CancellationToken ct)
    {
        _file = OutsideFile.Read(file);
        _instrument = await db.Maybe<Instrument>(InstrumentSql, new { _file.InstrumentId }, ct) ?? throw new BadInput("diagnosis.import-instrument");
        _content = InstrumentContent.Read(_instrument.Content);
        var today = await Today(import, ct);
        await db.Execute(OutsideImportSql.Tables, null, ct);
        await using (var copy = await connection.BeginBinaryImportAsync(OutsideImportSql.Copy, ct))
        {
            foreach (var row in _file.Rows) Write(copy, row, today);
            await copy.CompleteAsync(ct);
        }

        await tell(_file.Rows.Count);
        return _file.Rows.Count;
    }

    public async Task<ImportWork.Counts> Plan(ImportWork.Import import, CancellationToken ct)
    {
        _body = await db.One<Body>("select name_short as name, kind = 'Cnppm' centre from organization where id = @OrganizationId", import, ct);
        var args = new
        {
            import.Id, import.OrganizationId, import.RegionCode, _body.Centre, Today = await Today(import, ct), Now = time.GetUtcNow().UtcDateTime,
            Instrument = _instrument.Id, Kind = _instrument.Kind.ToString(), Rule = _content.Rule.ToString(),
            Name = Heading(OutsideColumn.FamilyName, OutsideColumn.FullName), Area = Heading(OutsideColumn.Area), ImportWork.MostProblems,
        };
        await db.Execute(OutsideImportSql.Find, args, ct);
        await db.Execute(OutsideImportSql.Plan, args, ct);
        await db.Execute(OutsideImportSql.Keep, args, ct);
        return await db.One<ImportWork.Counts>(OutsideImportSql.Count, null, ct);
    }

    sealed record Made(Guid Id, Guid OrganizationId, string RegionCode, Guid PersonId);

    public async Task Apply(ImportWork.Import import, int rows, Func<int, Task> tell, CancellationToken ct)
    {
        var made = await db.List<Made>(OutsideImportSql.Apply, new
        {
            import.OrganizationId, BodyName = _body.Name, Instrument = _instrument.Id, _instrument.Edition, Kind = _instrument.Kind.ToString(),
            Now = time.GetUtcNow().UtcDateTime,
        }, ct);
        foreach (var one in made) audit.About(one.OrganizationId, one.RegionCode, one.Id, new DiagnosisHanded(), concerned: [one.PersonId]);
        if (made.Count > 0) await audit.Append("HandDiagnosis", ct);
        await tell(rows);
    }

    void Write(NpgsqlBinaryImporter copy, OutsideFile.Row row, DateOnly today)
    {
        var faults = new Faults();
        void Fault(OutsideColumn column, string code) => faults.Add(Heading(column), code, row[column]);
        var name = NameOf(row, faults);
        var born = DayOf(row, OutsideColumn.BirthDate, required: false, today, faults);
        if (row.HasWrongSnils()) faults.Add(Heading(OutsideColumn.Snils), "import.snils", null);
        if (born is null && row[OutsideColumn.Snils].Length == 0 && row[OutsideColumn.Number].Length == 0)
            faults.Add(Heading(OutsideColumn.FamilyName, OutsideColumn.FullName), "diagnosis.import-who", null);
        var day = DayOf(row, OutsideColumn.Day, required: true, today, faults);
        if (day > today) Fault(OutsideColumn.Day, "diagnosis.import-future");
        var area = _content.Outside!.Of(row[OutsideColumn.Area]);
        if (area is null) Fault(OutsideColumn.Area, row[OutsideColumn.Area].Length == 0 ? "import.required" : "diagnosis.import-area");
        var score = row[OutsideColumn.Score];
        var level = area?.Level(score);
        if (score.Length == 0) Fault(OutsideColumn.Score, "import.required");
        else if (area is not null && level is null) Fault(OutsideColumn.Score, area.Levels is null ? "diagnosis.import-score" : "diagnosis.import-level");

        copy.StartRow();
        copy.Write(row.Line, NpgsqlDbType.Integer);
        Text(copy, row[OutsideColumn.Number]);
        Text(copy, new string([.. row[OutsideColumn.School].Where(char.IsAsciiDigit)]));
        Text(copy, row.HasWrongSnils() ? "" : row[OutsideColumn.Snils]);
        foreach (var part in new[] { name.Family, name.Given, name.Patronymic }) Text(copy, part ?? "");
        Day(copy, born);
        Day(copy, day);
        Text(copy, area?.Code ?? "");
        Text(copy, area?.Area ?? "");
        if (level is { } value) copy.Write(value, NpgsqlDbType.Integer);
        else copy.WriteNull();
        Text(copy, score.Length > 100 ? score[..100] : score);
        Text(copy, faults.Text ?? "");
    }

    StaffValues.Name NameOf(OutsideFile.Row row, Faults faults)
    {
        var whole = row[OutsideColumn.FullName];
        var name = whole.Length > 0 ? StaffValues.Of(whole) : new(Cased(row[OutsideColumn.FamilyName]), Cased(row[OutsideColumn.GivenName]),
            Cased(row[OutsideColumn.Patronymic]), null);
        if (name.Fault is { } fault) faults.Add(Heading(OutsideColumn.FullName), fault, null);
        else if (name.Family is null) faults.Add(Heading(OutsideColumn.FamilyName, OutsideColumn.FullName), "import.required", null);
        else if (name.Given is null) faults.Add(Heading(OutsideColumn.GivenName, OutsideColumn.FullName), "import.required", null);
        return name;
    }

    static string? Cased(string part) => part.Length == 0 ? null : StaffValues.Cased(part);

    DateOnly? DayOf(OutsideFile.Row row, OutsideColumn column, bool required, DateOnly today, Faults faults)
    {
        var cell = row[column];
        if (cell.Length == 0)
        {
            if (required) faults.Add(Heading(column), "import.required", null);
            return null;
        }

        if (SheetDay.Of(cell, today) is { } day) return day;
        faults.Add(Heading(column), "import.day", column == OutsideColumn.Day ? cell : null);
        return null;
    }

    /// <summary>As the file calls the first of these columns that it has.</summary>
    string Heading(params OutsideColumn[] columns) =>
        columns.Select(column => _file.Headings.GetValueOrDefault(column)).FirstOrDefault(heading => heading is { Length: > 0 }) ?? "*";

    Task<DateOnly> Today(ImportWork.Import import, CancellationToken ct) => RegionTime.TodayAt(import.OrganizationId, db, time, ct);

    static void Text(NpgsqlBinaryImporter copy, string text)
    {
        if (text.Length == 0) copy.WriteNull();
        else copy.Write(text, NpgsqlDbType.Text);
    }

    static void Day(NpgsqlBinaryImporter copy, DateOnly? date)
    {
        if (date is { } day) copy.Write(day, NpgsqlDbType.Date);
        else copy.WriteNull();
    }

    const string InstrumentSql = """
        select id, edition, kind, content::text content from instrument where id = @InstrumentId and status = 'Published' and form = 'Outside'
        """;
}
