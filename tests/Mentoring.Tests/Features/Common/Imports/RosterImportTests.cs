using Dapper;
using Mentoring.Api.Platform;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.Common.Imports;

public sealed class RosterImportTests : ImportTest
{
    [Test]
    public async Task A_staff_is_taken_in_and_the_same_staff_again_changes_nothing()
    {
        var (school, curator) = await School();

        var first = await Applied(curator, school, Roster.Of(30).Zip());
        Assert.That((string?)first["status"], Is.EqualTo("Applied"), first.ToJsonString());
        Assert.That(Counts(first), Is.EqualTo((30, 0, 0, 0)));
        Assert.That(((int)first["rowsTotal"]!, (int)first["rowsDone"]!), Is.EqualTo((60, 60)));

        var again = Roster.Of(30);
        again.Manifest.Add("source.systemCode,again");
        Assert.That(Counts(await Applied(curator, school, again.Zip())), Is.EqualTo((0, 0, 0, 30)));
        Assert.That(await Working(school), Is.EqualTo(30));
        Assert.That(await Sql.ExecuteScalarAsync<long>("""
            select count(*) from import_file f join import i on i.id = f.import_id where i.organization_id = @school
            """, new { school }), Is.Zero);
        Assert.That(await Sql.ExecuteScalarAsync<long>("select count(*) from audit_entry where operation = 'ApplyImport' and organization_id = @school",
            new { school }), Is.EqualTo(2));
        var person = await Sql.QuerySingleAsync<(string Family, string Email, DateTime Birth, string Position, bool Teaching)>("""
            select p.family_name, p.email, p.birth_date::timestamp, e.position_code, e.is_teaching
              from person_source s join person p on p.id = s.person_id join employment e on e.person_id = p.id
             where s.organization_id = @school and s.source_id = 'user-11'
            """, new { school });
        Assert.That(person, Is.EqualTo(("Соловьёва", "teacher11@school.example", new DateTime(1961, 2, 11), "teacher", true)));
    }

    [Test]
    public async Task Who_is_missing_in_a_whole_file_ends_and_who_changed_is_changed()
    {
        var (school, curator) = await School();
        await Applied(curator, school, Roster.Of(10).Zip());

        var next = new Roster();
        for (var i = 1; i <= 8; i++) next.User(i, family: i == 1 ? "Новофамильная" : null).Role(i, position: i == 2 ? "педагог-психолог" : "Учитель");
        next.User(11).Role(11);

        Assert.That(Counts(await Applied(curator, school, next.Zip())), Is.EqualTo((1, 2, 2, 6)));
        Assert.That(await Working(school), Is.EqualTo(9));
        Assert.That(await Sql.ExecuteScalarAsync<long>("select count(*) from person where family_name = 'Новофамильная'"), Is.EqualTo(1));
        Assert.That(await Sql.ExecuteScalarAsync<long>("select count(*) from employment where organization_id = @school and position_code = 'psychologist'",
            new { school }), Is.EqualTo(1));
    }

    [Test]
    public async Task A_delta_touches_only_whom_it_names()
    {
        var (school, curator) = await School();
        await Applied(curator, school, Roster.Of(10).Zip());

        var delta = new Roster { Mode = "delta" };
        delta.User(1, status: "tobedeleted").Role(2, status: "tobedeleted").User(3, email: "new@school.example").User(20).Role(20);
        delta.Role(4, id: "role-4-more", position: "head", hired: "2026-09-01", main: false);

        Assert.That(Counts(await Applied(curator, school, delta.Zip())), Is.EqualTo((1, 2, 2, 0)));
        Assert.That(await Working(school), Is.EqualTo(10));
        Assert.That(await Sql.ExecuteScalarAsync<string>(
            "select p.email from person_source s join person p on p.id = s.person_id where s.organization_id = @school and s.source_id = 'user-3'",
                new { school }), Is.EqualTo("new@school.example"));
    }

    [Test]
    public async Task Who_wrote_an_address_into_the_staff_list_is_kept_with_those_that_stood_there_before()
    {
        var (school, first) = await School();
        await Applied(first, school, Roster.Of(2).Zip());
        var second = await As(Role.Curator, school);
        await Applied(second, school, new Roster { Mode = "delta" }.User(1, email: "TEACHER1@school.example").User(2, email: "new2@school.example").Zip());

        var (one, two) = (await Id(first), await Id(second));
        var written = await Sql.QueryAsync<(string Source, string By, string[] Former)>("""
            select s.source_id, p.email_by, p.email_former from person_source s join person p on p.id = s.person_id where s.organization_id = @school order by 1
            """, new { school });
        Assert.That(written, Is.EqualTo(new[] { ("user-1", one, Array.Empty<string>()), ("user-2", two, ["teacher2@school.example"]) }));

        static async Task<string> Id(HttpClient client) => (string)(await client.GetAsync("/api/v1/me").Ok())["accountId"]!;
    }

