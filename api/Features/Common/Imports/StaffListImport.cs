using Mentoring.Api.Platform;
using Npgsql;
using NpgsqlTypes;

namespace Mentoring.Api.Features.Common.Imports;

/// <summary>The staff of one organization from a list that it keeps itself, read as somebody there has matched its columns.</summary>
sealed class StaffListImport(Db db, TimeProvider time) : RosterImport(db, time)
{
    StaffReading _reading = new("", 0, [], false, []);
    SheetRow? _headings;

    public override async Task<int> Stage(NpgsqlConnection connection, ImportWork.Import import, byte[] file, Func<int, Task> tell, CancellationToken ct)
    {
        await StaffEdits.RefuseClosed(Db, import.OrganizationId, ct);
        _reading = await StaffList.Kept(Db, import.Id, ct) ?? throw new BadInput("import.columns-needed");
        var table = StaffSheet.Read(file).FirstOrDefault(sheet => sheet.Name == _reading.Sheet) ?? throw new BadInput("import.sheet-empty");
        _headings = table.Rows.FirstOrDefault(row => row.Line == _reading.HeadingLine);
        Manifest = new(IsOld: true, IsDelta: !_reading.IsWhole, HasUsers: true, HasRoles: false);
        await Db.Execute(RosterPlanSql.Tables + StaffListSql.Tables, null, ct);

        var list = await StaffList.Of(Db, import.OrganizationId!.Value, await Today(import, ct), ct);
        var (_, rows, _) = list.Read(table, _reading);
        if (rows.Count == 0) throw new BadInput("import.sheet-no-people");
        var found = StaffIdentity.Of(rows, list.People, new(_reading.Answers, _reading.Rest));
        foreach (var row in rows.Except(found.People.SelectMany(person => person.Rows)).Where(row => row.Faults.Count == 0))
            row.Faults.Add((StaffField.FullName, "import.who-is-it", null));

        var sourceOf = found.People.SelectMany(person => person.Rows.Select(row => (row.Line, person.SourceId))).ToDictionary(pair => pair.Line, pair =>
            pair.SourceId);
        var firsts = found.People.ToDictionary(person => person.Rows[0].Line);
        await using (var copy = await connection.BeginBinaryImportAsync(Users, ct))
        {
            foreach (var row in rows.Where(row => firsts.ContainsKey(row.Line) || !sourceOf.ContainsKey(row.Line)))
                User(copy, row, firsts.GetValueOrDefault(row.Line));
            await copy.CompleteAsync(ct);
        }

        await using (var copy = await connection.BeginBinaryImportAsync(Jobs, ct))
        {
            foreach (var row in rows) Job(copy, row, sourceOf.GetValueOrDefault(row.Line), firsts.ContainsKey(row.Line), list);
            await copy.CompleteAsync(ct);
        }

        await Db.Execute("""
            insert into staged_said select * from unnest(@Lines::int[], @Main::boolean[], @Ended::boolean[]);
            insert into staged_found select * from unnest(@Firsts::int[], @People::uuid[], @Apart::boolean[]);
            update staged_user u set recognised = true from staged_found f where f.line = u.line and f.person_id is not null;
            """, new
        {
            Lines = rows.Select(row => row.Line).ToArray(), Main = rows.Select(row => row.IsMain is not null).ToArray(), Ended = rows.Select(row =>
                row.LastDay is not null).ToArray(),
            Firsts = found.People.Select(person => person.Rows[0].Line).ToArray(), People = found.People.Select(person => person.PersonId).ToArray(),
            Apart = found.People.Select(person => person.IsApart).ToArray(),
        }, ct);
        await tell(rows.Count);
        return rows.Count;
    }

    protected override IEnumerable<string> Steps =>
    [
        RosterPlanSql.Judge, RosterMatchSql.Known, StaffListSql.Found, RosterMatchSql.Recognised, StaffListSql.Apart, RosterMatchSql.Elsewhere,
            RosterMatchSql.Jobs,
        StaffEditSql.Said, StaffListSql.Unsaid, StaffEditSql.Stand, RosterPlanSql.Decide,
    ];

