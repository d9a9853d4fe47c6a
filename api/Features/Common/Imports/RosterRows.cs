using Mentoring.Api.Features.Common.Organizations;
using Npgsql;
using NpgsqlTypes;

namespace Mentoring.Api.Features.Common.Imports;

/// <summary>Carries the rows about people and about their work into the staging tables, one at a time, with what is wrong in each.</summary>
/// <param name="today">Since when somebody works of whom OneRoster 1.1, which knows no such day, says nothing else.</param>
sealed class RosterRows(NpgsqlConnection connection, TimeProvider time, RosterManifest manifest, DateOnly today, Func<int, Task> tell)
{
    const int Name = 100;
    const int Id = 255;

    public sealed record Position(string Code, string NameRu, bool Teaching);

    /// <summary>Rows of the files. In OneRoster 1.1 a row is a person and the work together, and is read twice.</summary>
    public int Done { get; private set; }

    IReadOnlyList<string>[] UserLayouts => manifest.IsOld ? RosterFormat.OldUserLayouts : RosterFormat.UserLayouts;

    public Task Users(RosterArchive archive, CancellationToken ct) => Copy(archive, RosterArchive.Users, UserLayouts, """
        copy staged_user (line, id, source_id, deleted, family_name, given_name, patronymic, birth_date, email, phone, snils_key, is_new, faults)
        from stdin (format binary)
        """, rows =>
        {
            var at = new UserColumns(rows.At("enabledUser"), rows.At("familyName"), rows.At("givenName"), rows.At("middleName"),
                rows.At(RosterFormat.BirthDate), rows.At("email"), rows.At("phone"), rows.At("sms"), rows.At(RosterFormat.IsNew),
                Math.Max(rows.At(RosterFormat.Snils), rows.At(RosterFormat.OtherSnils)));
            return copy => User(rows, copy, at);
        }, ct);

    public Task Jobs(RosterArchive archive, RosterHome place, IReadOnlyList<Position> positions, CancellationToken ct) =>
        Copy(archive, manifest.RolesFile, manifest.IsOld ? RosterFormat.OldUserLayouts : [RosterFormat.RoleColumns], """
        copy staged_role (line, id, source_id, deleted, user_source_id, is_staff, elsewhere, position_code, is_teaching, is_main, qualification, started_on,
            undated, ended_on, faults) from stdin (format binary)
        """, rows =>
        {
            var at = new RoleColumns(rows.At(manifest.IsOld ? "sourcedId" : "userSourcedId"), rows.At("roleType"), rows.At("role"),
                rows.At(manifest.IsOld ? "orgSourcedIds" : "orgSourcedId"), rows.At("beginDate"), rows.At("endDate"), rows.At(RosterFormat.Position),
                rows.At(RosterFormat.HireDate), rows.At(RosterFormat.IsMain), rows.At(RosterFormat.Qualification));
            var names = positions.SelectMany(p => new[] { (Key: SearchText.Normalize(p.Code), p), (Key: SearchText.Normalize(p.NameRu), p) })
                .DistinctBy(pair => pair.Key).ToDictionary(pair => pair.Key, pair => pair.p);
            return copy => Job(rows, copy, place, at, names);
        }, ct);

    sealed record UserColumns(int Enabled, int Family, int Given, int Patronymic, int Birth, int Email, int Phone, int Sms, int IsNew, int Snils);

    sealed record RoleColumns(int User, int Type, int Role, int Org, int Begin, int End, int Position, int HireDate, int IsMain, int Qualification);

    async Task Copy(
        RosterArchive archive, string file, IReadOnlyList<string>[] layouts, string into,
        Func<CsvRows, Action<NpgsqlBinaryImporter>> writerOf, CancellationToken ct)
    {
        using var rows = CsvRows.Open(file, archive.Read(file), layouts);
        var write = writerOf(rows);
        var first = Done;
        var again = manifest.IsOld && first > 0;
        await using var copy = await connection.BeginBinaryImportAsync(into, ct);
        for (var read = 1; rows.Read(); read++)
        {
            write(copy);
            if (!again) Done = first + read;
            if ((first + read) % ImportProgress.Step != 0) continue;
            ct.ThrowIfCancellationRequested();
            await tell(Done);
        }

        await copy.CompleteAsync(ct);
    }

