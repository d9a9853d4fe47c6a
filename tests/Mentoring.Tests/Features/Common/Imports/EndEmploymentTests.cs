using System.Text.Json.Nodes;
using Dapper;
using Mentoring.Api.Features.Common.Imports;
using Mentoring.Api.Platform;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.Common.Imports;

[Covers(nameof(EndEmployment))]
public sealed class EndEmploymentTests : StaffEditTest
{
    static readonly DateOnly Hired = new(2020, 9, 1);

    [Test]
    public async Task An_end_by_hand_is_not_taken_back_by_a_file_and_the_file_is_told()
    {
        var one = await Teacher("конец");
        await End(one, Today.AddDays(-1)).Ok();
        Assert.That(await Work(one), Is.EqualTo(new[] { $"teacher main {Hired:O} {Today:O}" }));

        var again = await Again(one, skip: true);
        Assert.That(Codes(await Problems(one.Curator, again)), Is.EqualTo(new[] { "roles.csv:4 metadata.mentoring.hireDate import.ended-by-hand" }));
        Assert.That(await Work(one), Is.EqualTo(new[] { $"teacher main {Hired:O} {Today:O}" }));

        await Again(one, roster => roster.Role(1, hired: $"{Today:O}"));
        Assert.That(await Work(one), Is.EqualTo(new[] { $"teacher main {Hired:O} {Today:O}", $"teacher main {Today:O} .." }), "came back");
    }

    [Test]
    public async Task A_last_day_that_is_to_come_stands_beside_a_file_that_does_not_know_it()
    {
        var one = await Teacher("срок");
        var last = Today.AddMonths(1);
        await End(one, last).Ok();
        Assert.That(Counts(await Again(one)), Is.EqualTo((0, 0, 0, 3)));
        Assert.That(await Work(one), Is.EqualTo(new[] { $"teacher main {Hired:O} {last.AddDays(1):O}" }));
    }

    [Test]
    public async Task An_end_is_undone_and_shown_with_its_last_day_and_reason()
    {
        var one = await Teacher("возврат");
        await End(one, Today.AddDays(-3)).Ok();
        var edit = (await Edits(one)).Single()!;
        Assert.That(((string?)edit["reason"], (string?)edit["changes"]![0]!["after"]), Is.EqualTo(("Transfer", $"{Today.AddDays(-3):O}")));
        await Undo(one).Gives(204);
        Assert.That(await Work(one), Is.EqualTo(new[] { $"teacher main {Hired:O} .." }));
        Assert.That(Counts(await Again(one)), Is.EqualTo((0, 0, 0, 3)));
    }

    [Test]
    public async Task An_end_that_was_planned_is_brought_forward_and_goes_back_to_the_plan()
    {
        var one = await Teacher("раньше");
        await End(one, Today.AddMonths(1)).Ok();
        await End(one, Today.AddDays(-1)).Ok();
        Assert.That(await Work(one), Is.EqualTo(new[] { $"teacher main {Hired:O} {Today:O}" }));
        await Undo(one).Gives(204);
        Assert.That(await Work(one), Is.EqualTo(new[] { $"teacher main {Hired:O} {Today.AddMonths(1).AddDays(1):O}" }));
    }

    [TestCase(1)]
    [TestCase(2)]
    public async Task A_change_that_was_planned_does_not_stand_in_the_way_of_an_earlier_end(int changes)
    {
        var one = await Teacher($"план{changes}");
        await Change(one, "psychologist", Today.AddMonths(1)).Ok();
        if (changes == 2) await Change(one, "head", Today.AddMonths(2)).Ok();
        var now = (await Person(one))["employments"]!.AsArray().Single(e => (string?)e!["startedOn"] == $"{Hired:O}")!;
        var path = $"{one.Path}/employments/{now["id"]}/end";
        object Body(DateOnly lastDay) => new { version = (int)now["version"]!, lastDay = $"{lastDay:O}", reason = "OwnWish" };
        await one.Curator.Post(path, Body(Today.AddMonths(1))).IsProblem(409, "employment.continues");
        await one.Curator.Post(path, Body(Today)).Ok();
        Assert.That(await Work(one), Is.EqualTo(new[] { $"teacher main {Hired:O} {Today.AddDays(1):O}" }));
        Assert.That((await Edits(one)).Where(e => (string?)e!["kind"] == "Work").Select(e => e!["undoneAt"]), Has.Exactly(changes).Not.Null);
        await Undo(one).Gives(204);
        string[] planned = [$"teacher main {Hired:O} {Today.AddMonths(1):O}", $"psychologist main {Today.AddMonths(1):O} .."];
        if (changes == 2)
            planned = [planned[0], $"psychologist main {Today.AddMonths(1):O} {Today.AddMonths(2):O}", $"head main {Today.AddMonths(2):O} .."];
        Assert.That(await Work(one), Is.EqualTo(planned), "what the end called off is planned again");
        for (var change = changes; change > 0; change--)
        {
            var last = (await Edits(one)).First(e => e!["undoneAt"] is null)!;
            Assert.That((bool)last["mayUndo"]!, Is.True);
            await one.Curator.Post($"{one.Path}/edits/{last["id"]}/undo", new { }).Gives(204);
        }

        Assert.That(await Work(one), Is.EqualTo(new[] { $"teacher main {Hired:O} .." }), "and can be taken back itself");
    }