    public override async Task<ImportWork.Counts> Plan(ImportWork.Import import, CancellationToken ct)
    {
        var counts = await base.Plan(import, ct);
        await Db.Execute(StaffListSql.Problems, new
        {
            Sheet = _reading.Sheet.Length > 0 ? _reading.Sheet : "CSV", Name = Heading(StaffField.FullName), Main = Heading(StaffField.IsMain),
            Position = Heading(StaffField.Position), Start = Heading(StaffField.StartedOn),
        }, ct);
        return counts;
    }

    void User(NpgsqlBinaryImporter copy, StaffRow row, StaffIdentity.Person? person)
    {
        T? First<T>(Func<StaffRow, T?> of) where T : class => person?.Rows.Select(of).FirstOrDefault(value => value is not null) ?? of(row);
        copy.StartRow();
        copy.Write(row.Line, NpgsqlDbType.Integer);
        copy.Write(Guid.CreateVersion7(Time.GetUtcNow()), NpgsqlDbType.Uuid);
        Text(copy, person?.SourceId);
        copy.Write(false);
        Text(copy, row.Family);
        Text(copy, row.Given);
        Text(copy, row.Patronymic);
        Day(copy, person?.Rows.Select(one => one.BirthDate).FirstOrDefault(day => day is not null) ?? row.BirthDate);
        Text(copy, First(one => one.Email));
        Text(copy, First(one => one.Phone));
        copy.Write(person?.IsApart ?? false);
        // Told with the work, which stands in the same row.
        Text(copy, null);
        copy.Write(row.Faults.Count > 0);
    }

    void Job(NpgsqlBinaryImporter copy, StaffRow row, string? sourceId, bool isFirst, StaffList list)
    {
        var faults = new Faults();
        RosterRows.Position? position = null;
        if (row.Position is not null && (!list.Positions.Knows(row.Position, out position) || position is null)) row.Faults.Add((StaffField.Position,
            "import.position", row.Position));
        foreach (var (field, code, value) in row.Faults) faults.Add(Heading(field), code, value);
        copy.StartRow();
        copy.Write(row.Line, NpgsqlDbType.Integer);
        copy.Write(Guid.CreateVersion7(Time.GetUtcNow()), NpgsqlDbType.Uuid);
        Text(copy, null);
        copy.Write(false);
        Text(copy, sourceId);
        copy.Write(true);
        copy.Write(false);
        Text(copy, position?.Code);
        copy.Write(position?.Teaching ?? false);
        copy.Write(row.IsMain ?? isFirst);
        Text(copy, row.Qualification);
        Day(copy, row.StartedOn ?? list.Today);
        copy.Write(row.StartedOn is null);
        Day(copy, row.LastDay?.AddDays(1));
        Text(copy, faults.Text);
    }

    string Heading(StaffField field)
    {
        var columns = _reading.Columns;
        var column = columns.FirstOrDefault(one => one.Field == field)
            ?? (field == StaffField.FullName ? columns.FirstOrDefault(one => one.Field == StaffField.FamilyName) : null);
        if (column is null) return "*";
        return _headings?.At(column.At) is { Length: > 0 } heading ? heading : SheetColumns.Letters(column.At);
    }

    static void Text(NpgsqlBinaryImporter copy, string? text)
    {
        if (text is null) copy.WriteNull();
        else copy.Write(text, NpgsqlDbType.Text);
    }

    static void Day(NpgsqlBinaryImporter copy, DateOnly? date)
    {
        if (date is { } day) copy.Write(day, NpgsqlDbType.Date);
        else copy.WriteNull();
    }

    const string Users = """
        copy staged_user (line, id, source_id, deleted, family_name, given_name, patronymic, birth_date, email, phone, is_new, faults,
            bad) from stdin (format binary)
        """;
    const string Jobs = """
        copy staged_role (line, id, source_id, deleted, user_source_id, is_staff, elsewhere, position_code, is_teaching, is_main, qualification, started_on,
            undated, ended_on, faults) from stdin (format binary)
        """;
}

/// <summary>Columns as spreadsheets name them.</summary>
static class SheetColumns
{
    public static string Letters(int column) => column < 26 ? $"{(char)('A' + column)}" : Letters(column / 26 - 1) + Letters(column % 26);
}
