using System.Text.Json.Nodes;
using Dapper;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.Common.Imports;

/// <summary>An outside id is not trusted above the person whom it stands for.</summary>
public sealed class RosterIdentityTests : ImportTest
{
    [TestCase("delta", "Новикова", "Зоя", "2003-05-05")]
    [TestCase("bulk", "Новикова", "Зоя", "2003-05-05")]
    [TestCase("bulk", "Новикова", "Зоя", "")]
    [TestCase("delta", null, "Зоя", "2003-05-05")]
    public async Task An_id_given_to_somebody_else_is_held_back_and_the_person_stays_as_they_were(string mode, string? family, string given, string birth)
    {
        var (school, curator) = await School();
        await Applied(curator, school, Roster.Of(3).Zip());
        var before = await Person(school, "user-2");
        var file = new Roster { Mode = mode }.User(1).Role(1).User(2, family, "new@b.example", given: given).Role(2, id: "role-new", hired: "2026-09-01")
            .User(3).Role(3);
        Born(file, 1, birth);

        var import = await Checked(curator, school, file.Zip());

        Assert.That(Codes(await Problems(curator, import)), Is.EqualTo(new[] { "users.csv:3 sourcedId import.other-person" }));
        Assert.That(Counts(import), Is.EqualTo((0, 0, 0, 2)));
        await Confirm(curator, import, skip: true);
        Assert.That(await Person(school, "user-2"), Is.EqualTo(before));
        Assert.That(await Working(school), Is.EqualTo(3));
    }

    [Test]
    public async Task A_post_is_not_taken_from_whom_the_contradicting_row_may_mean()
    {
        var (school, curator) = await School();
        await Applied(curator, school, Roster.Of(2).Zip());
        var file = new Roster { Mode = "delta" }.User(2, "Новикова", given: "Зоя").Role(2, status: "tobedeleted");
        Born(file, 0, "2003-05-05");
        Assert.That(Counts(await Checked(curator, school, file.Zip())).Ends, Is.Zero);
    }

    [Test]
    public async Task A_new_family_name_or_a_mended_birth_date_is_the_same_person()
    {
        var (school, curator) = await School();
        await Applied(curator, school, Roster.Of(3).Zip());
        var file = new Roster().User(1, family: "Замужняя").Role(1).User(2).Role(2).User(3, family: "Иная", given: "Имярек").Role(3);
        Born(file, 1, "1999-09-09");
        Assert.That(Counts(await Applied(curator, school, file.Zip())), Is.EqualTo((0, 3, 0, 0)), "the third one's birth date still speaks for the person");
    }

    [TestCase("Львовна", "", true)]
    [TestCase("", "", true)]
    [TestCase(null, "", false)]
    [TestCase("Львовна", "1960-02-07", false)]
    public async Task An_id_used_again_for_a_namesake_by_given_name_is_held_back_and_who_marries_is_not(string? patronymic, string birth, bool isOther)
    {
        var (school, curator) = await School();
        await Applied(curator, school, Roster.Of(2).Zip());
        var file = new Roster { Mode = "delta" }.User(1, family: "Иная", email: "new@b.example").Role(1);
        Born(file, 0, birth);
        if (patronymic is not null) file.Users[0] = With(file.Users[0], 8, patronymic);

        var import = await Checked(curator, school, file.Zip());

        Assert.That(Codes(await Problems(curator, import)), Is.EqualTo(isOther ? new[] { "users.csv:2 sourcedId import.other-person" } : []));
        Assert.That(Counts(import), Is.EqualTo((0, isOther ? 0 : 1, 0, 0)));
    }

