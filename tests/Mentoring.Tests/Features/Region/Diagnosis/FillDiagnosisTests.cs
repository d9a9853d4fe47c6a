using Dapper;
using Mentoring.Api.Features.Region.Diagnosis;
using Mentoring.Api.Platform;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.Region.Diagnosis;

[Covers(nameof(StartDiagnosis), nameof(SaveDiagnosisAnswers), nameof(FinishDiagnosis), nameof(WithdrawDiagnosis), nameof(GetDiagnosis), nameof(ListDiagnoses),
    nameof(CompareDiagnoses), nameof(ListDiagnosisHelpers))]
public sealed class FillDiagnosisTests : DiagnosisTest
{
    [Test]
    public async Task A_teacher_fills_it_in_and_gets_a_level_for_each_of_the_nine_areas()
    {
        var id = await Begun();
        Assert.That((await AsTeacher.GetAsync(At(id)).Ok())["areas"]!.AsArray(), Is.Empty);
        await Fill(AsTeacher, id, level: 2);
        var done = await AsTeacher.GetAsync(At(id)).Ok();
        Assert.That((string?)done["status"], Is.EqualTo("Done"));
        var areas = done["areas"]!.AsArray();
        Assert.That(areas.Select(area => (string?)area!["area"]), Is.EqualTo(new[]
        {
            "theoretical", "legal", "subject", "psychological-pedagogical", "methods", "ict", "digitalisation", "extracurricular", "health",
        }));
        Assert.That(areas.Select(area => (int)area!["level"]!), Is.All.EqualTo(67));
        Assert.That((int)areas[0]!["restsOn"]!["shown"]!, Is.EqualTo(3), "the text is shown by the level chosen");
        Assert.That((int)areas[0]!["restsOn"]!["answered"]!, Is.EqualTo(2));
    }

    [Test]
    public async Task It_is_not_done_before_every_item_shown_that_is_required_is_answered_and_all_are_told_at_once()
    {
        var id = await Begun();
        var refused = await AsTeacher.Post(At(id, "/finish"), new { version = 1 }).IsProblem(400, "validation");
        Assert.That(refused["errors"]!.AsObject().Count, Is.EqualTo(18));
        Assert.That(refused["errors"]!["/answers/legal-1"], Is.Not.Null);
    }

    [TestCase("no-such", "often", "diagnosis.item-unknown")]
    [TestCase("legal-1", "no-such-level", "diagnosis.answer")]
    public async Task What_the_instrument_does_not_know_is_refused_with_its_place(string item, string answer, string code)
    {
        var id = await Begun();
        var refused = await AsTeacher.Put(At(id, "/answers"), new { version = 1, answers = new Dictionary<string, string> { [item] = answer } })
            .IsProblem(400, code);
        Assert.That(refused["errors"]![$"/answers/{item}"], Is.Not.Null);
    }

    [Test]
    public async Task The_next_one_supersedes_it_and_both_are_compared()
    {
        var first = await Done(3);
        var second = await Done(1);
        Assert.That(await Sql.QueryAsync<string>("select status from diagnosis where person_id = @Teacher order by started_at", new { Teacher }),
            Is.EqualTo(new[] { "Superseded", "Done" }));
        var compared = await AsTeacher.GetAsync(At(second, $"/comparison?with={first}")).Ok();
        Assert.That((Id(compared["earlier"]!), (bool)compared["sameEdition"]!), Is.EqualTo((first, true)));
        Assert.That(compared["areas"]!.AsArray().Select(area => (int)area!["change"]!), Is.All.EqualTo(33 - 100).And.Exactly(9).Items);
        await AsTeacher.GetAsync(At(second, $"/comparison?with={Guid.NewGuid()}")).IsProblem(400, "diagnosis.other");
    }

    [Test]
    public async Task One_is_begun_at_a_time_and_may_be_given_up()
    {
        var id = await Begun();
        await AsTeacher.Post("/api/v1/diagnoses", new { organizationId = School, instrumentId = Deficits }).IsProblem(409, "diagnosis.draft-exists");
        await AsTeacher.Post(At(id, "/withdraw"), new { version = 1 }).Ok();
        await AsTeacher.Post(At(id, "/finish"), new { version = 2 }).IsProblem(409, "diagnosis.not-now");
        await Begun();
        var mine = await AsTeacher.GetAsync("/api/v1/diagnoses").Ok();
        Assert.That(mine["items"]!.AsArray().Select(item => (string?)item!["status"]), Is.EqualTo(new[] { "Draft", "Withdrawn" }));
    }

    [Test]
    public async Task An_expert_fills_it_in_at_the_teachers_wish_alone_and_apart_from_the_own_view()
    {
        var helpers = await AsTeacher.GetAsync($"/api/v1/diagnoses/helpers?organizationId={School}").Ok();
        Assert.That(helpers["people"]!.AsArray().Select(helper => (string?)helper!["personId"]), Is.EqualTo(new[] { Expert.ToString() }));
        Assert.That(helpers["organizations"]!.AsArray(), Has.Count.EqualTo(2));
        var own = await Done();
        var asked = await Begun(expert: Expert);
        await AsTeacher.Put(At(asked, "/answers"), new { version = 1, answers = new { } }).IsProblem(404, "not-found");
        Assert.That((await AsExpert.GetAsync("/api/v1/diagnoses?view=Asked").Ok())["items"]!.AsArray(), Has.Count.EqualTo(1));
        await AsExpert.Put(At(asked, "/answers"), new { version = 1, answers = Answers("federal-deficits", 2) }).Ok();
        Assert.That((await AsTeacher.GetAsync(At(asked)).Ok())["answers"]!.AsObject(), Is.Empty, "a draft is the expert's own");
        await AsExpert.Post(At(asked, "/finish"), new { version = 2 }).Ok();
        Assert.That((await AsTeacher.GetAsync(At(asked)).Ok())["areas"]!.AsArray(), Has.Count.EqualTo(9));
        Assert.That((string?)(await AsTeacher.GetAsync(At(own)).Ok())["status"], Is.EqualTo("Done"));
        await AsExpert.GetAsync(At(own)).IsProblem(404, "not-found");
        await Run<OutboxDrain>(drain => drain.Run(default));
        var told = await AsTeacher.GetAsync("/api/v1/me/notifications").Ok();
        Assert.That(told["items"]!.AsArray().Select(item => (string?)item!["kind"]), Is.EqualTo(new[] { "DiagnosisFilled" }));
    }

    [Test]
    public async Task Nobody_is_asked_who_does_not_stand_behind_the_school_and_nowhere_but_at_the_own_work()
    {
        var stranger = await World.Teacher(await World.School());
        await World.Account(stranger);
        await AsTeacher.Post("/api/v1/diagnoses", new { organizationId = School, instrumentId = Deficits, expertId = stranger })
            .IsProblem(400, "diagnosis.expert");
        await AsTeacher.Post("/api/v1/diagnoses", new { organizationId = Centre, instrumentId = Deficits })
            .IsProblem(400, "diagnosis.organization");
        await AsTeacher.GetAsync($"/api/v1/diagnoses/helpers?organizationId={Centre}").IsProblem(404, "not-found");
    }
}
