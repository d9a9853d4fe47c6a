using Dapper;
using Mentoring.Api.Features.Common.Imports;
using Mentoring.Api.Platform;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.Common.Imports;

/// <summary>What becomes of somebody's programs when the end of the work is taken back, and when it comes after all.</summary>
[Covers(nameof(ListStaffEdits), nameof(UndoStaffEdit))]
public sealed class UndoStaffEditTests : LeavingTest
{
    [Test]
    public async Task An_end_that_is_taken_back_and_comes_after_all_is_followed_again_on_the_same_day()
    {
        await World.Assign(School.MentorAccount, Role.Mentor, School.Id);
        var path = $"/api/v1/organizations/{School.Id}/people/{School.Mentor}";
        var over = await End(path);
        await Follow();
        Assert.That((string?)(await Participant(Program, School.Mentor))["leftOn"], Is.EqualTo(over));
        var end = (await Curator.GetAsync($"{path}/edits").Ok())[0]!;
        Assert.That(end["left"]!.AsArray().Select(p => ((Guid)p!["id"]!, (string?)p["role"])), Is.EqualTo(new[] { (Program, "Mentor") }),
            "said before the undo");

        await Curator.Post($"{path}/edits/{end["id"]}/undo", new { }).Gives(204);
        await Follow();
        Assert.That((string?)(await Participant(Program, School.Mentor))["leftOn"], Is.EqualTo(over), "nobody is brought back unasked");
        Assert.That((await Curator.GetAsync($"{path}/edits").Ok())[0]!["left"]!.AsArray(), Has.Count.EqualTo(1), "and after it");

        await Sql.ExecuteAsync("update program_participant set left_on = null where program_id = @Program and person_id = @Mentor",
            new { Program, School.Mentor });
        Assert.That((await Curator.GetAsync($"{path}/edits").Ok())[0]!["left"]!.AsArray(), Is.Empty, "who is named again is named no longer");
        var meeting = await Plan(TimeSpan.FromDays(3));
        over = await End(path);
        await Follow();
        Assert.That((string?)(await Participant(Program, School.Mentor))["leftOn"], Is.EqualTo(over));
        Assert.That(await Sql.ExecuteScalarAsync<string>("select status from meeting where id = @meeting", new { meeting }), Is.EqualTo("Cancelled"));
        Assert.That(await Sql.ExecuteScalarAsync<long>("select count(*) from departure where person_id = @Mentor and kind = 'Employment' and voided_at is null",
            new { School.Mentor }), Is.EqualTo(1));
    }

    [Test]
    public async Task Only_who_imports_the_staff_undoes()
    {
        var path = $"/api/v1/organizations/{School.Id}/people/{School.Mentee}/edits/{Guid.NewGuid()}/undo";
        await Curator.Post(path, new { }).IsProblem(404, "not-found");
        await Stranger.Post(path, new { }).IsProblem(404, "not-found");
        await Mentor.Post(path, new { }).IsProblem(403, "permission.missing");
    }

    [TestCase(true, false, false), TestCase(false, false, true), TestCase(true, true, true)]
    public async Task An_end_is_taken_back_without_rights_elsewhere_unless_the_main_work_is_there_by_now(bool main, bool over, bool may)
    {
        var path = $"/api/v1/organizations/{School.Id}/people/{School.Mentor}";
        await End(path);
        await Sql.ExecuteAsync("""
            insert into employment (id, organization_id, region_code, person_id, position_code, is_teaching, is_main, started_on, ended_on)
            select gen_random_uuid(), id, region_code, @Mentor, 'teacher', true, @main, @From, case when @over then @Now::date end
              from organization where id = @elsewhere
            """, new
        {
            elsewhere = await World.School("05701000", World.OtherRegion), School.Mentor, main, over,
            From = over ? Now.AddYears(-20) : Now, Now = Now.AddYears(-19),
        });
        var end = (await Curator.GetAsync($"{path}/edits").Ok())[0]!;
        Assert.That((bool)end["mayUndo"]!, Is.EqualTo(may), "what is offered is possible");
        if (may) await Curator.Post($"{path}/edits/{end["id"]}/undo", new { }).Gives(204);
        else await Curator.Post($"{path}/edits/{end["id"]}/undo", new { }).IsProblem(409, "employment.main-exists");
    }

    /// <summary>Works here and nowhere else, and nothing was changed by hand; the clock stands still between two changes otherwise.</summary>
    [SetUp]
    public async Task AsAtFirst()
    {
        Clock.Advance(TimeSpan.FromMinutes(1));
        await Sql.ExecuteAsync("""
            delete from employment where person_id = @Mentor and organization_id <> @Id;
            delete from staff_edit where person_id = @Mentor;
            update employment set ended_on = null where person_id = @Mentor
            """, new { School.Mentor, School.Id });
    }

    /// <returns>The first day on which the work is over.</returns>
    async Task<string> End(string path)
    {
        var over = Now;
        var (employment, version) = await Sql.QuerySingleAsync<(Guid, int)>(
            "select id, version from employment where person_id = @Mentor and organization_id = @Id",
            new { School.Mentor, School.Id });
        await Curator.Post($"{path}/employments/{employment}/end", new { version, lastDay = $"{over.AddDays(-1):O}", reason = "OwnWish" }).Ok();
        return $"{over:O}";
    }

    async Task Follow()
    {
        await Drain();
        await Sweep();
    }
}
