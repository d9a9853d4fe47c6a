using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Mentoring.Api.Features.Common.Dictionaries;
using Mentoring.Api.Platform;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.Common.Dictionaries;

[Covers(nameof(AddDictionaryEntry), nameof(ListDictionary), nameof(ReviseDictionaryEntry))]
public sealed class DictionariesTests : ApiTest
{
    const string Path = "/api/v1/dictionaries/mentor-topic";

    [Test]
    public async Task Every_dictionary_that_the_product_comes_with_is_read_and_offered_to_those_who_keep_it()
    {
        var mentor = await As(Role.Mentor, await World.School());
        var files = Repository.Files("api/Hosting/Reference", ".json").Select(file => System.IO.Path.GetFileNameWithoutExtension(file))
            .Where(name => name.StartsWith("dictionary.", StringComparison.Ordinal)).Select(name => name["dictionary.".Length..]).ToList();
        var offered = await File.ReadAllTextAsync(Repository.At("web-client", "src", "features", "common", "admin", "api.ts"));
        Assert.That(files, Has.Count.GreaterThan(15));
        foreach (var dictionary in files)
        {
            await mentor.GetAsync($"/api/v1/dictionaries/{dictionary}").Gives(200);
            Assert.That(offered, Does.Contain($"'{dictionary}',"));
        }
    }

    [Test]
    public async Task An_entry_is_listed_after_it_was_added_and_not_added_twice()
    {
        var admin = await As(Role.SystemAdministrator, "RU");
        await admin.Post(Path, Entry("test-upbringing")).Gives(201);

        var entry = (await admin.GetAsync(Path).Ok()).AsArray().Single(e => (string?)e!["code"] == "test-upbringing")!;

        Assert.That((bool)entry["data"]!["lesson"]!, Is.True);
        await admin.Post(Path, Entry("test-upbringing")).IsProblem(409, "dictionary.exists");
    }

    [Test]
    public async Task An_unchanged_list_is_not_sent_again()
    {
        var admin = await As(Role.SystemAdministrator, "RU");
        await admin.Post(Path, Entry("test-parents")).Gives(201);
        using var first = await admin.GetAsync(Path);
        Assert.That(await Ask(admin, first.Headers.ETag!), Is.EqualTo(304));
        await admin.Post(Path, Entry("test-lessons")).Gives(201);
        Assert.That(await Ask(admin, first.Headers.ETag!), Is.EqualTo(200));
    }

    [Test]
    public async Task A_new_version_supersedes_from_its_day_on()
    {
        var admin = await As(Role.SystemAdministrator, "RU");
        await admin.Post(Path, Entry("test-psychology")).Gives(201);
        var today = DateOnly.FromDateTime(DateTime.UtcNow);

        await admin.Post($"{Path}/test-psychology/revisions", Revision(1, today)).PointsTo("/validFrom", "dictionary.not-after-current");
        await admin.Post($"{Path}/test-psychology/revisions", Revision(1, today.AddDays(30))).Gives(201);

        var now = (await admin.GetAsync(Path).Ok()).AsArray().Single(e => (string?)e!["code"] == "test-psychology")!;
        Assert.That((string?)now["nameRu"], Is.EqualTo("Тема"));
        await admin.Post($"{Path}/test-psychology/revisions", Revision(1, today.AddDays(60))).IsProblem(412, "version.stale");
        await admin.Post($"{Path}/nothing/revisions", Revision(1, today.AddDays(60))).IsProblem(404, "not-found");
    }

    [Test]
    public async Task Only_administrators_write_and_only_known_dictionaries_exist()
    {
        var admin = await As(Role.SystemAdministrator, "RU");
        var curator = await As(Role.Curator, await World.School());
        await curator.Post(Path, Entry("x")).IsProblem(403, "permission.missing");
        await curator.Post($"{Path}/x/revisions", Revision(1, new(2030, 1, 1))).IsProblem(403, "permission.missing");
        await curator.GetAsync(Path).Ok();
        await admin.GetAsync("/api/v1/dictionaries/colours").IsProblem(404, "not-found");
        await admin.Post("/api/v1/dictionaries/colours", Entry("red")).IsProblem(404, "not-found");
        await Anonymous().GetAsync(Path).IsProblem(401, "token.missing");
    }

    [Test]
    public async Task Bad_input_is_pointed_at()
    {
        var admin = await As(Role.SystemAdministrator, "RU");
        await admin.Post(Path, Entry("not a code")).PointsTo("/code");
        await admin.Post(Path, new { code = "x", nameRu = "", nameEn = "X" }).PointsTo("/nameRu");
        await admin.Post(Path, new { code = "x", nameRu = "Тема", nameEn = "X", data = new[] { 1 } }).PointsTo("/data");
        await admin.Post(Path, new { code = "x", nameEn = "X" }).PointsTo("/nameRu");
        foreach (var data in (string[])["""{"a": "\ud800"}""", """{"\udc00": 1}""", """{"a": [1e999]}"""])
        {
            var body = new StringContent($$"""{"code": "x", "nameRu": "Т", "nameEn": "X", "data": {{data}}}""", new MediaTypeHeaderValue("application/json"));
            await admin.PostAsync(Path, body).PointsTo("/data", "request.unreadable");
        }
    }

    static async Task<int> Ask(HttpClient client, EntityTagHeaderValue known)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Path);
        request.Headers.IfNoneMatch.Add(known);
        using var answer = await client.SendAsync(request);
        return (int)answer.StatusCode;
    }

    static object Entry(string code) => new { code, nameRu = "Тема", nameEn = "Topic", data = new { lesson = true } };

    static object Revision(int version, DateOnly validFrom) => new { version, nameRu = "Тема, новая редакция", nameEn = "Topic, revised", validFrom };

    [TestCase("General", "modern-school")]
    [TestCase("Vocational", "young-professionals")]
    [TestCase("AdditionalEducation", "every-child")]
    public async Task Each_sector_has_its_project_its_direction_and_results(string sector, string direction)
    {
        var reader = As(await World.Account());
        async Task<JsonNode[]> Of(string dictionary) => [.. (await reader.GetAsync($"/api/v1/dictionaries/{dictionary}").Ok()).AsArray()
            .Where(entry => entry!["data"]?["sectors"]?.AsArray().Any(one => (string?)one == sector) == true)!];
        var own = (await reader.GetAsync("/api/v1/dictionaries/sector").Ok()).AsArray().Single(entry => (string?)entry!["code"] == sector)!;
        Assert.That((string?)own["data"]!["federalProject"], Is.Not.Empty);
        Assert.That((await Of("sector-direction")).Select(entry => (string?)entry["code"]), Is.EqualTo(new[] { direction }));

        var indicators = (await reader.GetAsync("/api/v1/indicators").Ok()).AsArray().Select(i => (string?)i!["code"]).ToHashSet();
        var results = await Of("sector-result");
        Assert.That(results, Is.Not.Empty);
        Assert.That(results.SelectMany(entry => entry["data"]!["indicators"]!.AsArray()).Select(code => (string?)code), Is.Not.Empty.And.SubsetOf(indicators));
    }
}
