using Mentoring.Api.Features.School.Setup;
using Mentoring.Api.Platform;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.School.Setup;

/// <summary>The checklist, the settings, provision and reviews.</summary>
[Covers(nameof(AddProvision), nameof(GetSetup), nameof(ListProvisions), nameof(MoveProvision), nameof(RecordReview),
    nameof(ReviseProvision), nameof(SaveSetup))]
public sealed class GetSetupTests : ActTest
{
    string Path => $"/api/v1/organizations/{School}/setup";

    object Settings(int version, Guid? coordinator = null, string? next = null, string structure = "Council", string[]? forms = null) => new
    {
        version, structure, structureReason = (string?)null, forms = forms ?? [], incentives = new[] { "Supplement" },
        coordinatorId = coordinator, reviewEveryMonths = coordinator is null ? (int?)null : 3, nextReviewOn = next, indicators = Array.Empty<string>(),
    };

    async Task<string> State(string step) => (string)(await Head.GetAsync(Path).Ok())["steps"]!.AsArray().Single(s => (string?)s!["code"] == step)!["state"]!;

    [Test, Order(1)]
    public async Task The_facts_tick_the_steps()
    {
        Assert.That((await State("Staff"), await State("Curator"), await State("Psychologist")), Is.EqualTo(("Done", "Started", "Open")));
        var order = await Agreed("CuratorOrder");
        await Head.Post($"/api/v1/acts/{order}/approve", Approval(2)).Ok();
        await World.Account(Role.Psychologist, School);
        Assert.That((await State("Curator"), await State("Psychologist"), await State("Union")), Is.EqualTo(("Done", "Done", "Done")));
        var setup = await Head.GetAsync(Path).Ok();
        Assert.That((string?)setup["advice"]!["structure"], Is.EqualTo("Responsible"));
        Assert.That(setup["components"]!.AsArray().First(c => (string?)c!["role"] == "Curator")!["names"]!.AsArray().Select(n => (string?)n),
            Is.EqualTo(new[] { "Кураторова Анна Петровна" }));
    }

    [Test, Order(2)]
    public async Task Settings_and_reviews_follow_the_schools_rhythm()
    {
        var coordinator = await World.Teacher(School, "Мониторова");
        await Curator.Put(Path, Settings(0, forms: ["no-such-form"])).PointsTo("/forms", "setup.code-unknown");
        await Curator.Put(Path, Settings(0, await World.Teacher(await World.School()), "2026-12-01")).PointsTo("/coordinatorId", "setup.person-unknown");
        await Curator.Put(Path, Settings(0)).Ok();
        await Curator.Post($"{Path}/reviews", new { version = 1, reviewedOn = Today, conclusion = "Всё идёт" }).IsProblem(409, "setup.no-monitoring");
        await Curator.Put(Path, Settings(0)).IsProblem(412, "version.stale");
        await Curator.Put(Path, Settings(1, coordinator, "2026-12-01")).Ok();
        Assert.That(await State("Monitoring"), Is.EqualTo("Done"));

        await Curator.Post($"{Path}/reviews", new { version = 2, reviewedOn = "2027-01-01", conclusion = "x" })
            .PointsTo("/reviewedOn", "setup.review-in-future");
        var review = await Curator.Post($"{Path}/reviews",
            new { version = 2, reviewedOn = Today, conclusion = "Охват растёт", decisions = "Ещё два наставника" }).Gives(201);
        Assert.That((string?)review["nextReviewOn"], Is.EqualTo("2027-03-01"));
        Assert.That((await Head.GetAsync(Path).Ok())["reviews"]!.AsArray(), Has.Count.EqualTo(1));
    }

