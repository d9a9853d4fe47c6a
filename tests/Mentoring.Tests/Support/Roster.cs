using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Mentoring.Tests.Support;

/// <summary>
/// Builds OneRoster 1.2 CSV zips: the same input gives the same bytes. Rows can be changed before the zip is made, so that
/// a test spoils exactly what it is about.
/// </summary>
public sealed class Roster
{
    const string UserHeader = "sourcedId,status,dateLastModified,enabledUser,username,userIds,givenName,familyName,middleName,identifier,email,sms,phone,"
        + "agentSourcedIds,grades,password,userMasterIdentifier,resourceSourcedIds,preferredGivenName,preferredMiddleName,preferredFamilyName,"
        + "primaryOrgSourcedId,pronouns,metadata.mentoring.birthDate";
    const string RoleHeader = "sourcedId,status,dateLastModified,userSourcedId,roleType,role,beginDate,endDate,orgSourcedId,userProfileSourcedId,"
        + "metadata.mentoring.position,metadata.mentoring.hireDate,metadata.mentoring.isMain,metadata.mentoring.category";

    static readonly string[] Families = ["Иванова", "Смирнова", "Кузнецова", "Попова", "Соколова", "Лебедева", "Козлова", "Новикова", "Морозова", "Петрова",
        "Волкова", "Соловьёва"];
    static readonly string[] Given = ["Анна", "Мария", "Елена", "Ольга", "Наталья", "Татьяна", "Ирина", "Светлана", "Юлия", "Марина"];
    static readonly string[] Patronymics = ["Ивановна", "Петровна", "Сергеевна", "Алексеевна", "Андреевна", "Викторовна", "Николаевна"];

    /// <summary>
    /// Ends the patronymics, so that tests that share a country send different people: whoever has the same name, birth date
    /// and e-mail is the same person, wherever.
    /// </summary>
    public string Mark { get; init; } = Marks();

    /// <summary>What marks a roster that says nothing else: nothing, unless a run of tests decides otherwise.</summary>
    public static Func<string> Marks { get; set; } = () => "";

    /// <summary>The organization's id in the sending system.</summary>
    public const string Org = "org-1";

    public static readonly DateTimeOffset Written = new(2026, 10, 1, 0, 0, 0, TimeSpan.Zero);

    public string Mode { get; init; } = "bulk";

    public string? Ogrn { get; init; }

    public Encoding Encoding { get; init; } = new UTF8Encoding(false);

    public List<string> Manifest { get; } = [];

    /// <summary>Whole lines of orgs.csv after the one of <see cref="Org"/>.</summary>
    public List<string> Orgs { get; } = [];

    /// <summary>Whole lines of users.csv after the header.</summary>
    public List<string> Users { get; } = [];

    /// <summary>Whole lines of roles.csv after the header.</summary>
    public List<string> Roles { get; } = [];

    /// <summary>Further files of the zip.</summary>
    public Dictionary<string, string> More { get; } = [];

    /// <summary>Changes the text of a file, header and all, or leaves it out with null.</summary>
    public Dictionary<string, Func<string, string?>> Change { get; } = [];

    /// <summary>A staff of so many teachers, user-1 to user-N, each with one main employment.</summary>
    public static Roster Of(int people, string mode = "bulk", string? mark = null)
    {
        var roster = mark is null ? new Roster { Mode = mode } : new Roster { Mode = mode, Mark = mark };
        for (var i = 1; i <= people; i++)
        {
            roster.User(i);
            roster.Role(i);
        }

        return roster;
    }

    public Roster User(int i, string? family = null, string? email = null, string status = "", string? given = null)
    {
        var birth = new DateOnly(1960, 1, 1).AddDays(i * 37 % 14000).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        Users.Add($"user-{i},{Status(status)},true,teacher{i},,{given ?? Given[i % Given.Length]},"
            + $"{family ?? Families[i % Families.Length]},{Patronymics[i % Patronymics.Length]}{Mark},,"
            + $"{email ?? $"teacher{i}@school.example"},,+7 900 {i % 1000:000}-{i % 97:00}-{i % 89:00},,,,,,,,,{Org},,{birth}");
        return this;
    }

    public Roster Role(int i, string position = "Учитель", string hired = "2020-09-01", bool main = true, string status = "", string? id = null,
        string role = "teacher", string org = Org, string ends = "", string category = "")
    {
        Roles.Add($"{id ?? $"role-{i}"},{Status(status)},user-{i},{(main ? "primary" : "secondary")},{role},,{ends},{org},,{position},{hired},"
            + $"{(main ? "true" : "false")},{category}");
        return this;
    }

    public byte[] Zip()
    {
        using var memory = new MemoryStream();
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(zip, "manifest.csv", Lines("propertyName,value",
            [
                "manifest.version,1.0", "oneroster.version,1.2", $"file.orgs,{Mode}", $"file.users,{Mode}", $"file.roles,{Mode}", "source.systemName,Test",
                    .. Manifest,
            ]));
            Add(zip, "orgs.csv", Lines("sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId", [$"{Org},,,Школа,school,{Ogrn},", .. Orgs]));
            Add(zip, "users.csv", Lines(UserHeader, Users));
            Add(zip, "roles.csv", Lines(RoleHeader, Roles));
            foreach (var (name, text) in More) Add(zip, name, text);
        }

        return memory.ToArray();
    }

    string Status(string status) => Mode == "delta" ? $"{(status.Length > 0 ? status : "active")},2026-10-01T00:00:00.000Z" : $"{status},";

    void Add(ZipArchive zip, string name, string text)
    {
        if (Change.TryGetValue(name, out var change))
        {
            if (change(text) is not { } changed) return;
            text = changed;
        }

        var entry = zip.CreateEntry(name, CompressionLevel.Optimal);
        entry.LastWriteTime = Written;
        using var stream = entry.Open();
        stream.Write(Encoding.GetPreamble());
        stream.Write(Encoding.GetBytes(text));
    }

    static string Lines(string header, IEnumerable<string> lines)
    {
        var text = new StringBuilder(header).Append("\r\n");
        foreach (var line in lines) text.Append(line).Append("\r\n");
        return text.ToString();
    }
}
