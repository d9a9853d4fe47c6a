using System.Globalization;
using Dapper;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.Common.Imports;

/// <summary>One person of the country is one person, at however many of its schools.</summary>
public sealed class RosterMoveTests : ImportTest
{
    static int s_number;

    [TestCase(true)]
    [TestCase(false)]
    public async Task One_file_of_two_schools_moves_a_person_from_the_one_to_the_other(bool leftFirst)
    {
        var (first, firstNumber, atFirst) = await Numbered();
        var (second, secondNumber, atSecond) = await Numbered();
        await Applied(atFirst, first, Of(firstNumber, secondNumber, 3, Roster.Org).Zip());
        var moved = Of(firstNumber, secondNumber, 2, Roster.Org).User(3, email: "").Role(3, id: "role-3b", org: "org-2", hired: "2026-03-01").User(9)
            .Role(9, org: "org-2");
        var (at, there) = ((atFirst, first), (atSecond, second));

        foreach (var (curator, school) in leftFirst ? new[] { at, there } : [there, at]) await Applied(curator, school, moved.Zip());

        Assert.That(await Work(first, second, "user-3"), Is.EqualTo(new[] { (first, "2020-09-01", "2026-03-01"), (second, "2026-03-01", null) }));
        Assert.That((await Working(first), await Working(second)), Is.EqualTo((2L, 2L)));

        moved.Manifest.Add("source.systemCode,again");
        Assert.That(Counts(await Applied(atFirst, first, moved.Zip())), Is.EqualTo((0, 0, 0, 2)));
        Assert.That(Counts(await Applied(atSecond, second, moved.Zip())), Is.EqualTo((0, 0, 0, 2)));
    }

    [Test]
    public async Task Who_comes_from_elsewhere_is_known_by_the_e_mail_and_keeps_what_is_recorded()
    {
        var (first, _, atFirst) = await Numbered();
        var (second, _, atSecond) = await Numbered();
        await Applied(atFirst, first, Roster.Of(2).Zip());
        var file = Other(new Roster().User(1, email: "TEACHER1@School.example").Role(1, hired: "2026-02-02"));
        file.Users[0] = file.Users[0].Replace("+7 900", "+7 911", StringComparison.Ordinal);

        var import = await Checked(atSecond, second, file.Zip());

        Assert.That(Counts(import), Is.EqualTo((1, 0, 0, 0)), "new here");
        var told = (await atSecond.GetAsync($"{Imports}/{import["id"]}/people").Ok())["items"]![0]!;
        Assert.That((string?)told["change"], Is.EqualTo("Joins"));
        Assert.That(told["personId"], Is.Null, "nobody's record is opened before it is confirmed");
        await atSecond.Post($"{Imports}/{import["id"]}/confirm", new { version = (int)import["version"]! }).Ok();
        await Apply((Guid)import["id"]!);

        var person = await Sql.QuerySingleAsync<(Guid Id, string Email, string Phone, Guid[] At)>("""
            select p.id, p.email, p.phone, p.organization_ids from person_source s join person p on p.id = s.person_id where s.organization_id = @first
                   and s.source_id = 'user-1'
            """, new { first });
        Assert.That((person.Email, person.Phone, string.Join(',', person.At)),
            Is.EqualTo(("teacher1@school.example", "+7 900 001-01-01", $"{first},{second}")));
        Assert.That(await Work(first, second, "user-1"), Is.EqualTo(new[] { (first, "2020-09-01", "2026-02-02"), (second, "2026-02-02", null) }));
        await atSecond.GetAsync($"/api/v1/people/{person.Id}").Ok();
        Assert.That(await Sql.ExecuteScalarAsync<long>(
            "select count(*) from audit_entry where operation = 'MoveEmployment' and organization_id = @first and subject_id = @Id",
                new { first, person.Id }), Is.EqualTo(1));
    }

