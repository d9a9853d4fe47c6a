using Mentoring.Api.Features.School.Councils;
using Mentoring.Api.Features.School.Incentives;
using Mentoring.Api.Features.School.Preparations;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.School.Councils;

/// <summary>Preparations, tasks and proposals of incentives.</summary>
[Covers(nameof(AddCouncilTask), nameof(AddPreparation), nameof(DecideIncentiveAsCouncil), nameof(DecideIncentiveAsHead),
    nameof(FinishCouncilTask), nameof(FinishPreparation), nameof(ListCouncilTasks), nameof(ListIncentives),
    nameof(ListMyIncentives), nameof(ListPreparations), nameof(ProposeIncentive), nameof(SumIncentives),
    nameof(WithdrawIncentive))]
public sealed class CouncilWorkTests : CouncilTest
{
    object Contest(int days = 30) => new
    {
        kind = "Contest", level = "Region", title = "Педагогический дебют", participants = "Новичкова А. П.",
        startsOn = $"{Now.AddDays(days):O}", aim = "Показать урок"
    };

    async Task<Guid> Prepared() => (Guid)(await Members[0].Client.Post($"{OfSchool}/preparations", Contest()).Gives(201))["id"]!;

    [Test]
    public async Task A_preparation_has_a_plan_of_tasks_and_ends_with_a_result()
    {
        var id = await Prepared();
        var task = (Guid)(await Members[0].Client.Post($"{OfSchool}/tasks",
            new { kind = "Preparation", title = "Репетиция", responsibleName = "Первая", dueOn = $"{Now.AddDays(5):O}", preparationId = id })
                .Gives(201))["id"]!;
        await Members[1].Client.Post($"/api/v1/council/tasks/{task}/finish", new { version = 1, status = "Done", result = "Проведена" }).Ok();
        await Members[1].Client.Post($"/api/v1/council/tasks/{task}/finish", new { version = 2, status = "Dropped", result = "x" })
            .IsProblem(409, "council.task-over");

        var listed = (await Curator.GetAsync($"{OfSchool}/preparations").Ok()).AsArray().Single(p => (Guid)p!["id"]! == id)!;
        Assert.That(((int)listed["stepsDone"]!, (int)listed["stepsTotal"]!), Is.EqualTo((1, 1)));
        await Chair.Client.Post($"/api/v1/council/preparations/{id}/finish", new { version = 1, status = "TookPart", result = "x" })
            .IsProblem(409, "council.preparation-ahead");
        await Chair.Client.Post($"/api/v1/council/preparations/{id}/finish", new { version = 1, status = "Cancelled", result = "Перенесён на год" }).Ok();
        await Chair.Client.Post($"{OfSchool}/tasks",
            new { kind = "Preparation", title = "x", responsibleName = "x", dueOn = $"{Now.AddDays(5):O}", preparationId = id })
                .IsProblem(409, "council.preparation-over");
    }

    [Test]
    public async Task Tasks_say_what_they_are_for()
    {
        var task = new { kind = "ProgramCorrection", title = "Добавить занятия", responsibleName = "x", dueOn = $"{Now.AddDays(5):O}" };
        await Chair.Client.Post($"{OfSchool}/tasks", task).PointsTo("/programId");
        await Chair.Client.Post($"{OfSchool}/tasks", new { kind = "Material", title = "x", responsibleName = "x", dueOn = $"{Now.AddDays(-1):O}" })
            .PointsTo("/dueOn", "council.day-is-over");
        await Chair.Client.Post($"{OfSchool}/tasks",
            new { kind = "ProgramCorrection", title = "x", responsibleName = "x", dueOn = $"{Now.AddDays(1):O}", programId = Guid.NewGuid() })
                .IsProblem(409, "council.program-unknown");
        var program = await Active();
        await Chair.Client.Post($"{OfSchool}/tasks",
            new
            {
                kind = "ProgramCorrection", title = "Добавить посещения уроков", responsibleName = "Наставникова", dueOn = $"{Now.AddDays(5):O}",
                programId = program, areaCode = "methods"
            }).Gives(201);
        Assert.That((await Head.GetAsync($"{OfSchool}/tasks").Ok()).AsArray().Select(t => (string?)t!["programTitle"]), Does.Contain("Первый год в школе"));
    }

    [Test]
    public async Task Only_the_council_prepares_and_only_its_school_reads()
    {
        await Curator.Post($"{OfSchool}/preparations", Contest()).IsProblem(403, "permission.missing");
        await Stranger.GetAsync($"{OfSchool}/preparations").IsProblem(404, "not-found");
        await Stranger.GetAsync($"{OfSchool}/tasks").IsProblem(404, "not-found");
        await Chair.Client.Post($"{OfSchool}/preparations", Contest(-1)).PointsTo("/startsOn", "council.day-is-over");
    }

    string Incentives => $"{OfSchool}/incentives";

    async Task<Guid> Reward() => (Guid)(await Curator2.Post(Incentives,
        new
        {
            personId = School.Mentor, kind = "Material", function = "Economic", incentive = "Премия", grounds = "Три подготовленных новичка",
            amountKopecks = 1_500_000
        }).Gives(201))["id"]!;

    /// <summary>A member proposes: the curator of these tests is nobody of the staff.</summary>
    HttpClient Curator2 => Members[0].Client;

