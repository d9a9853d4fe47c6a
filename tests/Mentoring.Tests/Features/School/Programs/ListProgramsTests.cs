using System.Text.Json.Nodes;
using Mentoring.Api.Features.School.Programs;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.School.Programs;

[Covers(nameof(CountPrograms), nameof(ListPrograms))]
public sealed class ListProgramsTests : ProgramTest
{
    [OneTimeSetUp]
    public async Task Draw_up_programs()
    {
        for (var i = 1; i <= 5; i++)
        {
            var days = i;
            Clock.Advance(TimeSpan.FromMinutes(1));
            await Draft(p => { p["title"] = $"Программа {6 - days}"; p["startsOn"] = $"{Today.AddDays(-days):O}"; });
        }

        await Submitted(p => { p["title"] = "Отправленная"; p["purposeCode"] = "adaptation"; });
    }

    async Task<List<JsonNode>> All(string query)
    {
        var items = new List<JsonNode>();
        string? cursor = null;
        do
        {
            var page = await Curator.GetAsync($"{Path}?{query}&size=2{(cursor is null ? "" : $"&cursor={Uri.EscapeDataString(cursor)}")}").Ok();
            Assert.That(page["items"]!.AsArray(), Has.Count.InRange(1, 2));
            items.AddRange(page["items"]!.AsArray().Select(item => item!.DeepClone()));
            cursor = (string?)page["next"];
        }
        while (cursor is not null);
        return items;
    }

    [TestCase("sort=Title&direction=Asc", "title")]
    [TestCase("sort=Title&direction=Desc", "title")]
    [TestCase("sort=StartsOn&direction=Asc", "startsOn")]
    [TestCase("sort=UpdatedAt&direction=Desc", "updatedAt")]
    public async Task Pages_of_any_order_hold_everything_once_and_sorted(string query, string field)
    {
        var items = await All(query);
        Assert.That(items.Select(item => (string?)item["id"]).ToList(), Has.Count.EqualTo(6).And.Unique);
        var keys = items.Select(item => (string?)item[field]);
        Assert.That(keys, query.EndsWith("Asc", StringComparison.Ordinal) ? Is.Ordered.Using((IComparer<string?>)StringComparer.Ordinal)
            : Is.Ordered.Descending.Using((IComparer<string?>)StringComparer.Ordinal));
    }

    [Test]
    public async Task Status_sorts_in_the_order_of_life() =>
        Assert.That((string?)(await All("sort=Status&direction=Asc"))[^1]["status"], Is.EqualTo("Consent"));

    [TestCase("status=Draft", 5)]
    [TestCase("status=Draft&status=Consent", 6)]
    [TestCase("status=Active&status=Consent", 1)]
    [TestCase("search=отправл", 1)]
    [TestCase("search=наставник", 6)]
    [TestCase("purpose=adaptation", 1)]
    public async Task Filters_narrow(string query, int count) => Assert.That(await All(query), Has.Count.EqualTo(count));

    [Test]
    public async Task An_item_tells_who_and_how_far()
    {
        var item = (await All($"person={School.Mentee}&search=отправл"))[0];
        Assert.That((string?)item["mentors"]![0]!["name"], Does.StartWith("Наставникова"));
        Assert.That(((int)item["activitiesDone"]!, (int)item["activitiesTotal"]!), Is.EqualTo((0, 2)));
        Assert.That(await All($"person={School.Mentee}"), Has.Count.EqualTo(6));
    }

    [Test]
    public async Task The_next_page_stands_in_a_link_header_too()
    {
        using var answer = await Curator.GetAsync($"{Path}?size=2");
        Assert.That(answer.Headers.GetValues("Link").Single(), Does.Match("^<.*[?&]cursor=.+>; rel=\"next\"$"));
    }

    [Test]
    public async Task Wildcards_are_letters_like_any_other()
    {
        var page = await Curator.GetAsync($"{Path}?search=%25").Ok();
        Assert.That(page["items"]!.AsArray(), Is.Empty);
    }

    [Test]
    public async Task Everybody_sees_their_own_only()
    {
        await Stranger.GetAsync($"{Path}?organizationId={School.Id}").IsProblem(404, "not-found");
        Assert.That((await Stranger.GetAsync(Path).Ok())["items"]!.AsArray(), Is.Empty);
        var other = await Support.School.Make(World);
        await As(other.MentorAccount).GetAsync(Path).IsProblem(403, "permission.missing");
        Assert.That((await Mentor.GetAsync(Path).Ok())["items"]!.AsArray(), Has.Count.EqualTo(6));
    }

    [Test]
    public async Task What_is_wrong_is_refused()
    {
        await Curator.GetAsync($"{Path}?size=201").PointsTo("/size");
        await Curator.GetAsync($"{Path}?sort=Salary").IsProblem(400, "request.unreadable");
        await Curator.GetAsync($"{Path}?cursor=forged").PointsTo("/cursor", "cursor.invalid");
        var next = (string)(await Curator.GetAsync($"{Path}?size=2").Ok())["next"]!;
        await Curator.GetAsync($"{Path}?size=2&sort=Title&cursor={Uri.EscapeDataString(next)}").PointsTo("/cursor", "cursor.invalid");
    }

    [Test]
    public async Task Counts_say_how_many_stand_where()
    {
        var counts = (await Curator.GetAsync($"{Path}/counts?organizationId={School.Id}").Ok()).AsArray()
            .ToDictionary(c => (string)c!["status"]!, c => (int)c!["count"]!);
        Assert.That((counts["Draft"], counts["Consent"], counts["Completed"], counts.Count), Is.EqualTo((5, 1, 0, 9)));
    }
}
