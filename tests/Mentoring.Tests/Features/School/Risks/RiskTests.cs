using Mentoring.Api.Features.School.Risks;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.School.Risks;

[Covers(nameof(AddRiskMeasure), nameof(FinishRiskMeasure), nameof(ListRisks), nameof(MoveRisk), nameof(OpenRisk),
    nameof(ReviseRisk))]
public sealed class RiskTests : ProgramTest
{
    string Risks => $"/api/v1/organizations/{School.Id}/risks";

    object Plan(Guid? owner = null, string kind = "overload", int probability = 4, int impact = 4) => new
    {
        kindCode = kind, title = "Наставники перегружены", probability, impact, trigger = "Больше трёх программ у наставника",
        ownerId = owner ?? School.Mentor, reviewOn = $"{Today.AddDays(30):O}",
    };

    [Test]
    public async Task A_risk_is_treated_by_measures_and_closed_with_an_outcome()
    {
        var id = (Guid)(await Curator.Post(Risks, Plan()).Gives(201))["id"]!;
        await Curator.Post($"{Risks}/{id}/move", new { version = 1, step = "Treat" }).IsProblem(409, "risk.no-measures");
        await Curator.Post($"{Risks}/{id}/measures", new { version = 1, text = "Перераспределить пары", dueOn = $"{Today.AddDays(10):O}" }).Gives(201);
        await Curator.Put($"{Risks}/{id}", new { version = 2, plan = Plan(probability: 2) }).Ok();
        await Curator.Post($"{Risks}/{id}/move", new { version = 3, step = "Treat" }).Ok();
        var risk = (await Head.GetAsync(Risks).Ok()).AsArray().Single(r => (Guid)r!["id"]! == id)!;
        Assert.That(((string?)risk["status"], (string?)risk["level"], risk["measures"]!.AsArray().Count), Is.EqualTo(("Treated", "Medium", 1)));
        await Curator.Post($"{Risks}/{id}/measures/{risk["measures"]![0]!["id"]}/finish", new { version = 4, result = "Сделано" }).Ok();
        await Curator.Post($"{Risks}/{id}/move", new { version = 5, step = "Close" }).PointsTo("/outcome");
        await Curator.Post($"{Risks}/{id}/move", new { version = 5, step = "Close", outcome = "Нагрузка в норме" }).Ok();
        await Curator.Put($"{Risks}/{id}", new { version = 6, plan = Plan() }).IsProblem(409, "risk.step-not-now");
    }

    [Test]
    public async Task The_locks_hold()
    {
        await Curator.Post(Risks, Plan(kind: "nonsense")).PointsTo("/kindCode", "risk.kind-unknown");
        await Curator.Post(Risks, Plan(owner: Guid.NewGuid())).PointsTo("/ownerId", "risk.owner-unknown");
        await Curator.Post(Risks, Plan(probability: 6)).PointsTo("/probability");
        await Council.Post(Risks, Plan()).IsProblem(403, "permission.missing");
        await Stranger.Post(Risks, Plan()).IsProblem(404, "not-found");
        await Stranger.GetAsync(Risks).IsProblem(404, "not-found");
    }
}
