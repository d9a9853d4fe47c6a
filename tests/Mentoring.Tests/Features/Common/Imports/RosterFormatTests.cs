using Dapper;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.Common.Imports;

/// <summary>Files as exporters and spreadsheets really write them.</summary>
public sealed class RosterFormatTests : ImportTest
{
    const string OldHeader = "sourcedId,status,dateLastModified,enabledUser,orgSourcedIds,role,username,userIds,givenName,familyName,middleName,"
        + "identifier,email,sms,phone,"
        + "agentSourcedIds,grades,password";

    [TestCase("\r\n")]
    [TestCase(",,,,,,,,,,,,,\r\n")]
    [TestCase("  \r\n\t\r\n")]
    [TestCase("\"\",\"\"\r\n")]
    public async Task A_line_that_says_nothing_is_no_row_and_who_left_is_taken_out(string line)
    {
        var (school, curator) = await School();
        await Applied(curator, school, Roster.Of(4).Zip());
        var file = Roster.Of(3);
        file.Change["users.csv"] = text => text + line + line;
        file.Change["roles.csv"] = text => text + line;

        var import = await Applied(curator, school, file.Zip());

        Assert.That(Counts(import), Is.EqualTo((0, 0, 1, 3)), import.ToJsonString());
        Assert.That(((int)import["problems"]!, (int)import["rowsTotal"]!), Is.EqualTo((0, 6)));
    }

    [Test]
    public async Task An_id_that_begins_with_a_number_sign_is_no_comment()
    {
        var (school, curator) = await School();
        var roster = Roster.Of(2);
        roster.Users[1] = roster.Users[1].Replace("user-2,", "#2,", StringComparison.Ordinal);
        roster.Roles[1] = roster.Roles[1].Replace("role-2,", "#2,", StringComparison.Ordinal).Replace("user-2,", "#2,", StringComparison.Ordinal);
        Assert.That(Counts(await Applied(curator, school, roster.Zip())), Is.EqualTo((2, 0, 0, 0)));
    }

    [Test]
    public async Task Lines_are_counted_with_the_blank_ones_between_them()
    {
        var (school, curator) = await School();
        var file = new Roster().User(1).User(2, email: "no address").Role(1);
        file.Users.Insert(1, "");
        file.Users.Insert(1, ",,,,");
        Assert.That(Codes(await Problems(curator, await Checked(curator, school, file.Zip()))), Is.EqualTo(new[] { "users.csv:5 email import.email" }));
    }

    [TestCase(",,", ",,")]
    [TestCase(",,", "")]
    [TestCase("", ",,,")]
    public async Task Blank_columns_at_the_end_are_no_columns(string header, string rows)
    {
        var (school, curator) = await School();
        var file = Roster.Of(2);
        foreach (var name in (string[])["users.csv", "roles.csv"])
            file.Change[name] = text => string.Join("\r\n", text.TrimEnd().Split("\r\n").Select((line, i) => line + (i == 0 ? header : rows)));

        Assert.That(Counts(await Applied(curator, school, file.Zip())), Is.EqualTo((2, 0, 0, 0)));
    }

    [Test]
    public async Task Cells_of_the_extension_may_be_left_out_at_the_end_and_a_row_broken_off_is_a_problem()
    {
        var (school, curator) = await School();
        var file = Roster.Of(3);
        file.Roles[0] = file.Roles[0].TrimEnd(',');
        file.Users[1] = string.Join(',', file.Users[1].Split(',')[..8]);
        file.Users[2] += ",,more";
        Assert.That(Codes(await Problems(curator, await Checked(curator, school, file.Zip()))), Is.EqualTo(new[]
        {
            "users.csv:3 * import.field-count", "users.csv:4 * import.field-count",
        }));
    }

    [TestCase("false", "bulk")]
    [TestCase("FALSE", "delta")]
    [TestCase("ЛОЖЬ", "bulk")]
    public async Task Who_is_disabled_at_the_sender_has_left(string written, string mode)
    {
        var (school, curator) = await School();
        await Applied(curator, school, Roster.Of(3).Zip());
        var file = Roster.Of(3, mode);
        file.Users[0] = file.Users[0].Replace(",true,", $",{written},", StringComparison.Ordinal);

        Assert.That(Counts(await Applied(curator, school, file.Zip())), Is.EqualTo((0, 0, 1, 2)));
        Assert.That(await Sql.ExecuteScalarAsync<string>("""
            select s.source_id from person_source s join employment e on e.person_id = s.person_id and e.ended_on is not null where s.organization_id = @school
            """, new { school }), Is.EqualTo("user-1"));
    }

    [Test]
    public async Task What_spreadsheets_make_of_flags_and_dates_is_read_and_what_is_neither_is_told()
    {
        var (school, curator) = await School();
        var file = new Roster { Mode = "delta" }.User(1).Role(1).User(2).Role(2).User(3).Role(3);
        file.Users[0] = file.Users[0].Replace(",true,", ",TRUE,", StringComparison.Ordinal)
            .Replace("2026-10-01T00:00:00.000Z", "2026-10-01", StringComparison.Ordinal);
        file.Roles[0] = file.Roles[0].Replace(",true,", ",ИСТИНА,", StringComparison.Ordinal);
        file.Users[1] = file.Users[1].Replace(",true,", ",нет,", StringComparison.Ordinal);

        Assert.That(Codes(await Problems(curator, await Checked(curator, school, file.Zip()))), Is.EqualTo(new[] { "users.csv:3 enabledUser import.flag" }));
    }