    [Test]
    public async Task Days_versions_and_places_are_asked()
    {
        var one = await Teacher("дни");
        await End(one, Hired.AddDays(-1)).IsProblem(409, "employment.day-outside");
        await End(one, Today.AddYears(2)).IsProblem(409, "employment.day-outside");
        await Change(one, "psychologist", Today).Ok();
        var former = (await Person(one))["employments"]![1]!;
        await one.Curator.Post($"{one.Path}/employments/{former["id"]}/end", new
        {
            version = (int)former["version"]!, lastDay = $"{Today:O}",
            reason = "Other"
        })
            .IsProblem(409, "employment.continues");
        var path = $"{one.Path}/employments/{former["id"]}/end";
        await one.Curator.Post(path, new { version = 99, lastDay = $"{Today:O}", reason = "Other" }).IsProblem(412, "version.stale");
        await (await As(Role.Curator, await World.School())).Post(path, new { version = 1, lastDay = $"{Today:O}", reason = "Other" }).IsProblem(404,
            "not-found");
        await (await As(Role.Psychologist, one.School)).Post(path, new { version = 1, lastDay = $"{Today:O}", reason = "Other" }).IsProblem(403,
            "permission.missing");
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task The_end_of_one_post_leaves_alone_what_is_planned_of_another_that_was_taken_up_and_turns_on_the_same_days(bool ended)
    {
        var one = await Teacher($"рядом{ended}");
        var day = Today.AddMonths(1);
        await Again(one, roster => roster.Role(1).Role(1, "head", main: false, id: "role-1b"));
        var (main, side) = (await Post(one, "teacher"), await Post(one, "head"));
        object Body(JsonNode post, DateOnly lastDay) => new { version = (int)post["version"]!, lastDay = $"{lastDay:O}", reason = "OwnWish" };
        if (ended) await one.Curator.Post($"{one.Path}/employments/{side["id"]}/end", Body(side, day.AddDays(-1))).Ok();
        await one.Curator.Post($"{one.Path}/employments/{main["id"]}/change",
            new { version = (int)main["version"]!, positionCode = "psychologist", isMain = true, from = $"{day:O}" }).Ok();

        side = await Post(one, "head");
        await one.Curator.Post($"{one.Path}/employments/{side["id"]}/end", Body(side, day.AddDays(7))).Ok();
        side = await Post(one, "head");
        await one.Curator.Post($"{one.Path}/employments/{side["id"]}/end", Body(side, Today)).Ok();
        Assert.That((await Work(one)).Order(), Is.EqualTo(new[]
        {
            $"head {Hired:O} {Today.AddDays(1):O}", $"psychologist main {day:O} ..", $"teacher main {Hired:O} {day:O}",
        }));
    }

    [TestCase(1)]
    [TestCase(2)]
    public async Task Work_ends_before_a_planned_change_with_which_the_main_place_moves_elsewhere(int changes)
    {
        var one = await Teacher($"место{changes}");
        var (there, curator) = await School();
        await Sql.ExecuteAsync("""
            insert into employment (id, organization_id, region_code, person_id, position_code, is_teaching, is_main, started_on)
            select gen_random_uuid(), id, region_code, @Person, 'teacher', true, false, '2021-09-01' from organization where id = @there;
            update person set organization_ids = organization_ids || @there::uuid where id = @Person
            """, new { one.Person, there });
        var elsewhere = one with { School = there, Curator = curator, Path = $"/api/v1/organizations/{there}/people/{one.Person}" };
        var day = Today.AddMonths(1);
        if (changes == 2) await Change(one, "head", day.AddDays(-9)).Ok();
        await Change(one, "psychologist", day, main: false).Ok();
        var post = await Sql.QuerySingleAsync<(Guid Id, int Version)>("select id, version from employment where organization_id = @there", new { there });
        await curator.Post($"{elsewhere.Path}/employments/{post.Id}/change",
            new { version = post.Version, positionCode = "teacher", isMain = true, from = $"{day:O}" }).Ok();
        var (before, others) = (await Work(one), await Work(elsewhere));

        var now = (await Person(one))["employments"]!.AsArray().Single(e => (string?)e!["startedOn"] == $"{Hired:O}")!;
        await one.Curator.Post($"{one.Path}/employments/{now["id"]}/end",
            new { version = (int)now["version"]!, lastDay = $"{Today.AddDays(3):O}", reason = "OwnWish" }).Ok();
        Assert.That(await Work(one), Is.EqualTo(new[] { $"teacher main {Hired:O} {Today.AddDays(4):O}" }));
        Assert.That(await Work(elsewhere), Is.EqualTo(others));
        if (changes == 2) return;
        await Undo(one).Gives(204);
        Assert.That(await Work(one), Is.EqualTo(before), "and goes on as it was planned");
    }

    [Test]
    public async Task A_change_of_today_hands_on_what_was_planned_before_it()
    {
        var one = await Teacher("между");
        var day = Today.AddMonths(1);
        await Change(one, "psychologist", day).Ok();
        var now = await Post(one, "teacher");
        await one.Curator.Post($"{one.Path}/employments/{now["id"]}/change",
            new { version = (int)now["version"]!, positionCode = "head", isMain = true, from = $"{Today:O}" }).Ok();
        var path = $"{one.Path}/edits/{(await Edits(one))[0]!["id"]}/undo";
        now = await Post(one, "head");
        await one.Curator.Post($"{one.Path}/employments/{now["id"]}/end",
            new { version = (int)now["version"]!, lastDay = $"{Today:O}", reason = "OwnWish" }).Ok();
        Assert.That(await Work(one), Is.EqualTo(new[] { $"teacher main {Hired:O} {Today:O}", $"head main {Today:O} {Today.AddDays(1):O}" }));
        await Undo(one).Gives(204);
        await one.Curator.Post(path, new { }).Gives(204);
        Assert.That(await Work(one), Is.EqualTo(new[] { $"teacher main {Hired:O} {day:O}", $"psychologist main {day:O} .." }));
        await Undo(one, "Work").Gives(204);
        Assert.That(await Work(one), Is.EqualTo(new[] { $"teacher main {Hired:O} .." }));
    }

    [Test]
    public async Task An_undo_that_is_offered_is_not_refused_and_one_that_a_file_has_overtaken_is_not_offered()
    {
        var one = await Teacher("отмена");
        await Change(one, "psychologist", Today).Ok();
        await Again(one, roster => roster.Role(1, "head"));
        Assert.That((bool)(await Edits(one))[0]!["mayUndo"]!, Is.False);
        await Undo(one).IsProblem(409, "staff-edit.superseded");

        var two = await Teacher("письмо");
        await Revise(two, "Иная").Ok();
        Assert.That((bool)(await Edits(two))[0]!["mayUndo"]!, Is.True);
        await Again(two, roster => roster.Role(1).Users[0] = roster.Users[0].Replace(roster.Users[0].Split(',')[7], "Третья", StringComparison.Ordinal));
        Assert.That((bool)(await Edits(two))[0]!["mayUndo"]!, Is.False);
        await Undo(two).IsProblem(409, "staff-edit.superseded");

        var three = await Teacher("вернулся");
        await End(three, Today.AddDays(-3)).Ok();
        Assert.That((bool)(await Edits(three))[0]!["mayUndo"]!, Is.True);
        await Again(three, roster => roster.Role(1, "head", hired: $"{Today:O}", id: "role-1b"));
        Assert.That((bool)(await Edits(three))[0]!["mayUndo"]!, Is.False, "main work has begun since");
    }

    static async Task<JsonNode> Post(One one, string position) =>
        (await Person(one))["employments"]!.AsArray().Single(e => (string?)e!["positionCode"] == position)!;

    static async Task<HttpResponseMessage> Undo(One one, string kind) => await one.Curator.Post(
        $"{one.Path}/edits/{(await Edits(one)).First(e => (string?)e!["kind"] == kind && e["undoneAt"] is null)!["id"]}/undo", new { });
}