    /// <summary>Who may no longer sign in at the sender has left, as one who is to be deleted there.</summary>
    void User(CsvRows rows, NpgsqlBinaryImporter copy, UserColumns at)
    {
        var deleted = Begin(rows, copy, "") | rows.Flag(at.Enabled) == false;
        var birth = rows.Date(at.Birth);
        if (!deleted && birth is { } born && !StaffDays.IsBirth(born, today)) rows.Fault(at.Birth, "import.birth-date", $"{born:yyyy-MM-dd}");
        var email = rows.Text(at.Email, 254);
        if (email is not null && !(email.IndexOf('@') is > 0 and var sign && sign < email.Length - 1 && !email.Contains(' ', StringComparison.Ordinal)))
            rows.Fault(at.Email, "import.email", email);
        copy.Write(deleted);
        Write(copy, rows.Text(at.Family, Name, required: !deleted));
        Write(copy, rows.Text(at.Given, Name, required: !deleted));
        Write(copy, rows.Text(at.Patronymic, Name));
        Write(copy, birth);
        Write(copy, email);
        Write(copy, rows.Text(at.Phone, 40) ?? rows.Text(at.Sms, 40));
        Write(copy, RosterSnils.Read(rows, at.Snils));
        copy.Write(rows.Flag(at.IsNew) ?? false);
        Write(copy, rows.Faults);
    }

    void Job(CsvRows rows, NpgsqlBinaryImporter copy, RosterHome place, RoleColumns at, Dictionary<string, Position> positions)
    {
        var deleted = Begin(rows, copy, manifest.IsOld ? "user:" : "");
        var user = rows.Text(at.User, Id, required: !deleted);
        var role = rows.Text(at.Role, 60, required: !deleted);
        var staff = role is null ? true : RosterFormat.IsStaff(role);
        if (staff is null) rows.Fault(at.Role, "import.role", role);
        var judged = staff == true && !deleted;
        var (org, isFirst) = judged ? OrganizationOf(rows, place, at.Org) : (null, true);
        var elsewhere = org is not null && place.IsElsewhere(org);
        if (org is not null && !elsewhere && !place.Here.Contains(org)) rows.Fault(at.Org, "import.org-unknown", org);
        var position = judged && role is not null ? PositionOf(rows, role, at, positions) : null;
        var from = rows.Date(at.HireDate) ?? rows.Date(at.Begin);
        var undated = from is null && manifest.IsOld;
        var to = rows.Date(at.End);
        if (judged && from is null && !undated && rows.Faults is null) rows.Fault(at.HireDate >= 0 ? at.HireDate : at.Begin, "import.required", null);
        if (from >= to) rows.Fault(at.End, "import.dates", $"{to:yyyy-MM-dd}");
        if (judged && from is { } began && StaffDays.IsAhead(began, today))
            rows.Fault(rows.Text(at.HireDate, 40) is null ? at.Begin : at.HireDate, "import.start-ahead", $"{began:yyyy-MM-dd}");
        var main = rows.Flag(at.IsMain) ?? rows.Text(at.Type, 20)?.Equals("primary", StringComparison.OrdinalIgnoreCase) ?? manifest.IsOld && isFirst;
        var written = rows.Text(at.Qualification, 60);
        var qualification = written is null ? null : RosterFormat.QualificationOf(written);
        if (written is not null && qualification is null) rows.Fault(at.Qualification, "import.qualification", written);

        copy.Write(deleted);
        Write(copy, user);
        copy.Write(staff ?? true);
        copy.Write(elsewhere);
        Write(copy, position?.Code);
        copy.Write(position?.Teaching ?? false);
        copy.Write(main);
        Write(copy, qualification);
        Write(copy, undated ? today : from);
        copy.Write(undated);
        Write(copy, to);
        Write(copy, elsewhere ? null : rows.Faults);
    }

    /// <summary>What every row begins with: line, the id that its row of ours would get, the other system's id, the status.</summary>
    /// <param name="kind">Before the id of a person where it stands for the person's work.</param>
    bool Begin(CsvRows rows, NpgsqlBinaryImporter copy, string kind)
    {
        copy.StartRow();
        copy.Write(rows.Line, NpgsqlDbType.Integer);
        copy.Write(Guid.CreateVersion7(time.GetUtcNow()), NpgsqlDbType.Uuid);
        var id = rows.Text(0, Id, required: true);
        Write(copy, id is null ? null : kind + id);
        var status = rows.Text(1, 20);
        if (status is not (null or "active" or "tobedeleted")) rows.Fault(1, "import.status", status);
        return status == "tobedeleted";
    }

    /// <returns>Ours of those that the row names, else the first of them.</returns>
    (string? Org, bool IsFirst) OrganizationOf(CsvRows rows, RosterHome place, int column)
    {
        var written = rows.Text(column, manifest.IsOld ? Id * 10 : Id, required: true);
        if (!manifest.IsOld || written is null) return (written, true);
        var all = written.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var ours = Array.FindIndex(all, place.Here.Contains);
        return all.Length == 0 ? (null, true) : (all[Math.Max(0, ours)], ours <= 0);
    }

    static Position? PositionOf(CsvRows rows, string role, RoleColumns at, Dictionary<string, Position> positions)
    {
        var written = rows.Text(at.Position, 200) ?? RosterFormat.PositionOf(role);
        var column = at.Position >= 0 ? at.Position : at.Role;
        if (written is null) rows.Fault(column, "import.position-missing", role);
        else if (positions.TryGetValue(SearchText.Normalize(written), out var position)) return position;
        else rows.Fault(column, "import.position", written);
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