    [Test]
    public async Task The_former_school_of_whoever_moves_is_told_with_the_import_itself()
    {
        var (first, _, atFirst) = await Numbered();
        var (second, _, atSecond) = await Numbered();
        await Applied(atFirst, first, Roster.Of(2).Zip());
        var program = Guid.CreateVersion7();
        await Sql.ExecuteAsync("""
            insert into program (id, organization_id, region_code, title, form_code, kind_code, purpose_code, status, activated_at,
                                 starts_on, ends_on, created_by)
            select @program, id, region_code, 'x', 'teacher-teacher', 'traditional', 'young-specialist', 'Active', now(), '2026-01-10', '2027-01-10', 'test'
              from organization where id = @first;
            insert into program_participant (program_id, organization_id, region_code, person_id, person_name, employer_id, role, joined_on)
            select @program, organization_id, region_code, person_id, 'x', organization_id,
                   case source_id when 'user-1' then 'Mentor' else 'Mentee' end, '2026-01-10'
              from person_source where organization_id = @first
            """, new { program, first });

        await Applied(atSecond, second, Other(new Roster().User(1, email: "TEACHER1@School.example").Role(1, hired: "2026-02-02")).Zip());

        Assert.That(
            await Sql.QueryAsync<string?>("select left_on::text from program_participant where program_id = @program order by role desc", new { program }),
            Is.EqualTo(new[] { "2026-02-02", null }));
        Assert.That(await Sql.ExecuteScalarAsync<long>(
            "select count(*) from audit_entry where operation = 'FollowDepartures' and organization_id = @first and program_id = @program",
            new { first, program }), Is.EqualTo(1));
        Assert.That(await Sql.ExecuteScalarAsync<long>("select count(*) from departure where organization_id = @second", new { second }), Is.Zero);
    }

    [TestCase(false)]
    [TestCase(true)]
    public async Task A_move_that_was_planned_and_is_called_off_leaves_the_person_where_they_are(bool ended)
    {
        var (first, _, atFirst) = await Numbered();
        var (second, _, atSecond) = await Numbered();
        var day = DateOnly.FromDateTime(DateTime.UtcNow).AddDays(20);
        await Applied(atFirst, first, Roster.Of(2).Zip());
        await Applied(atSecond, second, Other(new Roster().User(1, email: "TEACHER1@School.example").Role(1, hired: $"{day:O}")).Zip());
        Assert.That(await Work(first, second, "user-1"), Is.EqualTo(new[] { (first, "2020-09-01", $"{day:O}"), (second, $"{day:O}", null) }));

        if (ended) await Sql.ExecuteAsync("update employment set ended_on = @To where organization_id = @first and ended_on = @day",
            new { first, day, To = day.AddDays(-1) });
        await Applied(atSecond, second, Other(new Roster { Mode = "delta" }.Role(1, status: "tobedeleted")).Zip(), confirmMassChange: true);
        Assert.That(await Work(first, second, "user-1"), Is.EqualTo(new[] { (first, "2020-09-01", ended ? $"{day.AddDays(-1):O}" : null) }),
            "an end that has been changed since is the school's own");
        Assert.That(await Sql.ExecuteScalarAsync<long>("select count(*) from audit_entry where operation = 'MoveEmployment' and organization_id = @first",
            new { first }), Is.EqualTo(ended ? 1 : 2));
    }

    [Test]
    public async Task A_second_post_elsewhere_leaves_the_main_one()
    {
        var (first, _, atFirst) = await Numbered();
        var (second, _, atSecond) = await Numbered();
        await Applied(atFirst, first, Roster.Of(1).Zip());
        await Applied(atSecond, second, Other(new Roster().User(1).Role(1, hired: "2026-02-02", main: false)).Zip());
        Assert.That(await Work(first, second, "user-1"), Is.EqualTo(new[] { (first, "2020-09-01", (string?)null), (second, "2026-02-02", null) }));
    }

    [Test]
    public async Task Main_work_that_began_before_the_recorded_one_is_a_question_and_ends_nothing()
    {
        var (first, _, atFirst) = await Numbered();
        var (second, _, atSecond) = await Numbered();
        await Applied(atFirst, first, Roster.Of(1).Zip());
        var import = await Checked(atSecond, second, Other(new Roster().User(1).Role(1, hired: "2019-01-01")).Zip());
        Assert.That(Codes(await Problems(atSecond, import)), Is.EqualTo(new[] { "roles.csv:2 metadata.mentoring.isMain import.main-twice" }));
        await atSecond.Post($"{Imports}/{import["id"]}/confirm", new { version = (int)import["version"]!, skipProblemRows = true }).Ok();
        await Apply((Guid)import["id"]!);
        Assert.That(await Working(first), Is.EqualTo(1));
        Assert.That(await Sql.ExecuteScalarAsync<long>("select count(*) from person where @second = any(organization_ids)", new { second }), Is.Zero);
    }

