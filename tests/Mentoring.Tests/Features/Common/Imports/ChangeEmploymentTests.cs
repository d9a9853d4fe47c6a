using Dapper;
using Mentoring.Api.Features.Common.Imports;
using Mentoring.Api.Platform;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.Common.Imports;

[Covers(nameof(ChangeEmployment))]
public sealed class ChangeEmploymentTests : StaffEditTest
{
    static readonly DateOnly Hired = new(2020, 9, 1);

    [Test]
    public async Task A_new_position_holds_from_its_day_and_the_past_keeps_the_old_one()
    {
        var one = await Teacher("смена");
        var day = Today.AddMonths(-2);
        await Change(one, "psychologist", day).Ok();
        Assert.That(await Work(one), Is.EqualTo(new[] { $"teacher main {Hired:O} {day:O}", $"psychologist main {day:O} .." }));
        var edit = (await Edits(one)).Single()!;
        Assert.That(((string?)edit["kind"], (string?)edit["effectiveOn"], (bool)edit["mayUndo"]!), Is.EqualTo(("Work", $"{day:O}", true)));
    }

    [Test]
    public async Task What_a_day_divided_is_one_again_when_it_is_taken_back_and_can_be_ended_or_mended_as_before()
    {
        var one = await Teacher("обратно");
        await Change(one, "psychologist", null).Ok();
        await Change(one, "teacher", Today.AddDays(30)).Ok();
        await Undo(one).Gives(204);
        Assert.That(await Work(one), Is.EqualTo(new[] { $"psychologist main {Hired:O} .." }));

        var edits = await Edits(one);
        await one.Curator.Post($"{one.Path}/edits/{edits[1]!["id"]}/undo", new { }).Gives(204);
        Assert.That(await Work(one), Is.EqualTo(new[] { $"teacher main {Hired:O} .." }));
        await End(one, Today.AddDays(10)).Ok();
    }

    [Test]
    public async Task Who_works_elsewhere_by_now_is_not_changed_from_here_any_more()
    {
        var one = await Teacher("ушедший");
        await Revise(one, "Новая", "new@example.test").Ok();
        await End(one, Today.AddDays(-1)).Ok();
        var details = (await Edits(one)).First(edit => (string?)edit!["kind"] == "Details")!;
        await one.Curator.Post($"{one.Path}/edits/{details["id"]}/undo", new { }).IsProblem(404, "not-found");
        Assert.That(await Sql.ExecuteScalarAsync<string>("select email from person where id = @Person", new { one.Person }), Is.EqualTo("new@example.test"));
    }

    [Test]
    public async Task Nothing_is_changed_by_hand_where_nothing_is_any_more()
    {
        var one = await Teacher("закрытая");
        await Revise(one, "Исправленная").Ok();
        await Sql.ExecuteAsync("update organization set status = 'Closed', closed_on = current_date where id = @School", new { one.School });
        await Change(one, "psychologist", null).IsProblem(409, "import.organization-closed");
        await End(one, Today).IsProblem(409, "import.organization-closed");
        await Undo(one).IsProblem(409, "import.organization-closed");
    }

    [Test]
    public async Task Another_main_post_here_or_elsewhere_is_said_to_be_in_the_way()
    {
        var one = await Teacher("два главных");
        await Sql.ExecuteAsync("""
            insert into employment (id, organization_id, region_code, person_id, position_code, is_teaching, is_main, started_on)
            select gen_random_uuid(), id, region_code, @Person, 'educator', true, false, '2024-09-01' from organization where id = @School
            """, new { one.Person, one.School });
        var problem = await Change(one, "educator", null).IsProblem(409, "employment.main-exists");
        Assert.That(problem.ToJsonString(), Does.Contain("here or elsewhere"));
    }

    [Test]
    public async Task A_mistake_is_mended_from_the_beginning()
    {
        var one = await Teacher("ошибка");
        await Change(one, "psychologist", null).Ok();
        Assert.That(await Work(one), Is.EqualTo(new[] { $"psychologist main {Hired:O} .." }));
        await Undo(one).Gives(204);
        Assert.That(await Work(one), Is.EqualTo(new[] { $"teacher main {Hired:O} .." }));
    }

    [Test]
    public async Task A_file_that_is_behind_leaves_the_hands_word_and_a_newer_one_is_taken()
    {
        var one = await Teacher("отставание");
        var day = Today.AddDays(-10);
        await Change(one, "psychologist", day).Ok();
        string[] changed = [$"teacher main {Hired:O} {day:O}", $"psychologist main {day:O} .."];
        Assert.That(Counts(await Again(one)), Is.EqualTo((0, 0, 0, 3)), "as it was before");
        Assert.That(await Work(one), Is.EqualTo(changed));
        await Again(one, roster => roster.Role(1, "psychologist"));
        Assert.That(await Work(one), Is.EqualTo(changed), "it says the same now");
        await Again(one, roster => roster.Role(1, "head"));
        Assert.That(await Work(one), Is.EqualTo(new[] { changed[0], $"psychologist main {day:O} {Today:O}", $"head main {Today:O} .." }));
    }

    [Test]
    public async Task A_main_place_changed_by_hand_stands_however_often_the_file_repeats_the_old_one()
    {
        var one = await Teacher("основное");
        await Change(one, "teacher", null, main: false).Ok();
        for (var time = 0; time < 2; time++) await Again(one);
        Assert.That(await Work(one), Is.EqualTo(new[] { $"teacher {Hired:O} .." }));
    }

    [Test]
    public async Task Two_changes_in_a_row_stand_against_a_file_from_before_both()
    {
        var one = await Teacher("дважды");
        var (first, second) = (Today.AddDays(-20), Today.AddDays(-10));
        await Change(one, "psychologist", first).Ok();
        await Change(one, "head", second).Ok();
        Assert.That(Counts(await Again(one)), Is.EqualTo((0, 0, 0, 3)));
        Assert.That(await Work(one), Is.EqualTo(new[] { $"teacher main {Hired:O} {first:O}", $"psychologist main {first:O} {second:O}",
            $"head main {second:O} .." }));
    }

    [Test]
    public async Task A_position_of_next_month_is_not_ended_by_a_whole_list_of_today()
    {
        var one = await Teacher("будущее");
        var day = Today.AddMonths(1);
        await Change(one, "psychologist", day).Ok();
        await Again(one);
        Assert.That(await Work(one), Is.EqualTo(new[] { $"teacher main {Hired:O} {day:O}", $"psychologist main {day:O} .." }));
    }

    [Test]
    public async Task Unknown_positions_days_outside_and_old_versions_are_refused()
    {
        var one = await Teacher("отказ");
        await Change(one, "stargazer", Today).IsProblem(400, "import.position");
        await Change(one, "", Today).IsProblem(400, "validation");
        await Change(one, "psychologist", Hired.AddDays(-1)).IsProblem(409, "employment.day-outside");
        await Change(one, "psychologist", Today.AddYears(2)).IsProblem(409, "employment.day-outside");
        var employment = await Employment(one);
        var path = $"{one.Path}/employments/{employment["id"]}/change";
        await one.Curator.Post(path, new { version = 99, positionCode = "head", isMain = true }).IsProblem(412, "version.stale");
        await (await As(Role.Curator, await World.School())).Post(path, new { version = 1, positionCode = "head", isMain = true }).IsProblem(404, "not-found");
        await (await As(Role.Psychologist, one.School)).Post(path, new { version = 1, positionCode = "head", isMain = true }).IsProblem(403,
            "permission.missing");
    }
}
