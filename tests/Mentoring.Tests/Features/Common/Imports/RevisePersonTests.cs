using Mentoring.Api.Features.Common.Imports;
using Mentoring.Api.Platform;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.Common.Imports;

[Covers(nameof(RevisePerson))]
public sealed class RevisePersonTests : StaffEditTest
{
    [Test]
    public async Task A_name_and_contacts_changed_by_hand_stand_against_a_file_that_is_behind()
    {
        var one = await Teacher("имя");
        await Revise(one, "Замужняя", email: "new-name@school.example").Ok();
        Assert.That(Counts(await Again(one)), Is.EqualTo((0, 0, 0, 3)));
        var person = await Person(one);
        Assert.That(((string?)person["familyName"], (string?)person["email"]), Is.EqualTo(("Замужняя", "new-name@school.example")));

        await Again(one, roster => { roster.Users[0] = roster.Users[0].Replace("teacher1@school.example", "third@school.example"); roster.Role(1); });
        person = await Person(one);
        Assert.That(((string?)person["familyName"], (string?)person["email"]), Is.EqualTo(("Замужняя", "third@school.example")), "a third word is newer");
    }

    [Test]
    public async Task What_a_file_has_confirmed_is_the_files_again()
    {
        var one = await Teacher("согласие");
        await Revise(one, "Новая").Ok();
        void Named(Roster roster, string family) { roster.Users.RemoveAt(0); roster.User(1, family: family).Role(1); }
        await Again(one, roster => Named(roster, "Новая"));
        await Again(one, roster => Named(roster, "Смирнова"));
        Assert.That((string?)(await Person(one))["familyName"], Is.EqualTo("Смирнова"));
    }

    [Test]
    public async Task A_change_is_undone_while_it_stands()
    {
        var one = await Teacher("отмена");
        var before = (string?)(await Person(one))["familyName"];
        await Revise(one, "Опечаткина").Ok();
        await Undo(one).Gives(204);
        Assert.That((string?)(await Person(one))["familyName"], Is.EqualTo(before));
        await Undo(one).IsProblem(409, "staff-edit.superseded");

        await Revise(one, "Первая").Ok();
        await Sql_Rename(one);
        await Undo(one).IsProblem(409, "staff-edit.superseded");
    }

    Task Sql_Rename(One one) => Dapper.SqlMapper.ExecuteAsync(Sql, "update person set family_name = 'Третья' where id = @Person", new { one.Person });

    [Test]
    public async Task What_is_wrong_and_who_may_not_is_said()
    {
        var one = await Teacher("кому");
        await Revise(one, "").IsProblem(400, "validation");
        await Revise(one, "Почтова", email: "почта").IsProblem(400, "validation");
        object body = new { version = 1, familyName = "Чужая", givenName = "Анна" };
        await (await As(Role.Curator, await World.School())).Put(one.Path, body).IsProblem(404, "not-found");
        await (await As(Role.Psychologist, one.School)).Put(one.Path, body).IsProblem(403, "permission.missing");
        await one.Curator.Put(one.Path, new { version = 99, familyName = "Чужая", givenName = "Анна" }).IsProblem(412, "version.stale");
    }

    [Test]
    public async Task The_same_again_changes_nothing_and_spaces_are_put_right()
    {
        var one = await Teacher("то же");
        var person = await Person(one);
        var family = (string)person["familyName"]!;
        await Revise(one, $"  {family} ").Ok();
        Assert.That(((int)(await Person(one))["version"]!, (await Edits(one)).Count), Is.EqualTo(((int)person["version"]!, 0)));
        await Revise(one, family, "не адрес").PointsTo("/email");
    }

    [TestCase("2150-01-01", "person.birth-date")]
    [TestCase("2199-12-31", "person.birth-date")]
    [TestCase("1899-12-31", "request.day")]
    public async Task Nobody_is_born_on_a_day_to_come_or_before_1900(string birth, string code)
    {
        var one = await Teacher($"рождение {birth}");
        async Task<HttpResponseMessage> Born(string day) => await one.Curator.Put(one.Path, new
        {
            version = (int)(await Person(one))["version"]!, familyName = "Рождённая", givenName = "Анна", birthDate = day,
        });
        await Born(birth).PointsTo("/birthDate", code);
        await Born($"{Today.AddDays(1):O}").PointsTo("/birthDate", "person.birth-date");
        await Born($"{Today.AddYears(-110):O}").Ok();
    }
}