    [TestCase("")]
    [TestCase("other@school.example")]
    public async Task Without_a_second_key_nobody_is_found_and_the_row_waits_for_an_answer(string email)
    {
        var (first, _, atFirst) = await Numbered();
        var (second, _, atSecond) = await Numbered();
        await Applied(atFirst, first, Roster.Of(2).Zip());
        // The same id proves nothing where the file does not speak of the other school.
        var file = new Roster().User(1, email: email).Role(1).User(5).Role(5);

        var import = await Checked(atSecond, second, file.Zip());
        Assert.That(Codes(await Problems(atSecond, import)), Is.EqualTo(new[] { "users.csv:2 sourcedId import.person-unsure" }));
        Assert.That(Counts(import), Is.EqualTo((1, 0, 0, 0)));

        file.Change["users.csv"] = text => string.Join("\r\n",
            text.TrimEnd().Split("\r\n").Select((line, i) => line + (i == 0 ? ",metadata.mentoring.isNew" : ",true")));
        Assert.That(Counts(await Applied(atSecond, second, file.Zip())), Is.EqualTo((2, 0, 0, 0)));
        Assert.That(await Work(first, second, "user-1"), Has.Length.EqualTo(2));
        Assert.That((await Working(first), await Working(second)), Is.EqualTo((2L, 2L)));
    }

    [Test]
    public async Task A_namesake_of_another_birthday_is_nobodys_question()
    {
        var (first, _, atFirst) = await Numbered();
        var (second, _, atSecond) = await Numbered();
        await Applied(atFirst, first, Roster.Of(1).Zip());
        var file = new Roster().User(1).Role(1);
        file.Users[0] = file.Users[0].Replace("1960-02-07", "1961-02-07", StringComparison.Ordinal);
        Assert.That(Counts(await Applied(atSecond, second, file.Zip())), Is.EqualTo((1, 0, 0, 0)));
        Assert.That(await Working(first), Is.EqualTo(1));
    }

    /// <summary>A file that lists both schools, with so many people at one of them.</summary>
    static Roster Of(string first, string second, int people, string org)
    {
        var roster = new Roster { Ogrn = first };
        roster.Orgs.Add($"org-2,,,Вторая школа,school,{second},");
        for (var i = 1; i <= people; i++) roster.User(i, email: i == 3 ? "" : null).Role(i, org: org);
        return roster;
    }

    /// <summary>The ids of another sending system.</summary>
    static Roster Other(Roster file)
    {
        for (var i = 0; i < file.Users.Count; i++) file.Users[i] = "other-" + file.Users[i];
        for (var i = 0; i < file.Roles.Count; i++) file.Roles[i] = "other-" + file.Roles[i].Replace(",user-", ",other-user-", StringComparison.Ordinal);
        return file;
    }

    async Task<(Guid School, string Number, HttpClient Curator)> Numbered()
    {
        var (school, curator) = await School();
        var digits = 102_690_100_000L + Interlocked.Increment(ref s_number);
        var number = $"{digits}{(digits % 11 % 10).ToString(CultureInfo.InvariantCulture)}";
        await Sql.ExecuteAsync("update organization set ogrn = @number where id = @school", new { number, school });
        return (school, number, curator);
    }

    /// <summary>Where whoever one of the two schools knows by this id works, in the order of the beginnings.</summary>
    async Task<(Guid School, string From, string? To)[]> Work(Guid first, Guid second, string source) =>
    [
        .. await Sql.QueryAsync<(Guid, string, string?)>("""
            select e.organization_id, e.started_on::text, e.ended_on::text from employment e
             where e.person_id in (select person_id from person_source where organization_id in (@first, @second) and source_id = @source)
             order by e.started_on, e.organization_id = @second
            """, new { first, second, source }),
    ];
}
