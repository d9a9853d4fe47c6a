using System.Text.Json.Nodes;
using Mentoring.Api.Features.School.Entitlements;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.School.Entitlements;

/// <summary>The measures of support that young specialists are entitled to.</summary>
[Covers(nameof(EndEntitlement), nameof(GrantEntitlement), nameof(ListEntitlements), nameof(ReviseEntitlement))]
public sealed class EntitlementTests : ProfileTest
{
    static JsonObject Terms(Action<JsonObject>? change = null)
    {
        var terms = new JsonObject
        {
            ["kind"] = "PaySupplement", ["sourceLevel"] = "LocalAct", ["source"] = "Положение об оплате труда, п. 4.2", ["startsOn"] = $"{Today:O}",
            ["endsOn"] = $"{Today.AddYears(3):O}",
            ["amountKopecks"] = 500_000, ["paid"] = "Monthly", ["note"] = "",
        };
        change?.Invoke(terms);
        return terms;
    }

    static JsonObject Body(JsonObject terms, int? version = null)
    {
        var body = new JsonObject { ["terms"] = terms };
        if (version is not null) body["version"] = version;
        return body;
    }

    async Task<string> Granted(Guid person) => (string)(await Curator.Post(Of(person, "entitlements"), Body(Terms())).Gives(201))["id"]!;

    [Test]
    public async Task A_measure_is_written_down_corrected_and_ended_with_a_reason()
    {
        var (person, client) = await Teacher("Молодая");
        var path = $"/api/v1/entitlements/{await Granted(person)}";
        await Head.Put(path, Body(Terms(t => t["amountKopecks"] = 700_000), 1)).Ok();
        await Curator.Post($"{path}/end", new { version = 2, endsOn = $"{Today:O}", reason = "Переход на другую должность" }).Ok();

        var seen = (await client.GetAsync(AtSchool($"entitlements?personId={person}")).Ok())["items"]!.AsArray().Single()!;
        Assert.That(((long)seen["amountKopecks"]!, (bool)seen["inForce"]!, (string?)seen["endedReason"]),
            Is.EqualTo((700_000L, false, "Переход на другую должность")));
        await Curator.Put(path, Body(Terms(), 3)).IsProblem(409, "entitlement.ended");
    }

    [Test]
    public async Task The_same_measure_is_not_written_down_twice()
    {
        var (person, _) = await Teacher("Дважды");
        await Granted(person);
        await Curator.Post(Of(person, "entitlements"), Body(Terms())).IsProblem(409, "entitlement.exists");
        await Curator.Post(Of(person, "entitlements"), Body(Terms(t => t["source"] = "Коллективный договор, п. 7"))).Gives(201);
    }

    [Test]
    public async Task Everybody_sees_only_their_own()
    {
        var (person, client) = await Teacher("Своя");
        var path = $"/api/v1/entitlements/{await Granted(person)}";
        Assert.That((await Mentor.GetAsync(AtSchool($"entitlements?personId={person}")).Ok())["items"]!.AsArray(), Is.Empty);
        await Stranger.GetAsync(AtSchool($"entitlements?personId={person}")).IsProblem(404, "not-found");
        await client.Post(Of(person, "entitlements"), Body(Terms())).IsProblem(403, "permission.missing");
        await Stranger.Post(Of(person, "entitlements"), Body(Terms())).IsProblem(404, "not-found");
        await Stranger.Put(path, Body(Terms(), 1)).IsProblem(404, "not-found");
        await Stranger.Post($"{path}/end", new { version = 1, endsOn = $"{Today:O}", reason = "x" }).IsProblem(404, "not-found");
        await Curator.Put(path, Body(Terms(), 5)).IsProblem(412, "version.stale");
    }

    [Test]
    public async Task What_is_wrong_is_pointed_to()
    {
        var (person, _) = await Teacher("Неверная");
        Task<HttpResponseMessage> Send(Action<JsonObject> change) => Curator.Post(Of(person, "entitlements"), Body(Terms(change)));
        await Send(t => t["source"] = "").PointsTo("/terms/source");
        await Send(t => (t["amountKopecks"], t["paid"]) = (null, null)).PointsTo("/terms/amountKopecks");
        await Send(t => t["paid"] = null).PointsTo("/terms/paid");
        await Send(t => t["endsOn"] = $"{Today.AddDays(-1):O}").PointsTo("/terms/endsOn");
        await Curator.GetAsync(AtSchool("entitlements?size=0")).PointsTo("/size");
    }
}