    [Test]
    public async Task Rows_about_other_schools_of_the_file_are_counted_and_are_no_faults()
    {
        var (school, curator) = await School();
        await Applied(curator, school, Roster.Of(3).Zip());
        var file = Roster.Of(2);
        file.Orgs.AddRange(["org-2,,,Другая школа,school,1025700696383,", $"org-3,,,Младшие классы,department,,{Roster.Org}"]);
        file.User(3).Role(3, org: "org-2", hired: "2026-03-01");
        file.User(4, email: "no address").Role(4, org: "org-2", position: "Звездочёт", hired: "вчера");
        file.User(5).Role(5, org: "org-3").User(6).Role(6, org: "org-9");

        var import = await Checked(curator, school, file.Zip());

        Assert.That(Codes(await Problems(curator, import)), Is.EqualTo(new[] { "roles.csv:7 orgSourcedId import.org-unknown" }));
        Assert.That(Counts(import), Is.EqualTo((1, 0, 1, 2)), "the department's teacher comes, who works at the other school has left");
        Assert.That((int)import["elsewhere"]!, Is.EqualTo(4), "two people and their two roles");
        await curator.Post($"{Imports}/{import["id"]}/confirm", new { version = (int)import["version"]!, skipProblemRows = true }).Ok();
        await Apply((Guid)import["id"]!);
        Assert.That(await Ended(school, 3), Is.EqualTo("2026-03-01"), "on the day on which the work there begins");
    }

    [Test]
    public async Task An_id_of_another_school_that_is_by_chance_one_of_ours_is_no_fault()
    {
        var (school, curator) = await School();
        await Applied(curator, school, Roster.Of(2).Zip());
        var file = new Roster { Mode = "delta" }.User(1, family: "Чужедальняя", given: "Марфа").Role(1, id: "role-there", org: "org-2");
        file.Users[0] = $"{file.Users[0][..file.Users[0].LastIndexOf(',')]},2001-02-03";
        file.Change["orgs.csv"] = _ => null;
        var import = await Applied(curator, school, file.Zip());
        Assert.That((Counts(import), (int)import["elsewhere"]!), Is.EqualTo(((0, 0, 0, 0), 2)));
    }

    [Test]
    public async Task Changes_of_other_schools_touch_nobody_here()
    {
        var (school, curator) = await School();
        await Applied(curator, school, Roster.Of(2).Zip());
        var file = new Roster { Mode = "delta" }.User(1, family: "Новофамильная").Role(1, id: "role-there", org: "org-2", main: false).User(9)
            .Role(9, org: "org-2");
        file.Change["orgs.csv"] = _ => null;

        var import = await Applied(curator, school, file.Zip());

        Assert.That(Counts(import), Is.EqualTo((0, 1, 0, 0)), "the one who works here too is ours");
        Assert.That((int)import["elsewhere"]!, Is.EqualTo(3));
        Assert.That(await Working(school), Is.EqualTo(2));
    }

    [Test]
    public async Task A_manifest_alone_says_that_nothing_changed()
    {
        var (school, curator) = await School();
        await Applied(curator, school, Roster.Of(2).Zip());
        foreach (var mode in (string[])["absent", "delta"])
        {
            var file = new Roster { Mode = mode };
            foreach (var name in (string[])["orgs.csv", "users.csv", "roles.csv"]) file.Change[name] = _ => null;
            Assert.That(Counts(await Applied(curator, school, file.Zip())), Is.EqualTo((0, 0, 0, 0)), mode);
        }

        Assert.That(await Working(school), Is.EqualTo(2));
    }

    [Test]
    public async Task Changes_may_come_in_one_file_of_the_two()
    {
        var (school, curator) = await School();
        await Applied(curator, school, Roster.Of(3).Zip());

        var people = new Roster { Mode = "delta" }.User(1, email: "new@school.example");
        people.Change["roles.csv"] = _ => null;
        people.Change["manifest.csv"] = text => text.Replace("file.roles,delta", "file.roles,absent", StringComparison.Ordinal);
        Assert.That(Counts(await Applied(curator, school, people.Zip())), Is.EqualTo((0, 1, 0, 0)));

        var work = new Roster { Mode = "delta" }.Role(2, status: "tobedeleted").Role(3, id: "role-3b", position: "head", main: false);
        work.Change["users.csv"] = _ => null;
        Assert.That(Counts(await Applied(curator, school, work.Zip())), Is.EqualTo((0, 1, 1, 0)));
    }

