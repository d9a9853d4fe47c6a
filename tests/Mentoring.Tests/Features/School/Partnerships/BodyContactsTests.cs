using System.Text.Json.Nodes;
using Dapper;
using Mentoring.Api.Platform;
using Mentoring.Tests.Features.Region.Support;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.School.Partnerships;

/// <summary>A body of the external contour keeps the same register as a school: with whom it works in its region, and what was agreed.</summary>
public sealed class BodyContactsTests : SupportTest
{
    string Contacts => $"/api/v1/organizations/{Centre}/partner-contacts";
    string Log => $"/api/v1/organizations/{Centre}/coordination";

    static object Card(string role = "Informal") => new
    {
        name = "Кураторова Вера Львовна", post = "Куратор наставничества", worksAt = "Гимназия № 2", role, reach = "кабинет 12",
        note = "Собирает кураторов района",
    };

    [Test]
    public async Task The_head_of_a_centre_keeps_contacts_and_the_log_with_a_next_step_that_somebody_answers_for()
    {
        var worker = await World.Teacher(Centre, "Методистова");
        var contact = (Guid)(await CentreHead.Post(Contacts, Card()).Gives(201))["id"]!;
        await CentreHead.Post(Contacts, Card("Official")).Gives(201);
        var entry = (Guid)(await CentreHead.Post(Log, new
        {
            kind = "Meeting", heldOn = $"{Today:O}", title = "Встреча с кураторами школ", agreed = "Общий график консультаций", contactIds = new[] { contact },
            contractIds = Array.Empty<Guid>(), next = new { text = "Прислать график", dueOn = $"{Today.AddDays(7):O}", responsibleId = worker },
        }).Gives(201))["id"]!;
        JsonNode logged = (await CentreHead.GetAsync($"{Log}?open=true").Ok())["items"]![0]!;
        Assert.That(((Guid)logged["id"]!, (string?)logged["next"]!["text"]), Is.EqualTo((entry, "Прислать график")));
        Assert.That((await CentreHead.GetAsync(Contacts).Ok())["items"]!.AsArray(), Has.Count.EqualTo(2));
        await CentreHead.Post($"{Log}/{entry}/next-step/finish", new { version = 1, result = "Отправлен" }).Ok();
    }

    [Test]
    public async Task Nobody_but_the_head_sees_it_neither_colleagues_nor_a_school_nor_the_region()
    {
        await CentreHead.Post(Contacts, Card()).Gives(201);
        foreach (var role in (Role[])[Role.Tutor, Role.Methodologist, Role.Expert])
            await (await As(role, Centre)).GetAsync(Contacts).IsProblem(403, "permission.missing");
        await Coordinator.GetAsync(Contacts).IsProblem(403, "permission.missing");
        await (await As(Role.Curator, School)).GetAsync(Contacts).IsProblem(404, "not-found");
        await (await As(Role.CentreHead, await Body(kind: "Institute"))).GetAsync(Contacts).IsProblem(404, "not-found");
        Assert.That(await Sql.ExecuteScalarAsync<int>("select count(*)::int from partner_contact where organization_id = @Centre", new { Centre }),
            Is.EqualTo(1));
    }
}
