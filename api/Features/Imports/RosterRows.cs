using Mentoring.Api.Features.Organizations;
using Npgsql;
using NpgsqlTypes;

namespace Mentoring.Api.Features.Imports;

/// <summary>Carries the rows of <c>users.csv</c> and <c>roles.csv</c> into the staging tables, one at a time, with what is wrong in each.</summary>
sealed class RosterRows(NpgsqlConnection connection, TimeProvider time, Func<int, Task> tell)
{
    const int Name = 100;
    const int Id = 255;

    public sealed record Position(string Code, string NameRu, bool Teaching);

    public int Done { get; private set; }

    public Task Users(RosterArchive archive, CancellationToken ct) => Copy(archive, RosterArchive.Users, RosterFormat.UserColumns, """
        copy staged_user (line, id, source_id, deleted, family_name, given_name, patronymic, birth_date, email, phone, faults) from stdin (format binary)
        """, rows =>
        {
            var birth = rows.Extension(RosterFormat.BirthDate);
            return copy => User(rows, copy, birth);
        }, ct);

    public Task Jobs(RosterArchive archive, string organization, IReadOnlyList<Position> positions, CancellationToken ct) => Copy(archive, RosterArchive.RoleRows, RosterFormat.RoleColumns, """
        copy staged_role (line, id, source_id, deleted, user_source_id, is_staff, position_code, is_teaching, is_main, qualification, started_on, ended_on, faults)
        from stdin (format binary)
        """, rows =>
        {
            var extensions = new Extensions(rows.Extension(RosterFormat.Position), rows.Extension(RosterFormat.HireDate),
                rows.Extension(RosterFormat.IsMain), rows.Extension(RosterFormat.Qualification));
            var names = positions.SelectMany(p => new[] { (Key: SearchText.Normalize(p.Code), p), (Key: SearchText.Normalize(p.NameRu), p) })
                .DistinctBy(pair => pair.Key).ToDictionary(pair => pair.Key, pair => pair.p);
            return copy => Job(rows, copy, organization, extensions, names);
        }, ct);

    sealed record Extensions(int Position, int HireDate, int IsMain, int Qualification);

    async Task Copy(RosterArchive archive, string file, string[] columns, string into, Func<CsvRows, Action<NpgsqlBinaryImporter>> writerOf, CancellationToken ct)
    {
        using var rows = CsvRows.Open(file, archive.Read(file), columns);
        var write = writerOf(rows);
        await using var copy = await connection.BeginBinaryImportAsync(into, ct);
        while (rows.Read())
        {
            write(copy);
            if (++Done % ImportProgress.Step != 0) continue;
            ct.ThrowIfCancellationRequested();
            await tell(Done);
        }

        await copy.CompleteAsync(ct);
    }

    void User(CsvRows rows, NpgsqlBinaryImporter copy, int birth)
    {
        var deleted = Begin(rows, copy);
        var email = rows.Text(10, 254);
        if (email is not null && !(email.IndexOf('@') is > 0 and var at && at < email.Length - 1 && !email.Contains(' ', StringComparison.Ordinal)))
            rows.Fault(10, "import.email", email);
        copy.Write(deleted);
        Write(copy, rows.Text(7, Name, required: !deleted));
        Write(copy, rows.Text(6, Name, required: !deleted));
        Write(copy, rows.Text(8, Name));
        Write(copy, rows.Date(birth));
        Write(copy, email);
        Write(copy, rows.Text(12, 40) ?? rows.Text(11, 40));
        Write(copy, rows.Faults);
    }

    void Job(CsvRows rows, NpgsqlBinaryImporter copy, string organization, Extensions at, Dictionary<string, Position> positions)
    {
        var deleted = Begin(rows, copy);
        var user = rows.Text(3, Id, required: !deleted);
        var role = rows.Text(5, 60, required: !deleted);
        var staff = role is null ? true : RosterFormat.IsStaff(role);
        if (staff is null) rows.Fault(5, "import.role", role);
        var judged = staff == true && !deleted;
        if (judged && rows.Text(8, Id, required: true) is { } org && org != organization) rows.Fault(8, "import.role-elsewhere", org);
        var position = judged && role is not null ? PositionOf(rows, role, at.Position, positions) : null;
        var from = rows.Date(at.HireDate) ?? rows.Date(6);
        var to = rows.Date(7);
        if (judged && from is null && rows.Faults is null) rows.Fault(at.HireDate >= 0 ? at.HireDate : 6, "import.required", null);
        if (from >= to) rows.Fault(7, "import.dates", $"{to:yyyy-MM-dd}");
        var main = rows.Flag(at.IsMain) ?? rows.Text(4, 20)?.Equals("primary", StringComparison.OrdinalIgnoreCase) ?? false;
        var written = rows.Text(at.Qualification, 60);
        var qualification = written is null ? null : RosterFormat.QualificationOf(written);
        if (written is not null && qualification is null) rows.Fault(at.Qualification, "import.qualification", written);

        copy.Write(deleted);
        Write(copy, user);
        copy.Write(staff ?? true);
        Write(copy, position?.Code);
        copy.Write(position?.Teaching ?? false);
        copy.Write(main);
        Write(copy, qualification);
        Write(copy, from);
        Write(copy, to);
        Write(copy, rows.Faults);
    }

    /// <summary>What every row begins with: line, the id that its row of ours would get, the other system's id, the status.</summary>
    bool Begin(CsvRows rows, NpgsqlBinaryImporter copy)
    {
        copy.StartRow();
        copy.Write(rows.Line, NpgsqlDbType.Integer);
        copy.Write(Guid.CreateVersion7(time.GetUtcNow()), NpgsqlDbType.Uuid);
        Write(copy, rows.Text(0, Id, required: true));
        var status = rows.Text(1, 20);
        if (status is not (null or "active" or "tobedeleted")) rows.Fault(1, "import.status", status);
        return status == "tobedeleted";
    }

    static Position? PositionOf(CsvRows rows, string role, int column, Dictionary<string, Position> positions)
    {
        var written = rows.Text(column, 200) ?? RosterFormat.PositionOf(role);
        if (written is null) rows.Fault(column >= 0 ? column : 5, "import.position-missing", role);
        else if (positions.TryGetValue(SearchText.Normalize(written), out var position)) return position;
        else rows.Fault(column >= 0 ? column : 5, "import.position", written);
        return null;
    }

    static void Write(NpgsqlBinaryImporter copy, string? text)
    {
        if (text is null) copy.WriteNull();
        else copy.Write(text, NpgsqlDbType.Text);
    }

    static void Write(NpgsqlBinaryImporter copy, DateOnly? date)
    {
        if (date is { } day) copy.Write(day, NpgsqlDbType.Date);
        else copy.WriteNull();
    }
}
