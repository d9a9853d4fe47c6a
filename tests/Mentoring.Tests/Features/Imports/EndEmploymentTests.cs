using Mentoring.Api.Platform;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.Imports;

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
        Assert.That(await Work(one), Is.EqualTo(new[] { $"teacher main {Hired:O} .." }), "what was planned is planned anew, if it still is");
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
}
