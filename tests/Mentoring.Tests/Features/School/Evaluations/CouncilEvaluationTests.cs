using System.Text.Json.Nodes;
using Dapper;
using Mentoring.Api.Features.School.Evaluations;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.School.Evaluations;

[Covers(nameof(CancelCouncilEvaluation), nameof(ConcludeCouncilEvaluation), nameof(GetCouncilEvaluation),
    nameof(ListCouncilEvaluations), nameof(ListProgramEvaluations), nameof(MarkCouncilEvaluation),
    nameof(OpenCouncilEvaluation))]
public sealed class CouncilEvaluationTests : CouncilTest
{
    static readonly string[] Criteria = ["goals", "growth", "roadmap", "meetings", "climate", "transfer"];

    [Test]
    public async Task Two_members_mark_a_program_the_council_concludes_and_the_pair_reads_the_sums()
    {
        var program = await Active();
        var id = await Open(program);
        await Open(program, 409, "evaluation.exists");
        await Mark(Members[0], id, 3).Ok();
        var decision = await Adopted();
        object conclusion = new { version = 2, conclusion = "Цели достигаются", recommendation = "Продолжить", decisionId = decision };
        await Chair.Client.Post($"/api/v1/council/evaluations/{id}/conclude", conclusion).IsProblem(409, "evaluation.too-few");
        await Mark(Members[1], id, 2).Ok();
        await Mark(Members[1], id, 1).Ok();
        await Mentor.GetAsync($"{Path}/{program}/council-evaluations").Ok().ContinueWith(read => Assert.That(read.Result.AsArray(), Is.Empty));

        await Chair.Client.Post($"/api/v1/council/evaluations/{id}/conclude",
            new { version = 4, conclusion = "Цели достигаются", recommendation = "Продолжить", decisionId = Guid.NewGuid() })
            .PointsTo("/decisionId", "evaluation.decision-not-adopted");
        await Members[0].Client.Post($"/api/v1/council/evaluations/{id}/conclude", conclusion).IsProblem(403, "permission.missing");
        await Chair.Client.Post($"/api/v1/council/evaluations/{id}/conclude", conclusion).IsProblem(412, "version.stale");
        await Chair.Client.Post($"/api/v1/council/evaluations/{id}/conclude",
            new { version = 4, conclusion = "Цели достигаются", recommendation = "Продолжить", decisionId = decision }).Ok();
        await Mark(Members[2], id, 0).IsProblem(409, "evaluation.not-now");

        var read = (await Mentor.GetAsync($"{Path}/{program}/council-evaluations").Ok()).AsArray().Single()!;
        Assert.That(read["criteria"]!.AsArray().Select(c => (double)c!["mean"]!), Is.All.EqualTo(2.0));
        Assert.That(((int)read["members"]!, read.ToJsonString().Contains("person", StringComparison.OrdinalIgnoreCase)), Is.EqualTo((2, false)),
            "the pair sees sums, not whose marks they are");
        var list = await Curator.GetAsync($"{OfSchool}/evaluations").Ok();
        Assert.That(list["criteria"]!.AsArray(), Has.Count.EqualTo(Criteria.Length));
    }

    [Test]
    public async Task A_member_who_takes_part_in_a_program_does_not_evaluate_it()
    {
        var program = await Active();
        await Sql.ExecuteAsync("""
            insert into program_participant (program_id, organization_id, region_code, person_id, person_name, employer_id, role, joined_on, left_on)
            select id, organization_id, region_code, @Person, 'Первая', organization_id, 'Mentor', starts_on, starts_on + 1 from program where id = @program
            """, new { program, Members[0].Person });
        var id = await Open(program);
        await Mark(Members[0], id, 3).IsProblem(403, "evaluation.takes-part");
        var seen = await Members[0].Client.GetAsync($"/api/v1/council/evaluations/{id}").Ok();
        Assert.That(((bool)seen["takesPart"]!, Names(seen["steps"]).Contains("Mark")), Is.EqualTo((true, false)));
    }

    [Test]
    public async Task An_evaluation_called_off_makes_room_for_another()
    {
        var program = await Active();
        var id = await Open(program);
        await Chair.Client.Post($"/api/v1/council/evaluations/{id}/cancel", new { version = 1, reason = "" }).PointsTo("/reason");
        await Chair.Client.Post($"/api/v1/council/evaluations/{id}/cancel", new { version = 1, reason = "Перенесено на весну" }).Ok();
        await Open(program);
    }

    [Test]
    public async Task Only_what_was_run_is_evaluated_by_whole_rubrics_and_by_the_council_alone()
    {
        var draft = await Draft();
        await Members[0].Client.Post($"{OfSchool}/evaluations", Body(draft)).PointsTo("/programId", "evaluation.program-not-run");
        var program = await Active();
        await Members[0].Client.Post($"{OfSchool}/evaluations", new { programId = program, dueOn = $"{Now.AddDays(-1):O}" })
            .PointsTo("/dueOn", "council.day-is-over");
        await Curator.Post($"{OfSchool}/evaluations", Body(program)).IsProblem(403, "permission.missing");
        await Stranger.GetAsync($"{OfSchool}/evaluations").IsProblem(404, "not-found");

        var id = await Open(program);
        await Stranger.GetAsync($"/api/v1/council/evaluations/{id}").IsProblem(404, "not-found");
        await Mentor.GetAsync($"/api/v1/council/evaluations/{id}").IsProblem(403, "permission.missing");
        await Stranger.GetAsync($"{Path}/{program}/council-evaluations").IsProblem(404, "not-found");
        await Members[0].Client.Put($"/api/v1/council/evaluations/{id}/marks",
            new { marks = new[] { new { criterion = "goals", mark = 2, ground = "Есть" } } }).PointsTo("/marks", "evaluation.criteria");
        await Members[0].Client.Put($"/api/v1/council/evaluations/{id}/marks",
            new { marks = new[] { new { criterion = "goals", mark = 4, ground = "Есть" } } }).PointsTo("/marks/0/mark");
    }

    object Body(Guid program) => new { programId = program, dueOn = $"{Now.AddDays(20):O}" };

    async Task<Guid> Open(Guid program) => (Guid)(await Members[0].Client.Post($"{OfSchool}/evaluations", Body(program)).Gives(201))["id"]!;

    Task<JsonNode> Open(Guid program, int status, string code) => Members[0].Client.Post($"{OfSchool}/evaluations", Body(program)).IsProblem(status, code);

    static Task<HttpResponseMessage> Mark(Seated who, Guid id, int mark) =>
        who.Client.Put($"/api/v1/council/evaluations/{id}/marks",
            new { marks = Criteria.Select(criterion => new { criterion, mark, ground = "По дневнику встреч" }) });

    /// <summary>A decision of the council on a point about evaluation.</summary>
    async Task<Guid> Adopted()
    {
        var meeting = (Guid)(await Chair.Client.Post($"{OfSchool}/meetings", Called(new { kind = "Evaluation", subject = "Об оценке программ" }))
            .Gives(201))["id"]!;
        await Chair.Client.Post($"/api/v1/council/meetings/{meeting}/open", new { version = 1, present = Members.Prepend(Chair).Select(s => s.Person) }).Ok();
        return await Adopted(meeting);
    }
}
