using System.Text;
using Dapper;
using Mentoring.Api.Features.Region.HelpDesk;
using Mentoring.Api.Platform;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.Region.HelpDesk;

[Covers(nameof(ListHelpBodies), nameof(AskForHelp), nameof(ListHelpRequests), nameof(ListHelpQueue), nameof(ExportHelpQueue), nameof(GetHelpRequest),
    nameof(TakeHelpRequest), nameof(AnswerHelpRequest), nameof(CloseHelpRequest), nameof(ReopenHelpRequest), nameof(WithdrawHelpRequest),
    nameof(WriteHelpEntry), nameof(AddHelpFile), nameof(GetHelpFile), nameof(SetHelpRule), nameof(GetHelpLoad))]
public sealed class HelpLifeTests : HelpDeskTest
{
    string Bodies(string form = "consultation") => $"/api/v1/organizations/{School}/help-bodies?form={form}";

    string Queue(string rest = "") => $"/api/v1/organizations/{Centre}/help-queue{rest}";

    [Test]
    public async Task Who_stands_behind_the_school_is_offered_with_the_reason_and_its_load()
    {
        await Asked();
        var offer = (await Asker.GetAsync(Bodies()).Ok()).AsArray().Single()!;
        Assert.That(((Guid)offer["bodyId"]!, (string?)offer["reason"], (string?)offer["service"]), Is.EqualTo((Centre, "Service", "methodical-help")));
        Assert.That(((int)offer["open"]!, (int)offer["people"]!, (int)offer["days"]!), Is.EqualTo((1, 2, 5)));
    }

    [Test]
    public async Task Of_two_the_less_busy_comes_first_and_the_other_may_be_chosen()
    {
        var second = await Body(kind: "Institute");
        await World.Account(Role.Expert, second);
        await (await As(Role.CentreHead, second)).Post(Links(second), Opening([School], ["methodical-help"])).Ok();
        await Asked();
        await Asked();
        var offers = (await Asker.GetAsync(Bodies()).Ok()).AsArray().Select(offer => (Guid)offer!["bodyId"]!);
        Assert.That(offers, Is.EqualTo(new[] { second, Centre }));
        await Asker.Post(Ask, Question(Centre)).Gives(201);
        await Asker.Post(Ask, Question(await Body())).PointsTo("/bodyId", "help.body-not-offered");
    }

    [Test]
    public async Task Where_nobody_stands_behind_the_school_the_regions_centre_is_asked()
    {
        await Sql.ExecuteAsync("update support_link set ends_on = starts_on where organization_id = @School", new { School });
        await Sql.ExecuteAsync("update organization set kind = 'Institute' where kind = 'Cnppm' and id <> @Centre", new { Centre });
        var offer = (await Asker.GetAsync(Bodies()).Ok()).AsArray().Single()!;
        Assert.That(((Guid)offer["bodyId"]!, (string?)offer["reason"]), Is.EqualTo((Centre, "RegionCentre")));
        await Sql.ExecuteAsync("update organization set kind = 'Institute' where id = @Centre", new { Centre });
        Assert.That((await Asker.GetAsync(Bodies()).Ok()).AsArray(), Is.Empty);
        await Asker.Post(Ask, Question()).PointsTo("/bodyId", "help.nobody");
    }

    [Test]
    public async Task A_question_is_asked_taken_answered_returned_answered_again_and_closed()
    {
        var id = await Asked();
        var asked = await Read(Methodologist, id);
        Assert.That(asked["steps"]!.AsArray().Select(step => (string?)step), Is.EqualTo(new[] { "Take", "Redirect" }));
        await Methodologist.Post(Help(id, "/answer"), new { version = 1, text = "Сразу" }).IsProblem(409, "help.not-now");
        await Step(Methodologist, id, "take");
        await CentreHead.Post(Help(id, "/answer"), new { version = 2, text = "За другого" }).IsProblem(409, "help.take-first");
        await Asker.Post(Help(id, "/close"), new { version = 2, mark = 5 }).IsProblem(409, "help.not-now");
        await Methodologist.Post(Help(id, "/take"), new { version = 1 }).IsProblem(412, "version.stale");
        await Step(Methodologist, id, "answer", new { text = "Начните с одного вопроса." });
        await Methodologist.Post(Help(id, "/close"), new { version = 3, mark = 5 }).IsProblem(409, "help.not-yours");
        await Step(Asker, id, "reopen", new { text = "А если урок сорвался?" });
        Assert.That(await Told(MethodologistAccount), Is.EquivalentTo(new[] { "HelpAsked", "HelpReopened" }));
        await Step(CentreHead, id, "take");
        await Step(CentreHead, id, "answer", new { text = "Тогда разбирают, что было до срыва." });
        await Asker.Post(Help(id, "/close"), new { version = 6, mark = 6 }).PointsTo("/mark");
        await Step(Asker, id, "close", new { mark = 5, text = "Спасибо, всё понятно" });

        var read = await Read(Asker, id);
        Assert.That(((string?)read["status"], (int)read["mark"]!, read["steps"]!.AsArray().Count, (bool)read["mayWrite"]!),
            Is.EqualTo(("Closed", 5, 0, false)));
        Assert.That(read["entries"]!.AsArray().Select(entry => (string?)entry!["step"]),
            Is.EqualTo(new[] { "Take", "Answer", "Reopen", "Take", "Answer", "Close" }));
        Assert.That(await Told(AskerAccount), Is.EquivalentTo(new[] { "HelpTaken", "HelpAnswered" }), "once while it is unread");
    }

