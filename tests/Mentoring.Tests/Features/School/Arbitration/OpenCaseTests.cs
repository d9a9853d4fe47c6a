using Dapper;
using Mentoring.Api.Features.School.Arbitration;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.School.Arbitration;

/// <summary>Cases from the complaint to the decision, and who reads them.</summary>
[Covers(nameof(AddCaseEntry), nameof(AppealCase), nameof(AssignArbiters), nameof(DecideCase), nameof(DeclineCase),
    nameof(GetCase), nameof(HearCase), nameof(ListArbiters), nameof(ListCasePlaces), nameof(ListCases), nameof(OpenCase),
    nameof(SettleCase), nameof(WithdrawCase))]
public sealed class OpenCaseTests : CouncilTest
{
    const string Cases = "/api/v1/cases";

    object Complaint(string about = "Mentor", string statement = "Встречи не проводятся") =>
        new { organizationId = School.Id, kind = "Complaint", about, subject = "Наставник не приходит", statement, wish = "Заменить наставника" };

    async Task<Guid> Opened(string about = "Mentor") => (Guid)(await Mentee.Post(Cases, Complaint(about)).Gives(201))["id"]!;

    async Task<Guid> Heard()
    {
        var id = await Opened();
        await Chair.Client.Put($"{Cases}/{id}/arbiters", new { version = 1, personIds = new[] { Members[0].Person } }).Ok();
        await Members[0].Client.Post($"{Cases}/{id}/hear", new { version = 2, note = "Обе стороны выслушаны" }).Ok();
        return id;
    }

    [Test]
    public async Task Only_the_complainant_the_arbiters_and_the_chair_read_a_case()
    {
        var id = await Opened();
        foreach (var outsider in (HttpClient[])[Mentor, Members[0].Client, Members[1].Client]) await outsider.GetAsync($"{Cases}/{id}")
            .IsProblem(404, "not-found");
        foreach (var outsider in (HttpClient[])[Curator, Head, Stranger]) await outsider.GetAsync($"{Cases}/{id}").IsProblem(403, "permission.missing");
        await Chair.Client.Put($"{Cases}/{id}/arbiters", new { version = 1, personIds = new[] { Members[0].Person } }).Ok();

        foreach (var reader in (HttpClient[])[Mentee, Chair.Client, Members[0].Client])
        {
            Assert.That((string?)(await reader.GetAsync($"{Cases}/{id}").Ok())["statement"], Is.EqualTo("Встречи не проводятся"));
            Assert.That((await reader.GetAsync(Cases).Ok())["items"]!.AsArray().Select(c => (Guid)c!["id"]!), Does.Contain(id));
        }

        await Members[1].Client.GetAsync($"{Cases}/{id}").IsProblem(404, "not-found");
        Assert.That((await Members[1].Client.GetAsync(Cases).Ok())["items"]!.AsArray().Select(c => (Guid)c!["id"]!), Does.Not.Contain(id));
        Assert.That(await Sql.ExecuteScalarAsync<long>("select count(*) from audit_entry where detail::text like '%не прово%'"), Is.Zero);
    }

    [Test]
    public async Task Whoever_has_left_brings_a_case_about_the_chair_too_and_learns_of_the_council_with_it_alone()
    {
        var gone = await Colleague("Ушедшая");
        await Sql.ExecuteAsync("update employment set ended_on = @Today where person_id = @Person", new { Today, gone.Person });
        var place = (await gone.Client.GetAsync($"{Cases}/places").Ok()).AsArray().Single()!;
        Assert.That(((Guid)place["id"]!, (int)place["members"]!), Is.EqualTo((School.Id, 4)));
        var id = (Guid)(await gone.Client.Post(Cases, Complaint("CouncilChair")).Gives(201))["id"]!;
        Assert.That((string?)(await gone.Client.GetAsync($"{Cases}/{id}").Ok())["status"], Is.EqualTo("Assigned"));
        await gone.Client.GetAsync(OfSchool).IsProblem(403, "permission.missing");
    }

    [Test]
    public async Task A_head_and_a_curator_of_the_staff_find_nothing_either()
    {
        var id = await Opened();
        var person = await World.Teacher(School.Id, "Директорова");
        var head = As(await World.Account(Mentoring.Api.Platform.Role.Head, School.Id, person));
        await head.GetAsync($"{Cases}/{id}").IsProblem(404, "not-found");
        Assert.That((await head.GetAsync(Cases).Ok())["items"]!.AsArray(), Is.Empty);
    }

    [Test]
    public async Task A_case_is_heard_decided_appealed_and_decided_for_good_by_others()
    {
        var id = await Heard();
        await Mentee.Post($"{Cases}/{id}/entries", new { text = "Приложила переписку" }).Ok();
        await Members[0].Client.Post($"{Cases}/{id}/decide", new { version = 3, decision = "Сменить время встреч", measures = "Куратору составить график" })
            .Ok();

        await Mentee.Post($"{Cases}/{id}/appeal", new { version = 4, grounds = "График не соблюдается" }).Ok();
        await Members[0].Client.GetAsync($"{Cases}/{id}").IsProblem(404, "not-found");
        await Chair.Client.Put($"{Cases}/{id}/arbiters", new { version = 5, personIds = new[] { Members[0].Person } })
            .PointsTo("/personIds", "case.cannot-hear");
        await Chair.Client.Put($"{Cases}/{id}/arbiters", new { version = 5, personIds = new[] { Members[1].Person, Chair.Person } }).Ok();
        await Members[1].Client.Post($"{Cases}/{id}/decide", new { version = 6, decision = "Заменить наставника" }).Ok();

        var final = await Mentee.GetAsync($"{Cases}/{id}").Ok();
        Assert.That(((string?)final["status"], (string?)final["decision"], final["steps"]!.AsArray().Count, (bool)final["maySpeak"]!),
            Is.EqualTo(("Final", "Заменить наставника", 0, false)));
        Assert.That(final["entries"]!.AsArray().Select(e => (string?)e!["kind"]),
            Is.EqualTo(new[] { "Opened", "Assigned", "Heard", "Said", "Decided", "Appealed", "Assigned", "Decided" }));
        await Mentee.Post($"{Cases}/{id}/entries", new { text = "x" }).IsProblem(409, "case.not-now");
    }