    [Test]
    public async Task An_incentive_is_proposed_supported_by_the_council_and_granted_by_the_head()
    {
        await Active();
        var id = await Reward();
        await Head.Post($"/api/v1/council/incentives/{id}/decide-as-head", new { version = 1, granted = true }).IsProblem(409, "incentive.not-now");
        await Chair.Client.Post($"/api/v1/council/incentives/{id}/decide-as-council", new { version = 1, supported = true }).PointsTo("/decisionId");
        await Chair.Client.Post($"/api/v1/council/incentives/{id}/decide-as-council", new { version = 1, supported = true, decisionId = Guid.NewGuid() })
            .PointsTo("/decisionId", "incentive.decision-not-adopted");

        var decision = await Adopted(await InSession());
        await Chair.Client.Post($"/api/v1/council/incentives/{id}/decide-as-council", new { version = 1, supported = true, decisionId = decision }).Ok();
        var forHead = (await Head.GetAsync(Incentives).Ok())["items"]!.AsArray().Single(i => (Guid)i!["id"]! == id)!;
        Assert.That(forHead["steps"]!.AsArray().Select(s => (string?)s), Is.EqualTo(new[] { "Grant", "Decline" }));
        await Head.Post($"/api/v1/council/incentives/{id}/decide-as-head", new { version = 2, granted = false }).PointsTo("/comment");
        Assert.That((string?)(await Head.Post($"/api/v1/council/incentives/{id}/decide-as-head", new { version = 2, granted = true, comment = "Приказ № 31" })
            .Ok())["status"], Is.EqualTo("Granted"));
    }

    [Test]
    public async Task Nobody_is_rewarded_on_their_own_proposal_nor_without_mentoring()
    {
        await Active();
        var body = new { personId = Members[0].Person, kind = "NonMaterial", function = "Moral", incentive = "Благодарность", grounds = "x" };
        await Members[0].Client.Post(Incentives, body).IsProblem(403, "incentive.own");
        await Members[1].Client.Post(Incentives, body).PointsTo("/personId", "incentive.not-in-mentoring");
        await Members[1].Client.Post(Incentives, new
        {
            personId = School.Mentor, kind = "NonMaterial", function = "Moral", incentive = "x", grounds = "x",
            amountKopecks = 5
        }).PointsTo("/amountKopecks");
        await Head.Post(Incentives, body).IsProblem(403, "permission.missing");
        await Stranger.Post(Incentives, body).IsProblem(404, "not-found");

        var id = await Reward();
        await Members[1].Client.Post($"/api/v1/council/incentives/{id}/withdraw", new { version = 1 }).IsProblem(403, "incentive.not-yours");
        await Curator2.Post($"/api/v1/council/incentives/{id}/withdraw", new { version = 1 }).Ok();
    }

    [Test]
    public async Task A_person_reads_what_was_granted_to_them_and_nothing_before_it()
    {
        const string mine = "/api/v1/council/incentives/mine";
        await Active();
        var id = await Reward();
        var decision = await Adopted(await InSession());
        await Chair.Client.Post($"/api/v1/council/incentives/{id}/decide-as-council", new { version = 1, supported = true, decisionId = decision }).Ok();
        Assert.That((await Mentor.GetAsync(mine).Ok()).AsArray(), Is.Empty, "nobody hears of a reward that the head may decline");
        await Head.Post($"/api/v1/council/incentives/{id}/decide-as-head", new { version = 2, granted = true, comment = "Приказ № 31" }).Ok();
        var granted = (await Mentor.GetAsync(mine).Ok()).AsArray().Single()!;
        Assert.That(((Guid)granted["id"]!, (string?)granted["incentive"], (long?)granted["amountKopecks"], (string?)granted["comment"]),
            Is.EqualTo((id, "Премия", 1_500_000L, "Приказ № 31")));
        foreach (var other in (HttpClient[])[Mentee, Chair.Client, Head, Stranger]) Assert.That((await other.GetAsync(mine).Ok()).AsArray(), Is.Empty);
        await Mentor.GetAsync(Incentives).IsProblem(403, "permission.missing");
    }

    [Test]
    public async Task Incentives_are_filtered_and_summed_by_their_function()
    {
        await Curator2.Post(Incentives,
            new { personId = School.Mentor, kind = "NonMaterial", function = "Social", incentive = "Методический день", grounds = "Две программы" }).Gives(201);
        var social = (await Head.GetAsync($"{Incentives}?function=Social").Ok())["items"]!.AsArray();
        Assert.That(social.Select(i => (string?)i!["function"]), Is.Not.Empty.And.All.EqualTo("Social"));

        var sums = (await Head.GetAsync($"{Incentives}/functions").Ok()).AsArray().ToDictionary(s => (string)s!["function"]!, s => s!);
        Assert.That(sums.Keys, Is.EqualTo(new[] { "Economic", "Social", "Moral" }));
        Assert.That(((int)sums["Social"]["proposed"]!, (int)sums["Social"]["granted"]!), Is.EqualTo((social.Count, 0)));

        await Curator2.Post(Incentives, new { personId = School.Mentor, kind = "NonMaterial", function = "Economic", incentive = "x", grounds = "x" })
            .PointsTo("/function");
        await Head.GetAsync($"{Incentives}?function=Fame").IsProblem(400, "request.unreadable");
        await Stranger.GetAsync($"{Incentives}/functions").IsProblem(404, "not-found");
        await Mentor.GetAsync($"{Incentives}/functions").IsProblem(403, "permission.missing");
    }
}