    [Test]
    public async Task A_term_is_counted_in_working_days_as_the_head_has_said()
    {
        var rule = $"/api/v1/organizations/{Centre}/help-rule";
        await CentreHead.Put(rule, new { version = 0, days = 31 }).PointsTo("/days");
        Assert.That((int)(await CentreHead.Put(rule, new { version = 0, days = 1 }).Ok())["version"]!, Is.EqualTo(1));
        await CentreHead.Put(rule, new { version = 0, days = 3 }).IsProblem(412, "version.stale");
        await Methodologist.Put(rule, new { version = 1, days = 3 }).IsProblem(403, "permission.missing");
        var due = DateOnly.Parse((string)(await Read(Asker, await Asked()))["dueOn"]!, System.Globalization.CultureInfo.InvariantCulture);
        Assert.That(due, Is.GreaterThan(Today));
        Assert.That(due.DayNumber - Today.DayNumber, Is.LessThanOrEqualTo(11), "the longest holidays lie between two working days");
    }

    [Test]
    public async Task Both_sides_write_and_attach_and_a_note_stays_with_the_body()
    {
        var id = await Asked();
        await Step(Methodologist, id, "take");
        await Methodologist.Post(Help(id, "/entries"), new { text = "Какой это класс?" }).Gives(201);
        await Asker.Post(Help(id, "/entries"), new { text = "Седьмой" }).Gives(201);
        await Methodologist.Post(Help(id, "/entries"), new { text = "Спросить Ильину", @internal = true }).Gives(201);
        await Asker.Post(Help(id, "/entries"), new { text = "Тайком", @internal = true }).IsProblem(409, "help.not-yours");
        using var form = new MultipartFormDataContent { { new ByteArrayContent(Encoding.UTF8.GetBytes("План урока")), "file", "plan.txt" } };
        var file = (Guid)(await Asker.PostAsync(Help(id, "/files"), form).Gives(201))["id"]!;
        using var got = await Methodologist.GetAsync(Help(id, $"/files/{file}"));
        Assert.That(await got.Content.ReadAsStringAsync(), Is.EqualTo("План урока"));
        Assert.That((await Read(Asker, id))["entries"]!.AsArray().Select(entry => (string?)entry!["kind"]),
            Is.EqualTo(new[] { "Step", "Message", "Message", "File" }));
        Assert.That((await Read(CentreHead, id))["entries"]!.AsArray().Count(entry => (string?)entry!["kind"] == "Note"), Is.EqualTo(1));
        Assert.That(await Told(MethodologistAccount), Is.EquivalentTo(new[] { "HelpAsked", "HelpWritten" }));
    }

    [Test]
    public async Task What_is_not_answered_yet_is_taken_back()
    {
        var id = await Asked();
        await Step(Asker, id, "withdraw", new { text = "Разобрались сами" });
        await Asker.Post(Help(id, "/entries"), new { text = "Ещё" }).IsProblem(409, "help.not-now");
        Assert.That((await Methodologist.GetAsync(Queue()).Ok())["items"]!.AsArray(), Is.Empty);
    }

