using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Mentoring.Demo;

/// <summary>
/// A roster in the form of OneRoster 1.2 CSV for trying the import with a showcase school, in the demo's own file the first one: its
/// staff as it stands, two newcomers, one who is left out and so leaves, and three rows with a mistake.
/// </summary>
static class DemoRoster
{
    const string Users = "sourcedId,status,dateLastModified,enabledUser,username,userIds,givenName,familyName,middleName,identifier,email,"
        + "sms,phone,agentSourcedIds,grades,password,"
        + "userMasterIdentifier,resourceSourcedIds,preferredGivenName,preferredMiddleName,preferredFamilyName,"
        + "primaryOrgSourcedId,pronouns,metadata.mentoring.birthDate";

    const string Roles = "sourcedId,status,dateLastModified,userSourcedId,roleType,role,beginDate,endDate,orgSourcedId,userProfileSourcedId,"
        + "metadata.mentoring.position,metadata.mentoring.hireDate,metadata.mentoring.isMain";

    public static byte[] Zip(DemoRows rows, DateOnly today) => Zip(rows, rows.Organizations[0].Id, today);

    public static byte[] Zip(DemoRows rows, Guid of, DateOnly today)
    {
        var school = rows.Organizations.Single(one => one.Id == of);
        var people = rows.People.ToDictionary(p => p.Id);
        var sources = rows.Sources.Where(s => s.OrganizationId == school.Id).ToDictionary(s => s.PersonId, s => s.SourceId);
        var jobs = rows.Employments.Where(e => e.OrganizationId == school.Id && e.EndedOn is null).ToList();
        var leaves = jobs.Last(j => j.PositionCode == "teacher").PersonId;
        var (users, roles) = (new StringBuilder(Users + "\n"), new StringBuilder(Roles + "\n"));
        foreach (var id in jobs.Select(j => j.PersonId).Distinct().Where(id => id != leaves))
        {
            var person = people[id];
            users.AppendLine(User(sources[id], person.GivenName, person.FamilyName, person.Patronymic, "", Day(person.BirthDate)));
        }

        foreach (var (job, at) in jobs.Select((job, at) => (job, at)).Where(j => j.job.PersonId != leaves))
            roles.AppendLine(Role(at + 1, sources[job.PersonId], school.SourceId, job.PositionCode, Day(job.StartedOn), job.IsMain));

        var fresh = Day(today.AddDays(-3));
        users.AppendLine(User("t-901", "Ирина", "Лаптева", "Олеговна", "", "1999-04-12"))
            .AppendLine(User("t-902", "Степан", "Верещагин", "Ильич", "", "2002-08-30"))
            .AppendLine(User("t-903", "", "Безымянная", "", "", "1990-01-15"))
                .AppendLine(User("t-904", "Глеб", "Ключников", "Юрьевич", "нет почты", "1985-02-20"))
            .AppendLine(User("t-905", "Алла", "Рощина", "Львовна", "", "1978-11-03"));
        roles.AppendLine(Role(901, "t-901", school.SourceId, "teacher", fresh, true))
            .AppendLine(Role(902, "t-902", school.SourceId, "social-pedagogue", fresh, true))
            .AppendLine(Role(905, "t-905", school.SourceId, "звездочёт", fresh, true));
        return Pack(("manifest.csv", "propertyName,value\nmanifest.version,1.0\noneroster.version,1.2\nfile.orgs,bulk\nfile.users,bulk\nfile.roles,bulk\n"),
            ("orgs.csv", $"sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId\n"
                + $"{school.SourceId},,,\"{school.NameShort}\",school,{school.Ogrn},\n"),
            ("users.csv", users.ToString()), ("roles.csv", roles.ToString()));
    }

    static string User(string id, string given, string family, string middle, string email, string born) =>
        $"{id},,,true,{id},,{given},{family},{middle},,{email},,,,,,,,,,,,,{born}";

    static string Role(int number, string user, string organization, string position, string hired, bool main) =>
        string.Create(CultureInfo.InvariantCulture,
            $"r-{number:000},,,{user},{(main ? "primary" : "secondary")},{(position == "head" ? "principal" : "teacher")},"
                + $"{hired},,{organization},,{position},{hired},{(main ? "true" : "false")}");

    static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    static byte[] Pack(params (string Name, string Text)[] files)
    {
        using var packed = new MemoryStream();
        using (var zip = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in files)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\n")));
            }
        }

        return packed.ToArray();
    }
}
