using Dapper;
using Mentoring.Api.Features.Common.Organizations;
using Mentoring.Api.Platform;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.Common.Organizations;

[Covers(nameof(ListOrganizations))]
public sealed class ListOrganizationsTests : ApiTest
{
    const string Path = "/api/v1/organizations";

    [OneTimeSetUp]
    public async Task Register()
    {
        await Add("Кемецкая средняя общеобразовательная школа", "МБОУ «Кемецкая СОШ»", "28604000", "1026901606610", "6907006968");
        await Add("Гимназия № 44 города Твери", "Гимназия № 44", "28701000", null, null);
        await Add("Детский технопарк «Новосёлово»", "Технопарк", "05701000", null, null, "AdditionalEducation");
    }

    [TestCase("кемецкая")]
    [TestCase("кемецкой школы")]
    [TestCase("Кемецкоя сош")]
    [TestCase("кеме")]
    [TestCase("1026901606610")]
    [TestCase("6907006968")]
    public async Task A_school_is_found_by_words_slips_and_numbers(string search) =>
        Assert.That(await Names($"search={search}"), Is.EqualTo(new[] { "МБОУ «Кемецкая СОШ»" }));

    [Test]
    public async Task Yo_and_case_do_not_matter() => Assert.That(await Names("search=НОВОСЕЛОВО"), Is.EqualTo(new[] { "Технопарк" }));

    [Test]
    public async Task Every_word_has_to_match() => Assert.That(await Names("search=гимназия кемецкая"), Is.Empty);

    [Test]
    public async Task Filters_reach_down_the_tree()
    {
        Assert.That(await Names("territory=RU-TVE"), Has.Length.EqualTo(2));
        Assert.That(await Names("territory=cfo"), Has.Length.EqualTo(2));
        Assert.That(await Names("territory=RU&kind=AdditionalEducation"), Is.EqualTo(new[] { "Технопарк" }));
        Assert.That(await Names("status=Closed"), Is.Empty);
    }

    [Test]
    public async Task Pages_follow_each_other_without_gap_or_repetition()
    {
        var client = As(await World.Account());
        var seen = new List<string>();
        string? cursor = null;
        do
        {
            var page = await client.GetAsync($"{Path}?size=2&cursor={Uri.EscapeDataString(cursor ?? "")}").Ok();
            seen.AddRange(page["items"]!.AsArray().Select(o => (string)o!["nameShort"]!));
            cursor = (string?)page["next"];
        }
        while (cursor is not null);
        Assert.That(seen, Has.Count.EqualTo(3).And.Unique);
    }

    [Test]
    public async Task Neighbours_of_an_organization_come_first_and_pages_follow_that_order()
    {
        var near = await Sql.ExecuteScalarAsync<Guid>("select id from organization where name_short = 'Гимназия № 44'");
        var client = As(await World.Account());
        Task<System.Text.Json.Nodes.JsonNode> Read(string query) => client.GetAsync($"{Path}?near={near}&{query}").Ok();
        var first = await Read("size=2");
        Assert.That(first["items"]!.AsArray().Select(o => (string?)o!["nameShort"]), Is.EqualTo(new[] { "Гимназия № 44", "МБОУ «Кемецкая СОШ»" }));
        var cursor = Uri.EscapeDataString((string)first["next"]!);
        Assert.That((await Read($"size=2&cursor={cursor}"))["items"]!.AsArray().Select(o => (string?)o!["nameShort"]), Is.EqualTo(new[] { "Технопарк" }));
        await client.GetAsync($"{Path}?size=2&cursor={cursor}").IsProblem(400, "cursor.invalid");
        await client.GetAsync($"{Path}?near=x").IsProblem(400, "request.unreadable");
    }

    [Test]
    public async Task Whoever_keeps_a_region_is_offered_the_unplaced_of_that_region_alone()
    {
        await Sql.ExecuteAsync("""
            insert into organization (id, region_code, territory_code, kind, sector, name_full, name_short)
            select gen_random_uuid(), code, code, 'School', 'General', 'На регионе ' || code, 'На регионе ' || code
              from territory where code in ('RU-TVE', 'RU-PRI')
            """);
        async Task<string[]> Unplaced(HttpClient reader) =>
            [.. (await reader.GetAsync($"{Path}?unplaced=true").Ok())["items"]!.AsArray().Select(o => (string)o!["nameShort"]!)];
        Assert.That(await Unplaced(await As(Role.RegionalCoordinator, World.Region)), Is.EqualTo(new[] { "На регионе RU-TVE" }));
        Assert.That(await Unplaced(await As(Role.FederalOperator, "dfo")), Is.EqualTo(new[] { "На регионе RU-PRI" }));
        Assert.That(await Unplaced(await As(Role.FederalOperator, "RU")), Has.Length.EqualTo(2));
        Assert.That(await Unplaced(await As(Role.RegionalAnalyst, World.Region)), Has.Length.EqualTo(2));
        await Sql.ExecuteAsync("delete from organization where name_short like 'На регионе %'");
    }

    [Test]
    public async Task Bad_input_is_pointed_at()
    {
        var client = As(await World.Account());
        await client.GetAsync($"{Path}?size=0").PointsTo("/size");
        await client.GetAsync($"{Path}?cursor=forged").PointsTo("/cursor", "cursor.invalid");
        await Anonymous().GetAsync(Path).IsProblem(401, "token.missing");
    }

    async Task<string[]> Names(string query)
    {
        var page = await As(await World.Account()).GetAsync($"{Path}?{query}").Ok();
        return [.. page["items"]!.AsArray().Select(o => (string)o!["nameShort"]!)];
    }

    Task Add(string full, string name, string municipality, string? ogrn, string? inn, string kind = "School") => Sql.ExecuteAsync("""
        insert into organization (id, region_code, territory_code, kind, sector, name_full, name_short, ogrn, inn)
        select gen_random_uuid(), parent_code, code, @kind, 'General', @full, @name, @ogrn, @inn from territory where code = @municipality
        """, new { full, name, municipality, ogrn, inn, kind });
}