    [Test]
    public async Task Whoever_has_left_comes_again_by_a_delta_with_a_new_id_as_the_same_person()
    {
        var (school, curator) = await School();
        await Applied(curator, school, Roster.Of(2).Zip());
        var known = await People(school);
        await Sql.ExecuteAsync("""
            update employment set ended_on = '2026-09-21'
             where person_id = (select person_id from person_source where organization_id = @school and source_id = 'user-1')
            """, new { school });
        var file = Renumbered(new Roster { Mode = "delta" }.User(1).Role(1, hired: "2026-10-01"));

        var import = await Checked(curator, school, file.Zip());

        Assert.That(await Problems(curator, import), Is.Empty);
        Assert.That((Counts(import), (int)import["joins"]!), Is.EqualTo(((0, 1, 0, 0), 1)));
        await Confirm(curator, import);
        var one = known.Single(p => p.Source == "user-1").Person;
        Assert.That(await People(school), Is.EquivalentTo(known.Append((one, "Nuser-1"))), "the id of before is kept beside the new one");
        Assert.That(await Working(school), Is.EqualTo(2));
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task A_sender_that_numbers_anew_keeps_its_people(bool patronymics)
    {
        var (school, curator) = await School();
        await Applied(curator, school, Roster.Of(12).Zip());
        var people = (await People(school)).ToList();
        var file = Renumbered(Roster.Of(12));
        if (!patronymics) file.Users[0] = With(file.Users[0], 8, "");

        var import = await Applied(curator, school, file.Zip());

        Assert.That((string?)import["status"], Is.EqualTo("Applied"), import.ToJsonString());
        Assert.That(Counts(import), Is.EqualTo((0, 0, 0, 12)));
        Assert.That((await People(school)).Select(p => (p.Person, "N" + p.Source)), Is.EquivalentTo(people.Select(p => (p.Person, "NN" + p.Source))));
        Assert.That(Counts(await Applied(curator, school, Renumbered(Roster.Of(11)).Zip())), Is.EqualTo((0, 0, 1, 11)), "and who leaves then leaves once");
    }

    [TestCase("2020-09-01", 0, TestName = "Without_birth_date_and_address_the_full_name_and_the_post_tell_who_was_numbered_anew")]
    [TestCase("2023-09-01", 1, TestName = "A_namesake_hired_on_another_day_is_somebody_new")]
    public async Task Numbered_anew_without_a_birth_date(string hired, int comes)
    {
        var (school, curator) = await School();
        Roster Staff(string hiredOn)
        {
            var roster = new Roster();
            for (var i = 1; i <= 6; i++)
            {
                roster.User(i, email: "").Role(i, hired: i == 1 ? hiredOn : "2020-09-01");
                Born(roster, i - 1, "");
            }

            return roster;
        }

        await Applied(curator, school, Staff("2020-09-01").Zip());
        Assert.That(Counts(await Checked(curator, school, Renumbered(Staff(hired)).Zip())), Is.EqualTo((comes, 0, comes, 6 - comes)));
    }

    [Test]
    public async Task Whose_new_number_has_a_faulty_row_does_not_leave()
    {
        var (school, curator) = await School();
        await Applied(curator, school, Roster.Of(4).Zip());
        var file = Renumbered(Roster.Of(3));
        file.Users[0] = With(file.Users[0], 10, "no address");
        file.Roles[1] = file.Roles[1].Replace("Учитель", "Звездочёт", StringComparison.Ordinal);

        Assert.That(Counts(await Checked(curator, school, file.Zip())), Is.EqualTo((0, 0, 1, 1)), "only the fourth is gone");
    }

    [Test]
    public async Task Somebody_who_stands_in_the_staff_by_another_id_is_not_made_twice()
    {
        var (school, curator) = await School();
        await Applied(curator, school, Roster.Of(3).Zip());

        var more = Renumbered(new Roster { Mode = "delta" }.User(1).Role(1));
        Assert.That(Codes(await Problems(curator, await Checked(curator, school, more.Zip()))),
            Is.EqualTo(new[] { "users.csv:2 sourcedId import.person-known" }));

        var instead = Renumbered(new Roster { Mode = "delta" }.User(1).Role(1)).User(1, status: "tobedeleted");
        Assert.That(Counts(await Applied(curator, school, instead.Zip())), Is.EqualTo((0, 0, 0, 1)), "the old number goes, the person stays");

        var twice = new Roster { Mode = "delta" }.User(9).Role(9);
        var again = Renumbered(new Roster { Mode = "delta" }.User(9).Role(9));
        twice.Users.AddRange(again.Users);
        twice.Roles.AddRange(again.Roles);
        Assert.That(Codes(await Problems(curator, await Checked(curator, school, twice.Zip()))),
            Is.EqualTo(new[] { "users.csv:3 sourcedId import.person-twice" }));
    }

    [Test]
    public async Task A_file_that_ends_a_large_part_of_the_staff_asks_first()
    {
        var (school, curator) = await School();
        await Applied(curator, school, Roster.Of(20).Zip());
        Assert.That((bool)(await Checked(curator, school, Roster.Of(16).Zip()))["asksMassChange"]!, Is.False, "four people are no mass");

        var import = await Checked(curator, school, Roster.Of(15).Zip());

        Assert.That(((bool)import["asksMassChange"]!, (int)import["staff"]!, (int)import["leaves"]!, (int)import["joins"]!), Is.EqualTo((true, 20, 5, 0)));
        var refused = await curator.Post($"{Imports}/{import["id"]}/confirm", new { version = (int)import["version"]! }).IsProblem(409, "import.mass-change");
        Assert.That(((int)refused["leaves"]!, (int)refused["staff"]!), Is.EqualTo((5, 20)));
        await Confirm(curator, import, mass: true);
        Assert.That(await Working(school), Is.EqualTo(15));
    }

    [Test]
    public async Task A_file_of_others_asks_first_and_a_first_file_does_not()
    {
        var (school, curator) = await School();
        for (var i = 0; i < 6; i++) await World.Teacher(school, "Поимённая" + i);
        var first = Roster.Of(30);
        var import = await Checked(curator, school, first.Zip());
        Assert.That(((bool)import["asksMassChange"]!, (int)import["leaves"]!), Is.EqualTo((true, 6)), "who was entered by hand would leave");
        await Confirm(curator, import, mass: true);

        var more = Roster.Of(40);
        import = await Checked(curator, school, more.Zip());
        Assert.That(((bool)import["asksMassChange"]!, (int)import["joins"]!), Is.EqualTo((true, 10)));
    }

    [Test]
    public async Task What_became_a_mass_change_since_the_check_is_asked_before_it_is_applied()
    {
        var (school, curator) = await School();
        await Applied(curator, school, Roster.Of(20).Zip());
        var import = await Checked(curator, school, Roster.Of(16).Zip());
        await curator.Post($"{Imports}/{import["id"]}/confirm", new { version = (int)import["version"]! }).Ok();
        var gone = await World.Teacher(school, "Добавленная");
        await Sql.ExecuteAsync("""
            insert into person_source (organization_id, region_code, source_id, person_id) select id, region_code, 'late', @gone from organization
                where id = @school
            """, new { school, gone });

        await Apply((Guid)import["id"]!);

        var after = await Get(curator, (Guid)import["id"]!);
        Assert.That(((string?)after["status"], (bool)after["asksMassChange"]!, (int)after["leaves"]!), Is.EqualTo(("Checked", true, 5)), after.ToJsonString());
    }

    [Test]
    public async Task What_was_confirmed_of_some_is_asked_again_of_others()
    {
        var (school, curator) = await School();
        await Applied(curator, school, Roster.Of(20).Zip());
        var import = await Checked(curator, school, Roster.Of(15).Zip());
        await curator.Post($"{Imports}/{import["id"]}/confirm", new { version = (int)import["version"]!, confirmMassChange = true }).Ok();
        var without = new Roster { Mode = "delta" }.User(20, status: "tobedeleted").User(21).Role(21);
        Assert.That(Counts(await Applied(curator, school, without.Zip())), Is.EqualTo((1, 0, 1, 0)), "as many leave, others do");

        await Apply((Guid)import["id"]!);

        import = await Get(curator, (Guid)import["id"]!);
        Assert.That(((string?)import["status"], (bool)import["asksMassChange"]!, (bool)import["isAskedAgain"]!, (int)import["leaves"]!),
            Is.EqualTo(("Checked", true, true, 5)), import.ToJsonString());
        Assert.That(await Working(school), Is.EqualTo(20), "nobody has left");
        await Confirm(curator, import, mass: true);
        Assert.That(await Working(school), Is.EqualTo(15));
    }

    static void Born(Roster file, int at, string birth) => file.Users[at] = With(file.Users[at], 23, birth);

    static string With(string row, int column, string value)
    {
        var cells = row.Split(',');
        cells[column] = value;
        return string.Join(',', cells);
    }

    static Roster Renumbered(Roster file)
    {
        for (var i = 0; i < file.Users.Count; i++) file.Users[i] = "N" + file.Users[i];
        for (var i = 0; i < file.Roles.Count; i++) file.Roles[i] = "N" + file.Roles[i].Replace(",user-", ",Nuser-", StringComparison.Ordinal);
        return file;
    }

    async Task Confirm(HttpClient curator, JsonNode import, bool skip = false, bool mass = false)
    {
        await curator.Post($"{Imports}/{import["id"]}/confirm", new { version = (int)import["version"]!, skipProblemRows = skip, confirmMassChange = mass })
            .Ok();
        await Apply((Guid)import["id"]!);
        Assert.That((string?)(await Get(curator, (Guid)import["id"]!))["status"], Is.EqualTo("Applied"));
    }

    async Task<(string Family, string Given, string Birth, string Email)> Person(Guid school, string source) =>
        await Sql.QuerySingleAsync<(string, string, string, string)>("""
            select p.family_name, p.given_name, p.birth_date::text, p.email from person_source s join person p on p.id = s.person_id
             where s.organization_id = @school and s.source_id = @source
            """, new { school, source });

    Task<IEnumerable<(Guid Person, string Source)>> People(Guid school) =>
        Sql.QueryAsync<(Guid, string)>("select person_id, source_id from person_source where organization_id = @school", new { school });
}