    [Test]
    public async Task An_appeal_comes_within_ten_days()
    {
        var id = await Heard();
        await Members[0].Client.Post($"{Cases}/{id}/decide", new { version = 3, decision = "Отказать" }).Ok();
        Assert.That((string?)(await Mentee.GetAsync($"{Cases}/{id}").Ok())["appealUntil"], Is.EqualTo($"{Now.AddDays(10):O}"));
        Clock.Advance(TimeSpan.FromDays(11));
        await Mentee.Post($"{Cases}/{id}/appeal", new { version = 4, grounds = "x" }).IsProblem(409, "case.appeal-late");
    }

    [Test]
    public async Task Cases_come_page_after_page_the_open_ones_first()
    {
        var (closed, first, second) = (await Opened(), await Opened(), await Opened());
        await Mentee.Post($"{Cases}/{closed}/withdraw", new { version = 1, reason = "Договорились" }).Ok();
        var (read, cursor) = (new List<Guid>(), "");
        do
        {
            var page = await Mentee.GetAsync($"{Cases}?size=1&cursor={Uri.EscapeDataString(cursor)}").Ok();
            read.Add((Guid)page["items"]!.AsArray().Single()!["id"]!);
            cursor = (string?)page["next"] ?? "";
        }
        while (cursor.Length > 0);
        Assert.That(read, Is.EqualTo((await Mentee.GetAsync(Cases).Ok())["items"]!.AsArray().Select(c => (Guid)c!["id"]!)));
        Assert.That(read.TakeWhile(id => id != closed), Is.SupersetOf(new[] { first, second }));
        await Mentee.GetAsync($"{Cases}?size=0").PointsTo("/size");
    }

    [Test]
    public async Task A_case_about_the_chair_goes_past_the_chair()
    {
        var id = await Opened("CouncilChair");
        await Chair.Client.GetAsync($"{Cases}/{id}").IsProblem(404, "not-found");
        Assert.That((await Chair.Client.GetAsync(Cases).Ok())["items"]!.AsArray().Select(c => (Guid)c!["id"]!), Does.Not.Contain(id));
        await Chair.Client.Put($"{Cases}/{id}/arbiters", new { version = 2, personIds = new[] { Members[0].Person } }).IsProblem(404, "not-found");
        var seen = await Mentee.GetAsync($"{Cases}/{id}").Ok();
        Assert.That(((string?)seen["status"], seen["arbiters"]!.AsArray().Count), Is.EqualTo(("Assigned", 1)));
    }

    [Test]
    public async Task Each_side_does_only_its_own_part()
    {
        var id = await Opened();
        await Mentee.Post($"{Cases}/{id}/hear", new { version = 1, note = "x" }).IsProblem(403, "case.not-arbiter");
        await Chair.Client.Post($"{Cases}/{id}/withdraw", new { version = 1, reason = "x" }).IsProblem(403, "case.not-yours");
        await Mentee.Put($"{Cases}/{id}/arbiters", new { version = 1, personIds = new[] { Members[0].Person } }).IsProblem(403, "permission.missing");
        await Chair.Client.Put($"{Cases}/{id}/arbiters", new { version = 1, personIds = Array.Empty<Guid>() }).PointsTo("/personIds");
        await Chair.Client.Put($"{Cases}/{id}/arbiters", new { version = 1, personIds = new[] { School.Mentor } }).PointsTo("/personIds", "case.cannot-hear");
        await Chair.Client.Put($"{Cases}/{id}/arbiters", new { version = 7, personIds = new[] { Members[0].Person } }).IsProblem(412, "version.stale");
        Assert.That((await Chair.Client.GetAsync($"{Cases}/{id}/arbiters").Ok()).AsArray(), Has.Count.GreaterThanOrEqualTo(4));

        await Chair.Client.Post($"{Cases}/{id}/decline", new { version = 1, reason = "Решает комиссия по трудовым спорам" }).Ok();
        await Mentee.Post($"{Cases}/{id}/withdraw", new { version = 2, reason = "x" }).IsProblem(409, "case.not-now");

        var settled = await Heard();
        await Members[0].Client.Post($"{Cases}/{settled}/settle", new { version = 3, agreement = "Встречи по четвергам" }).Ok();
        var withdrawn = await Opened();
        await Mentee.Post($"{Cases}/{withdrawn}/withdraw", new { version = 1, reason = "Договорились" }).Ok();
    }

    [Test]
    public async Task A_case_is_brought_where_one_works_and_with_words()
    {
        await Mentee.Post(Cases, Complaint(statement: "")).PointsTo("/statement");
        var elsewhere = await World.Account(await World.Teacher(await World.School()));
        await As(elsewhere).Post(Cases, Complaint()).IsProblem(404, "not-found");
        await Curator.Post(Cases, Complaint()).IsProblem(403, "permission.missing");
        var places = (await Mentee.GetAsync($"{Cases}/places").Ok()).AsArray();
        Assert.That(places.Select(p => ((Guid)p!["id"]!, (int)p["members"]!)), Is.EqualTo(new[] { (School.Id, 4) }));
    }
}
