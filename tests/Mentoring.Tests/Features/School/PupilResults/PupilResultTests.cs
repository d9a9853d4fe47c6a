using System.Net.Http.Headers;
using Mentoring.Api.Features.School.PupilResults;
using Mentoring.Api.Platform;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.School.PupilResults;

[Covers(nameof(EnterPupilResult), nameof(ListPupilResults), nameof(GetPupilResult), nameof(CorrectPupilResult), nameof(WithdrawPupilResult),
    nameof(UndoPupilResult))]
public sealed class PupilResultTests : PupilResultsTest
{
    [Test]
    public async Task A_teacher_enters_and_reads_the_own_figures_and_the_school_reads_them_all()
    {
        var own = await Entered(Mentee);
        var other = await Entered(Curator, body => body["personId"] = School.Mentor);
        Assert.That((await Seen(Mentee)).Select(one => (Guid)one["id"]!), Is.EqualTo(new[] { own }));
        Assert.That((await Seen(Curator, OfSchool())).Select(one => (Guid)one["id"]!), Is.EquivalentTo(new[] { own, other }));
        Assert.That(await Seen(Head, OfSchool("kind=Oge")), Is.Empty);
        var one = await Mentee.GetAsync($"{Results}/{own}").Ok();
        Assert.That(((int)one["figure"]!["pupils"]!, (bool)one["mayChange"]!, (bool)one["mayUndo"]!, (bool)one["isSmall"]!),
            Is.EqualTo((26, true, false, false)));
        await Mentee.GetAsync($"{Results}/{other}").IsProblem(404, "not-found");
        await Mentee.GetAsync($"{Results}?{OfSchool()}").IsProblem(404, "not-found");
        await Mentee.Post(AtSchool, Body(body => body["personId"] = School.Mentor)).IsProblem(404, "not-found");
    }

    [Test]
    public async Task One_figure_holds_for_a_key_and_the_kinds_stand_beside_one_another()
    {
        await Entered();
        await Curator.Post(AtSchool, Body(body => body["figure"] = Figure(25))).IsProblem(409, "pupil-results.exists");
        await Entered(change: body => (body["kind"], body["term"]) = ("Attainment", "Year"));
        await Entered(change: body => (body["kind"], body["term"]) = ("Attainment", "Quarter1"));
        await Entered(change: body => (body["kind"], body["stage"], body["figure"]) = ("Olympiad", "school", Figure(26, 40, prizes: 3)));
        Assert.That(await Seen(Curator, OfSchool($"schoolYear={Year}")), Has.Count.EqualTo(4));
    }

    [TestCase("grade", "9", "/grade", "pupil-results.grade")]
    [TestCase("term", "\"Year\"", "/term", "pupil-results.term")]
    [TestCase("kind", "\"Olympiad\"", "/stage", "pupil-results.stage")]
    [TestCase("kind", "\"Attainment\"", "/term", "pupil-results.term")]
    [TestCase("subject", "\"alchemy\"", "/subject", "pupil-results.subject")]
    [TestCase("personId", "\"01998c5e-7b02-7f41-8a6d-2c90d7e1b3a4\"", "/personId", "pupil-results.teacher")]
    [TestCase("schoolYear", "2016", "/personId", "pupil-results.teacher")]
    [TestCase("grade", "12", "/grade", "validation")]
    public async Task What_cannot_be_is_refused_where_it_stands(string member, string value, string pointer, string code) =>
        await Curator.Post(AtSchool, Body(body => body[member] = System.Text.Json.Nodes.JsonNode.Parse(value))).PointsTo(pointer, code);

    [TestCase(26, 27, "successful", "pupil-results.successful")]
    [TestCase(26, -1, "successful", "pupil-results.successful")]
    [TestCase(0, 0, "pupils", "pupil-results.pupils")]
    public async Task Counts_hold_together(int pupils, int successful, string member, string code) =>
        await Curator.Post(AtSchool, Body(body => body["figure"] = Figure(pupils, successful))).PointsTo($"/figure/{member}", code);

    [Test]
    public async Task A_day_lies_in_the_school_year_and_not_ahead()
    {
        await Curator.Post(AtSchool, Body(body => body["figure"] = Figure(on: $"{Year}-08-31"))).PointsTo("/figure/countedOn", "pupil-results.day-outside");
        await Curator.Post(AtSchool, Body(body => (body["schoolYear"], body["figure"]) = (Year + 1, Figure(on: $"{Year + 2}-08-31"))))
            .PointsTo("/figure/countedOn", "pupil-results.day-ahead");
    }