    [Test]
    public async Task A_queue_shows_mine_what_nobody_has_taken_and_what_is_overdue_by_pages()
    {
        var (mine, late) = (await Asked(subject: "Моё"), await Asked(subject: "Просрочено"));
        await Asked(subject: "Ничьё");
        await Step(Methodologist, mine, "take");
        await Sql.ExecuteAsync("update help_request set due_on = @day where id = @late", new { late, day = Today.AddDays(-1) });
        async Task<IEnumerable<string?>> Of(string rest) =>
            (await Methodologist.GetAsync(Queue(rest)).Ok())["items"]!.AsArray().Select(item => (string?)item!["subject"]);
        Assert.That(await Of("?view=Mine"), Is.EqualTo(new[] { "Моё" }));
        Assert.That(await Of("?view=Overdue"), Is.EqualTo(new[] { "Просрочено" }));
        Assert.That(await Of("?view=Unassigned"), Is.EquivalentTo(new[] { "Просрочено", "Ничьё" }));
        Assert.That(await Of("?search=%D0%BD%D0%B8%D1%87%D1%8C"), Is.EqualTo(new[] { "Ничьё" }));
        Assert.That(await Of("?area=methods&form=consultation&view=All"), Has.Exactly(3).Items);
        var first = await Methodologist.GetAsync(Queue("?size=2")).Ok();
        Assert.That((string?)first["items"]![0]!["subject"], Is.EqualTo("Просрочено"));
        Assert.That((await Of($"?size=2&cursor={first["next"]}")).Count(), Is.EqualTo(1));
        var file = await (await Methodologist.GetAsync(Queue(".csv"))).Content.ReadAsStringAsync();
        Assert.That(file, Does.Contain("Ничьё").And.Not.Contain("Прошу подсказать"));
        Assert.That((await Methodologist.Tasks("HelpToAnswer")).Count, Is.EqualTo(1));
        Assert.That((await Methodologist.Tasks("HelpToTake")).Count, Is.EqualTo(2));
        Assert.That((await CentreHead.Tasks("HelpOverdue")).Count, Is.EqualTo(1));
    }

    [Test]
    public async Task The_head_sees_how_it_goes_and_others_do_not()
    {
        var id = await Answered();
        Assert.That((await Asker.Tasks("HelpToRate")).Count, Is.EqualTo(1));
        await Step(Asker, id, "close", new { mark = 4 });
        await Asked();
        var load = $"/api/v1/organizations/{Centre}/help-load?since={Today.AddDays(-30):O}";
        var sums = await CentreHead.GetAsync(load).Ok();
        Assert.That(((int)sums["open"]!, (int)sums["asked"]!, (int)sums["due"]!, (int)sums["inTime"]!, (int)sums["marks"]!, (double)sums["meanMark"]!),
            Is.EqualTo((1, 2, 1, 1, 1, 4.0)));
        Assert.That((int)sums["people"]!.AsArray().Single()!["answered"]!, Is.EqualTo(1));
        await Methodologist.GetAsync(load).IsProblem(403, "permission.missing");
    }

    [Test]
    public async Task One_sees_ones_own_and_a_school_what_it_was_let_see()
    {
        var (closed, open) = (await Asked(), await Asked(schoolSees: true));
        Assert.That((await Asker.GetAsync("/api/v1/help-requests").Ok())["items"]!.AsArray(), Has.Count.EqualTo(2));
        var seen = (await Curator.GetAsync($"/api/v1/help-requests?organizationId={School}").Ok())["items"]!.AsArray();
        Assert.That(seen.Select(item => (Guid)item!["id"]!), Is.EqualTo(new[] { open }));
        var read = await Read(Curator, open);
        Assert.That((read["steps"]!.AsArray().Count, (bool)read["mayWrite"]!), Is.EqualTo((0, false)));
        await Curator.Post(Help(open, "/entries"), new { text = "От школы" }).IsProblem(409, "help.not-yours");
        await Curator.GetAsync(Help(closed)).IsProblem(404, "not-found");
        var colleague = As(await World.Account(await World.Teacher(School, "Коллегина")));
        foreach (var id in (Guid[])[closed, open]) await colleague.GetAsync(Help(id)).IsProblem(404, "not-found");
        await colleague.GetAsync($"/api/v1/help-requests?organizationId={School}").IsProblem(404, "not-found");
        var elsewhere = await As(Role.Methodologist, await Body(kind: "Institute"));
        await elsewhere.GetAsync(Help(open)).IsProblem(404, "not-found");
        await elsewhere.GetAsync(Queue()).IsProblem(404, "not-found");
        await colleague.Post($"/api/v1/organizations/{Centre}/help-requests", Question()).IsProblem(404, "not-found");
    }

    [Test]
    public async Task What_is_wrong_is_pointed_to()
    {
        await Asker.Post(Ask, Question(form: "juggling")).PointsTo("/form", "help.form-unknown");
        await Asker.Post(Ask, Question(subject: " ")).PointsTo("/subject");
        await Asker.Post(Ask, new { bodyId = Centre, form = "consultation", subject = "a", text = "b", schoolSees = true, areas = new[] { "juggling" } })
            .PointsTo("/areas/0", "help.area-unknown");
        await Asker.Post(Ask, new { bodyId = Centre, form = "consultation", subject = "a", text = "b", schoolSees = true, wantedBy = "2020-01-01" })
            .PointsTo("/wantedBy", "help.wanted-past");
        await CentreHead.Post(Ask, Question()).IsProblem(403, "caller.not-a-person");
    }
}