    [Test]
    public async Task A_person_entered_before_is_known_again_by_name()
    {
        var (school, curator) = await School();
        var anna = await World.Teacher(school, "Единственная");
        var file = new Roster();
        file.User(7, family: "Единственная", given: "Анна").Role(7);
        file.Users[0] = file.Users[0].Replace("Ивановна", "Петровна", StringComparison.Ordinal);
        file.Users[0] = file.Users[0].Replace("Анна,Единственная," + file.Users[0].Split(',')[8], "Анна,Единственная,Петровна", StringComparison.Ordinal);

        Assert.That(Counts(await Applied(curator, school, file.Zip())), Is.EqualTo((0, 1, 0, 0)));
        Assert.That(await Sql.ExecuteScalarAsync<Guid>("select person_id from person_source where organization_id = @school", new { school }),
            Is.EqualTo(anna));
    }

    [Test]
    public async Task A_post_that_gives_way_to_another_ends_on_the_day_the_other_begins()
    {
        var (school, curator) = await School();
        await Applied(curator, school, Roster.Of(1).Zip());
        var promoted = new Roster().User(1).Role(1, id: "role-new", position: "head", hired: "2026-02-01", role: "principal");

        Assert.That(Counts(await Applied(curator, school, promoted.Zip())), Is.EqualTo((0, 1, 1, 0)));
        var ended = await Sql.ExecuteScalarAsync<string>("""
            select ended_on::text from employment where organization_id = @school and position_code = 'teacher'
            """, new { school });
        Assert.That(ended, Is.EqualTo("2026-02-01"));
    }

    [Test]
    public async Task Faulty_rows_are_left_out_on_demand_and_end_nobody()
    {
        var (school, curator) = await School();
        await Applied(curator, school, Roster.Of(5).Zip());
        var file = new Roster();
        for (var i = 1; i <= 5; i++) file.User(i, email: i == 2 ? "no address" : null).Role(i, position: i == 3 ? "Звездочёт" : "Учитель");

        var import = await Checked(curator, school, file.Zip());
        Assert.That(Codes(await Problems(curator, import)), Is.EqualTo(new[]
        {
            "roles.csv:4 metadata.mentoring.position import.position", "users.csv:3 email import.email",
        }));
        await curator.Post($"{Imports}/{import["id"]}/confirm", new { version = (int)import["version"]! }).IsProblem(409, "import.has-problems");
        await curator.Post($"{Imports}/{import["id"]}/confirm", new { version = (int)import["version"]!, skipProblemRows = true }).Ok();
        await Apply((Guid)import["id"]!);
        Assert.That((string?)(await Get(curator, (Guid)import["id"]!))["status"], Is.EqualTo("Applied"));
        Assert.That(await Working(school), Is.EqualTo(5));
    }

    [Test]
    public async Task Rows_that_contradict_each_other_or_the_records_are_problems()
    {
        var (school, curator) = await School();
        var (other, otherCurator) = await School();
        await Applied(otherCurator, other, Roster.Of(1).Zip());
        await Applied(curator, school, new Roster().User(1).Role(1, main: false).Zip());
        // The same person works at both, as merging two rows of a person would make it.
        await Sql.ExecuteAsync("""
            update employment set person_id = (select person_id from person_source where organization_id = @school) where organization_id = @other
            """, new { school, other });

        var file = new Roster().User(1).Role(1).User(2).Role(2).Role(2, id: "role-2b", position: "head").User(3).Role(3).Role(3, id: "role-3b", main: false)
            .User(3).Role(9);

        Assert.That(Codes(await Problems(curator, await Checked(curator, school, file.Zip()))), Is.EquivalentTo(new[]
        {
            "roles.csv:2 metadata.mentoring.isMain import.main-twice",
            "roles.csv:4 metadata.mentoring.isMain import.main-twice",
            "roles.csv:6 metadata.mentoring.position import.position-twice",
            "roles.csv:7 userSourcedId import.user-unknown",
            "users.csv:5 sourcedId import.source-id-twice",
        }));
    }

    [Test]
    public async Task What_changed_since_the_check_is_found_before_it_is_applied()
    {
        var (school, curator) = await School();
        var import = await Checked(curator, school, Roster.Of(3).Zip());
        await curator.Post($"{Imports}/{import["id"]}/confirm", new { version = (int)import["version"]! }).Ok();
        await Sql.ExecuteAsync("update dictionary_entry set valid_to = '2022-02-01' where dictionary = 'position' and code = 'teacher'");
        try
        {
            await Apply((Guid)import["id"]!);
        }
        finally
        {
            await Sql.ExecuteAsync("update dictionary_entry set valid_to = null where dictionary = 'position' and code = 'teacher'");
        }

        var after = await Get(curator, (Guid)import["id"]!);
        Assert.That(((string?)after["status"], (int)after["problems"]!), Is.EqualTo(("Checked", 3)));
        Assert.That(await Working(school), Is.Zero);
    }

    [Test]
    public async Task Pupils_in_the_file_are_not_kept()
    {
        var (school, curator) = await School();
        var file = Roster.Of(2).User(3).Role(3, role: "student", position: "");
        Assert.That(Counts(await Applied(curator, school, file.Zip())), Is.EqualTo((2, 0, 0, 0)));
    }
}
