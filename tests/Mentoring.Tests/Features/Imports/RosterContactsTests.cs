using Dapper;
using Mentoring.Api.Platform;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.Imports;

/// <summary>What a blank cell of a file says of somebody's contacts.</summary>
public sealed class RosterContactsTests : StaffEditTest
{
    const int Email = 10;
    const int Phone = 12;

    [TestCase("bulk")]
    [TestCase("delta")]
    public async Task A_contact_that_a_file_empties_is_emptied_and_shown_before(string mode)
    {
        var (school, curator) = await School();
        await Applied(curator, school, Roster.Of(3, mark: $"пусто{mode}").Zip());
        var file = Roster.Of(3, mode, $"пусто{mode}");
        Blank(file, 0, Email);
        Blank(file, 1, Phone);

        var import = await Checked(curator, school, file.Zip());

        Assert.That(Counts(import), Is.EqualTo((0, 2, 0, 1)));
        var shown = (await curator.GetAsync($"{Imports}/{import["id"]}/people?change=Changes").Ok())["items"]!.AsArray();
        Assert.That(shown.Select(p => string.Join(',', p!["fields"]!.AsArray())), Is.EqualTo(new[] { "Contacts", "Contacts" }));
        await curator.Post($"{Imports}/{import["id"]}/confirm", new { version = (int)import["version"]! }).Ok();
        await Apply((Guid)import["id"]!);
        Assert.That(await Contacts(school), Is.EqualTo(new[] { "- +7 900 001-01-01 none", "teacher2@school.example - told", "teacher3@school.example +7 900 003-03-03 told" }));
        Assert.That(await Sql.ExecuteScalarAsync<string>("""
            select p.email_former[1] from person_source s join person p on p.id = s.person_id where s.organization_id = @school and s.source_id = 'user-1'
            """, new { school }), Is.EqualTo("teacher1@school.example"), "an account stays tied to the address it was invited by");
        Assert.That(Counts(await Applied(curator, school, Again(file).Zip())), Is.EqualTo((0, 0, 0, 3)), "once");
    }

    [Test]
    public async Task A_column_that_nobody_fills_empties_nothing()
    {
        var (school, curator) = await School();
        await Applied(curator, school, Roster.Of(2, mark: "столбец").Zip());
        var file = Roster.Of(2, mark: "столбец");
        for (var i = 0; i < 2; i++) Blank(file, i, Email);
        Assert.That(Counts(await Applied(curator, school, file.Zip())), Is.EqualTo((0, 0, 0, 2)));
    }

    [Test]
    public async Task A_patronymic_or_a_birth_date_that_a_file_leaves_out_stays()
    {
        var (school, curator) = await School();
        await Applied(curator, school, Roster.Of(2, mark: "пропуск").Zip());
        var file = Roster.Of(2, mark: "пропуск");
        Blank(file, 0, 8);
        Blank(file, 1, 23);
        Assert.That(Counts(await Applied(curator, school, file.Zip())), Is.EqualTo((0, 0, 0, 2)));
    }

    [Test]
    public async Task A_contact_that_a_hand_gave_stands_against_a_file_that_never_had_one()
    {
        var (school, curator) = await School();
        Roster File()
        {
            var roster = Again(Roster.Of(3, mark: "рука"));
            Blank(roster, 0, Phone);
            return roster;
        }

        await Applied(curator, school, File().Zip());
        var person = await Sql.ExecuteScalarAsync<Guid>("select person_id from person_source where organization_id = @school and source_id = 'user-1'",
            new { school });
        var one = new One(school, curator, person, $"/api/v1/organizations/{school}/people/{person}", "рука");
        var family = (string)(await Person(one))["familyName"]!;
        await Revise(one, family, phone: "+7 911 000-00-00").Ok();

        Assert.That(Counts(await Applied(curator, school, File().Zip())), Is.EqualTo((0, 0, 0, 3)));
        Assert.That((string?)(await Person(one))["phone"], Is.EqualTo("+7 911 000-00-00"));
    }

    [Test]
    public async Task Whoever_works_elsewhere_too_keeps_what_the_other_school_may_have_told()
    {
        var (school, curator) = await School();
        await Applied(curator, school, Roster.Of(2, mark: "двое").Zip());
        var person = await Sql.ExecuteScalarAsync<Guid>("select person_id from person_source where organization_id = @school and source_id = 'user-1'",
            new { school });
        await Sql.ExecuteAsync("""
            insert into employment (id, organization_id, region_code, person_id, position_code, is_teaching, is_main, started_on)
            select gen_random_uuid(), id, region_code, @person, 'teacher', true, false, date '2021-09-01' from organization where id = @other
            """, new { person, other = await World.School() });
        var file = Roster.Of(2, mark: "двое");
        Blank(file, 0, Email);
        Assert.That(Counts(await Applied(curator, school, file.Zip())), Is.EqualTo((0, 0, 0, 2)));
    }

    [Test]
    public async Task A_delta_about_work_alone_empties_nothing()
    {
        var (school, curator) = await School();
        await Applied(curator, school, Roster.Of(2, mark: "пробел").Zip());
        var work = new Roster { Mode = "delta" }.Role(1, position: "head");
        work.Change["users.csv"] = _ => null;
        work.Change["manifest.csv"] = text => text.Replace("file.users,delta", "file.users,absent", StringComparison.Ordinal);
        Assert.That(Counts(await Applied(curator, school, work.Zip())), Is.EqualTo((0, 1, 0, 0)));
        Assert.That(await Contacts(school), Is.EqualTo(new[] { "teacher1@school.example +7 900 001-01-01 told", "teacher2@school.example +7 900 002-02-02 told" }));
    }

    static Roster Again(Roster roster)
    {
        roster.Manifest.Add($"source.run,{Guid.NewGuid():n}");
        return roster;
    }

    static void Blank(Roster file, int at, int column)
    {
        var cells = file.Users[at].Split(',');
        cells[column] = "";
        file.Users[at] = string.Join(',', cells);
    }

    Task<IEnumerable<string>> Contacts(Guid school) => Sql.QueryAsync<string>("""
        select concat_ws(' ', coalesce(p.email, '-'), coalesce(p.phone, '-'), case when p.email_by is null then 'none' else 'told' end)
          from person_source s join person p on p.id = s.person_id where s.organization_id = @school order by s.source_id
        """, new { school });
}