    [Test]
    public async Task Names_of_files_are_read_in_any_case_and_files_of_no_use_are_left()
    {
        var (school, curator) = await School();
        var file = Roster.Of(2);
        foreach (var name in (string[])["users.csv", "roles.csv"])
        {
            file.Change[name] = text =>
            {
                file.More[name.ToUpperInvariant()] = text;
                return null;
            };
        }

        file.More["userprofiles.csv"] = "sourcedId,status\r\nx,\r\n";
        Assert.That(Counts(await Applied(curator, school, file.Zip())), Is.EqualTo((2, 0, 0, 0)));
    }

    [Test]
    public async Task The_mended_edition_of_the_standard_has_a_column_less()
    {
        var (school, curator) = await School();
        var file = Roster.Of(2);
        file.Users.ForEach(line => Assert.That(line.Split(','), Has.Length.EqualTo(24)));
        file.Change["users.csv"] = text => string.Join("\r\n",
            text.TrimEnd().Split("\r\n").Select(line => string.Join(',', line.Split(',').Where((_, i) => i != 17))));

        await Applied(curator, school, file.Zip());

        Assert.That(await Sql.ExecuteScalarAsync<string>("""
            select p.birth_date::text from person_source s join person p on p.id = s.person_id where s.organization_id = @school and s.source_id = 'user-1'
            """, new { school }), Is.EqualTo("1960-02-07"));
    }

    [Test]
    public async Task Files_of_the_older_standard_tell_the_role_with_the_person()
    {
        var (school, curator) = await School();
        await Sql.ExecuteAsync("update organization set source_id = @Org where id = @school", new { Roster.Org, school });
        var first = await Applied(curator, school, Old(
            $"u1,,,true,{Roster.Org},teacher,u1,,Алёна,Ёлкина,Сергеевна,,,,,,,", $"u2,,,true,\"org-2,{Roster.Org}\",teacher,u2,,Рашид,Оглы,,,,,,,,",
            $"u3,,,true,{Roster.Org},student,u3,,Ян,Юный,,,,,,,,", "u4,,,true,org-2,teacher,u4,,Зоя,Иная,,,bad,,,,,"));
        Assert.That(((string?)first["status"], Counts(first), (int)first["elsewhere"]!), Is.EqualTo(("Applied", (2, 0, 0, 0), 1)), first.ToJsonString());
        var jobs = await Sql.QueryAsync<(string Family, string Position, bool Main, string From)>("""
            select p.family_name, e.position_code, e.is_main, e.started_on::text from employment e join person p on p.id = e.person_id
             where e.organization_id = @school order by 1
            """, new { school });
        var today = await Sql.ExecuteScalarAsync<string>("select (now() at time zone 'Europe/Moscow')::date::text");
        Assert.That(jobs, Is.EquivalentTo(new[] { ("Ёлкина", "teacher", true, today), ("Оглы", "teacher", false, today) }));

        await Sql.ExecuteAsync("update employment set started_on = '2020-09-01' where organization_id = @school", new { school });
        var next = await Applied(curator, school, Old(
            $"u1,,,TRUE,{Roster.Org},teacher,u1,,Алёна,Ёлкина,Сергеевна,,,,,,,", $"u2,,,false,{Roster.Org},teacher,u2,,Рашид,Оглы,,,,,,,,"));
        Assert.That(Counts(next), Is.EqualTo((0, 0, 1, 1)), "the recorded beginning stays, who is disabled ends");
    }

    [Test]
    public async Task In_the_older_standard_too_each_fault_is_told_once_and_on_its_line()
    {
        var (school, curator) = await School();
        await Sql.ExecuteAsync("update organization set source_id = @Org where id = @school", new { Roster.Org, school });
        var import = await Checked(curator, school, Old(
            $"u1,wrong,,true,{Roster.Org},teacher,u1,,Алёна,Ёлкина,,,,,,,,", $"u2,,,true,{Roster.Org},administrator,u2,,Рашид,Оглы,,,,,,,,",
            $"u2,,,true,{Roster.Org},teacher,u2,,Рашид,Оглы,,,,,,,,"));
        Assert.That(Codes(await Problems(curator, import)), Is.EqualTo(new[]
        {
            "users.csv:2 status import.status", "users.csv:3 role import.position-missing", "users.csv:4 sourcedId import.source-id-twice",
        }));
        Assert.That((int)import["rowsTotal"]!, Is.EqualTo(3));
    }

    static byte[] Old(params string[] users)
    {
        var roster = new Roster();
        roster.Orgs.Add("org-2,,,Другая школа,school,1025700696383,");
        roster.Change["manifest.csv"] = text => text.Replace("version,1.2", "version,1.1", StringComparison.Ordinal)
            .Replace("file.roles,bulk\r\n", "", StringComparison.Ordinal);
        roster.Change["roles.csv"] = _ => null;
        roster.Change["users.csv"] = _ => OldHeader + "\r\n" + string.Join("\r\n", users);
        return roster.Zip();
    }

    Task<string?> Ended(Guid school, int user) => Sql.ExecuteScalarAsync<string>("""
        select e.ended_on::text from person_source s join employment e on e.person_id = s.person_id
         where s.organization_id = @school and s.source_id = 'user-' || @user
        """, new { school, user });
}