    [Test, Order(3)]
    public async Task Provision_is_recorded_and_moves_by_its_lifecycle()
    {
        var plan = new
        {
            kind = "Methodical", condition = "Methodical", outcomes = new[] { "Growth", "Retention" }, title = "Методический кабинет",
            dueOn = "2026-10-01"
        };
        var id = (Guid)(await Curator.Post($"{Path}/provisions", plan).Gives(201))["id"]!;
        var listed = (await Curator.GetAsync($"{Path}/provisions").Ok()).AsArray().Single(p => (Guid)p!["id"]! == id)!;
        Assert.That((bool)listed["overdue"]!, Is.True);
        await Curator.Post($"/api/v1/provisions/{id}/move", new { version = 1, step = "Provide" }).Ok();
        await Curator.Post($"/api/v1/provisions/{id}/move", new { version = 2, step = "Start" }).IsProblem(409, "provision.step-not-now");
        await Curator.Put($"/api/v1/provisions/{id}", new { version = 1, plan.kind, plan.condition, plan.outcomes, plan.title })
            .IsProblem(412, "version.stale");
        await Curator.Put($"/api/v1/provisions/{id}", new { version = 2, plan.kind, plan.condition, plan.outcomes, title = "Кабинет" }).Ok();
        await Curator.Post($"{Path}/provisions", new { kind = "Material", condition = "Financial", outcomes = Array.Empty<string>(), title = "x" })
            .PointsTo("/outcomes");
        await Curator.Post($"{Path}/provisions", new { kind = "Material", condition = "Financial", outcomes = new[] { "Growth" }, title = "" })
            .PointsTo("/title");
        await Stranger.Put($"/api/v1/provisions/{id}", new { version = 3, plan.kind, plan.condition, plan.outcomes, plan.title }).IsProblem(404, "not-found");
        await Stranger.Post($"/api/v1/provisions/{id}/move", new { version = 3, step = "Withdraw" }).IsProblem(404, "not-found");
    }

    [Test, Order(4)]
    public async Task A_program_is_drafted_only_in_a_form_that_the_school_uses()
    {
        var (mentor, mentee) = (await World.Teacher(School, "Наставникова"), await World.Teacher(School, "Новичкова"));
        Dictionary<string, object?> Program(string form, string what, object value) => new()
        {
            [what] = value, ["title"] = "Первый год", ["formCode"] = form, ["kindCode"] = "traditional", ["purposeCode"] = "young-specialist",
            ["startsOn"] = Today, ["endsOn"] = Day(200), ["content"] = "Помощь",
            ["participants"] = new[] { new { personId = mentor, role = "Mentor" }, new { personId = mentee, role = "Mentee" } },
            ["goals"] = Array.Empty<object>(), ["activities"] = Array.Empty<object>(),
        };
        Dictionary<string, object?> Draft(string form) => Program(form, "organizationId", School);
        Dictionary<string, object?> Revised(string form, int read) => Program(form, "version", read);
        var version = (int)(await Curator.GetAsync(Path).Ok())["settings"]!["version"]!;
        await Curator.Put(Path, Settings(version, forms: ["head-teacher"])).Ok();
        await Curator.Post("/api/v1/programs", Draft("teacher-teacher")).PointsTo("/formCode", "setup.form-not-used");
        var id = (Guid)(await Curator.Post("/api/v1/programs", Draft("head-teacher")).Gives(201))["id"]!;
        await Curator.Put(Path, Settings(version + 1, forms: ["university-teacher"])).Ok();
        var kept = (int)(await Curator.Put($"/api/v1/programs/{id}", Revised("head-teacher", 1)).Ok())["version"]!;
        await Curator.Put($"/api/v1/programs/{id}", Revised("teacher-teacher", kept)).PointsTo("/formCode", "setup.form-not-used");
    }

    [Test]
    public async Task Others_find_no_setup_and_the_union_only_reads()
    {
        await Stranger.GetAsync(Path).IsProblem(404, "not-found");
        await Stranger.Put(Path, Settings(0)).IsProblem(404, "not-found");
        await Stranger.GetAsync($"{Path}/provisions").IsProblem(404, "not-found");
        await Stranger.Post($"{Path}/reviews", new { version = 1, reviewedOn = Today, conclusion = "x" }).IsProblem(404, "not-found");
        await Union.GetAsync(Path).Ok();
        await Union.Put(Path, Settings(0)).IsProblem(403, "permission.missing");
        await Mentee.GetAsync(Path).IsProblem(403, "permission.missing");
    }
}
