using System.Text.Json.Nodes;
using Mentoring.Api.Features.Region.Support;
using Mentoring.Api.Platform;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.Region.Support;

[Covers(nameof(ListSupported), nameof(ListSupporters), nameof(ExportSupported))]
public sealed class ListSupportedTests : SupportTest
{
    static async Task<List<JsonNode>> Items(HttpClient reader, string path) => [.. (await reader.GetAsync(path).Ok())["items"]!.AsArray().Select(one => one!)];

    string Supported => $"/api/v1/organizations/{Centre}/supported";

    string Supporters => $"/api/v1/organizations/{School}/supporters";

    [Test]
    public async Task A_school_sees_who_stands_behind_it_today_who_will_and_who_did()
    {
        await Opened(from: -100, until: -10);
        await Opened(from: -10, service: Diagnosis);
        await Opened(from: 10);
        var head = await As(Role.Head, School);
        var seen = (await head.GetAsync(Supporters).Ok()).AsArray().Select(one => one!).ToList();
        Assert.That(seen.Select(one => ((string?)one["service"], (string?)one["state"])),
            Is.EqualTo(new[] { (Diagnosis, "InForce"), (Tutoring, "ToCome"), (Tutoring, "Ended") }));
        Assert.That(((Guid)seen[0]["bodyId"]!, (string?)seen[0]["bodyKind"], (string?)seen[0]["agreement"]), Is.EqualTo((Centre, "Cnppm", Agreed)));
        await Coordinator.GetAsync(Supporters).Ok();
        await (await As(Role.MunicipalCoordinator, World.Municipality)).GetAsync(Supporters).Ok();
        foreach (var stranger in (HttpClient[])[await As(Role.Head, await World.School()), await As(Role.MunicipalCoordinator, "28701000"),
            await As(Role.RegionalAnalyst, World.OtherRegion)])
            await stranger.GetAsync(Supporters).IsProblem(404, "not-found");
        await (await As(Role.Psychologist, School)).GetAsync(Supporters).IsProblem(403, "permission.missing");
    }

    [Test]
    public async Task A_body_sees_whom_it_stands_behind_by_service_state_place_and_name()
    {
        var tver = await World.School("28701000");
        await Opened(from: -100, until: -10);
        await Opened(from: -10, service: Diagnosis);
        await Opened(school: tver, from: 5);
        async Task<IEnumerable<string>> Of(string query) => (await Items(CentreHead, $"{Supported}?{query}"))
            .Select(one => $"{((Guid)one["organizationId"]! == tver ? "tver" : "school")} {one["service"]}").Order();

        Assert.That(await Of(""), Is.EqualTo(new[] { $"school {Diagnosis}", $"school {Tutoring}", $"tver {Tutoring}" }));
        Assert.That(await Of($"service={Diagnosis}"), Is.EqualTo(new[] { $"school {Diagnosis}" }));
        Assert.That(await Of("state=Ended"), Is.EqualTo(new[] { $"school {Tutoring}" }));
        Assert.That(await Of("state=InForce"), Is.EqualTo(new[] { $"school {Diagnosis}" }));
        Assert.That(await Of("municipality=28701000"), Is.EqualTo(new[] { $"tver {Tutoring}" }));
        Assert.That(await Of("search=%D0%BD%D0%B5%D1%82%20%D1%82%D0%B0%D0%BA%D0%BE%D0%B9"), Is.Empty);
        await CentreHead.GetAsync($"{Supported}?state=Never").PointsTo("/state", "request.unreadable");
        await CentreHead.GetAsync($"{Supported}?size=0").PointsTo("/size");
    }

    [Test]
    public async Task It_comes_in_pages_with_what_may_be_done()
    {
        foreach (var i in Enumerable.Range(0, 3)) await Opened(from: i == 0 ? -100 : 0, until: i == 0 ? -10 : null, school: await World.School());
        var first = await CentreHead.GetAsync($"{Supported}?size=2").Ok();
        var second = await CentreHead.GetAsync($"{Supported}?size=2&cursor={Uri.EscapeDataString((string)first["next"]!)}").Ok();
        var all = first["items"]!.AsArray().Concat(second["items"]!.AsArray()).Select(one => one!).ToList();
        Assert.That((all.Select(one => (Guid)one["id"]!).Distinct().Count(), second["next"]), Is.EqualTo((3, (JsonNode?)null)));
        foreach (var one in all)
            Assert.That(one["steps"]!.AsArray().Select(step => (string?)step), Is.EqualTo((string?)one["state"] == "Ended" ? [] : new[] { "Revise", "End" }));
        var tutor = await Items(await As(Role.Tutor, Centre), Supported);
        Assert.That(tutor.SelectMany(one => one["steps"]!.AsArray()), Is.Empty, "who may not is offered nothing");
        await (await As(Role.CentreHead, await Body(kind: "Institute"))).GetAsync(Supported).IsProblem(404, "not-found");
    }

    [Test]
    public async Task The_list_leaves_as_a_table()
    {
        await Opened();
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{Supported}.csv");
        request.Headers.AcceptLanguage.ParseAdd("ru");
        var text = await (await CentreHead.SendAsync(request)).Content.ReadAsStringAsync();
        Assert.That(text, Does.Contain("Тьюторское сопровождение").And.Contain("Действует").And.Contain(Agreed));
        await (await As(Role.Head, School)).GetAsync($"{Supported}.csv").IsProblem(404, "not-found");
        await (await As(Role.Psychologist, Centre)).GetAsync($"{Supported}.csv").IsProblem(403, "permission.missing");
        await CentreHead.GetAsync($"{Supported}.csv?format=Docx").PointsTo("/format", "request.unreadable");
    }
}