    [Test]
    public async Task A_correction_and_a_withdrawal_keep_what_was_and_are_taken_back_one_after_the_other()
    {
        var id = await Entered(Mentee);
        await Correct(Curator, id, 1, Figure(26, 22)).Ok();
        await Correct(Curator, id, 2, Figure(26, 22)).IsProblem(409, "pupil-results.same");
        await Correct(Curator, id, 1, Figure(26, 23)).IsProblem(412, "version.stale");
        await Curator.Post($"{Results}/{id}/withdraw", new { version = 2, reason = "Внесено не тому педагогу" }).Ok();
        Assert.That(await Seen(Curator, OfSchool()), Is.Empty);
        Assert.That(await Seen(Curator, OfSchool("withdrawn=true")), Has.Count.EqualTo(1));
        await Correct(Curator, id, 3, Figure(26, 23)).IsProblem(409, "pupil-results.withdrawn");
        var again = await Entered();
        await Curator.Post($"{Results}/{id}/undo", new { version = 3 }).IsProblem(409, "pupil-results.exists");
        await Curator.Post($"{Results}/{again}/withdraw", new { version = 1, reason = "Повтор" }).Ok();

        await Curator.Post($"{Results}/{id}/undo", new { version = 3 }).Ok();
        await Curator.Post($"{Results}/{id}/undo", new { version = 4 }).Ok();
        await Curator.Post($"{Results}/{id}/undo", new { version = 5 }).IsProblem(409, "pupil-results.nothing-to-undo");
        var one = await Curator.GetAsync($"{Results}/{id}").Ok();
        Assert.That(((int)one["figure"]!["successful"]!, (int)one["version"]!, (bool)one["mayUndo"]!), Is.EqualTo((20, 5, false)));
        var history = one["history"]!.AsArray();
        Assert.That(history.Select(change => ((string?)change!["step"], (int)change["before"]!["successful"]!, (string?)change["reason"])),
            Is.EqualTo(new[] { ("Withdraw", 22, "Внесено не тому педагогу"), ("Correct", 20, "Уточнено по протоколу") }));
        Assert.That(history.All(change => change!["undoneAt"] is not null), Is.True);
    }

    [Test]
    public async Task A_teacher_corrects_the_own_word_and_not_the_schools()
    {
        var id = await Entered(Mentee);
        await Correct(Mentee, id, 1, Figure(26, 21)).Ok();
        await Mentee.Post($"{Results}/{id}/undo", new { version = 2 }).Ok();
        await Correct(Curator, id, 3, Figure(26, 25)).Ok();
        await Correct(Mentee, id, 4, Figure(26, 21)).IsProblem(403, "pupil-results.not-yours");
        await Mentee.Post($"{Results}/{id}/withdraw", new { version = 4, reason = "x" }).IsProblem(403, "pupil-results.not-yours");
        Assert.That((bool)(await Mentee.GetAsync($"{Results}/{id}").Ok())["mayChange"]!, Is.False);
        await Curator.Post($"{Results}/{id}/undo", new { version = 4 }).Ok();
        await Mentee.Post($"{Results}/{id}/withdraw", new { version = 5, reason = "x" }).Ok();
    }

    [Test]
    public async Task The_mentor_reads_for_as_long_as_the_program_runs_and_writes_nothing()
    {
        var id = await Entered(Mentee);
        Assert.That(await Seen(Mentor, "view=Mentees"), Is.Empty);
        await Mentor.GetAsync($"{Results}/{id}").IsProblem(404, "not-found");
        await Active();
        Assert.That((await Seen(Mentor, "view=Mentees")).Select(one => (Guid)one["id"]!), Is.EqualTo(new[] { id }));
        Assert.That(await Seen(Mentor), Is.Empty);
        await Mentor.GetAsync($"{Results}/{id}").Ok();
        await Correct(Mentor, id, 1, Figure(26, 21)).IsProblem(403, "pupil-results.not-yours");
        Assert.That(await Seen(Mentee, "view=Mentees"), Is.Empty, "a mentee reads of no other");
        await EndRunning();
        await Mentor.GetAsync($"{Results}/{id}").IsProblem(404, "not-found");
    }

    [Test]
    public async Task Nobody_above_or_beside_the_school_reads_a_row()
    {
        var id = await Entered(change: body => body["figure"] = Figure(8, 8));
        Assert.That((bool)(await Curator.GetAsync($"{Results}/{id}").Ok())["isSmall"]!, Is.True);
        await Stranger.GetAsync($"{Results}/{id}").IsProblem(404, "not-found");
        await Stranger.GetAsync($"{Results}?{OfSchool()}").IsProblem(404, "not-found");
        await Stranger.Post(AtSchool, Body()).IsProblem(404, "not-found");
        await Correct(Stranger, id, 1, Figure(8, 7)).IsProblem(404, "not-found");
        foreach (var role in (Role[])[Role.RegionalCoordinator, Role.RegionalAnalyst])
            await (await As(role, World.Region)).GetAsync($"{Results}/{id}").IsProblem(403, "permission.missing");
        await (await As(Role.FederalOperator, "RU")).GetAsync(Results).IsProblem(403, "permission.missing");
        await (await As(Role.Psychologist, School.Id)).GetAsync($"{Results}/{id}").IsProblem(403, "permission.missing");
    }

    [Test]
    public async Task What_somebody_holds_already_is_not_sent_again()
    {
        var id = await Entered();
        using var first = await Curator.GetAsync($"{Results}/{id}");
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{Results}/{id}");
        request.Headers.IfNoneMatch.Add(EntityTagHeaderValue.Parse(first.Headers.ETag!.ToString()));
        using var second = await Curator.SendAsync(request);
        Assert.That((int)second.StatusCode, Is.EqualTo(304));
    }

    [Test]
    public async Task Long_lists_come_page_by_page()
    {
        foreach (var grade in new[] { 4, 5, 6, 7, 8 }) await Entered(change: body => body["grade"] = grade);
        var (seen, cursor) = (new HashSet<Guid>(), "");
        do
        {
            var page = await Curator.GetAsync($"{Results}?{OfSchool($"size=2&cursor={Uri.EscapeDataString(cursor)}")}").Ok();
            seen.UnionWith(page["items"]!.AsArray().Select(one => (Guid)one!["id"]!));
            cursor = (string?)page["next"] ?? "";
        }
        while (cursor.Length > 0);
        Assert.That(seen, Has.Count.EqualTo(5));
        Assert.That(await Seen(Curator, OfSchool("search=новичк")), Has.Count.EqualTo(5));
        Assert.That(await Seen(Curator, OfSchool("search=нетакой")), Is.Empty);
    }
}
