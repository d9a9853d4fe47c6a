using Dapper;
using Mentoring.Api.Features.School.Psychology;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.School.Psychology;

[Covers(nameof(AnswerPulse), nameof(ClosePulse), nameof(ListMyPulses), nameof(ListPulses), nameof(OpenPulse))]
public sealed class PulseTests : PsychologyTest
{
    readonly List<HttpClient> _staff = [];

    [OneTimeSetUp]
    public async Task HireStaff()
    {
        for (var i = 0; i < 5; i++) _staff.Add(As(await World.Account(await World.Teacher(School.Id, $"Учителева{i}"))));
    }

    [TearDown]
    public Task ClosePulses() => Sql.ExecuteAsync("update pulse set status = 'Closed'");

    async Task<Guid> Open() => (Guid)(await Psychologist.Post($"{Work}/pulses", new
    {
        title = "Климат осенью", audience = "Staff", statements = new[] { "trust", "help" }, closesOn = $"{Now.AddDays(7):O}",
    }).Gives(201))["id"]!;

    static object Answer(int trust, int help) => new
    {
        scores = new[] { new { statement = "trust", value = trust },
        new { statement = "help", value = help } }
    };

    async Task<System.Text.Json.Nodes.JsonNode> Read(Guid id, bool close = false)
    {
        if (close) await Psychologist.Post($"{Work}/pulses/{id}/close").Ok();
        return (await Psychologist.GetAsync($"{Work}/pulses").Ok()).AsArray().Single(p => (Guid)p!["id"]! == id)!;
    }

    [Test]
    public async Task Five_answers_are_shown_as_sums_when_the_pulse_is_over()
    {
        var id = await Open();
        Assert.That((await _staff[0].GetAsync("/api/v1/me/pulses").Ok()).AsArray(), Has.Count.EqualTo(1));
        foreach (var person in _staff) await person.Post($"/api/v1/me/pulses/{id}/answer", Answer(4, 5)).Gives(204);
        Assert.That((await _staff[0].GetAsync("/api/v1/me/pulses").Ok()).AsArray(), Is.Empty);
        Assert.That((await Read(id))["results"], Is.Null, "while it is open");
        var results = (await Read(id, close: true))["results"]!.AsArray();
        Assert.That(results.Select(r => ((string?)r!["statement"], (decimal)r["mean"]!)), Is.EqualTo(new[] { ("trust", 4m), ("help", 5m) }));
    }

    [Test]
    public async Task Under_five_answers_nothing_is_ever_shown()
    {
        var id = await Open();
        foreach (var person in _staff.Take(4)) await person.Post($"/api/v1/me/pulses/{id}/answer", Answer(1, 1)).Gives(204);
        var closed = await Read(id, close: true);
        Assert.That(((bool)closed["hidden"]!, closed["results"], (int)closed["answers"]!), Is.EqualTo((true, (object?)null, 4)));
    }

    [Test]
    public async Task Each_answers_once_and_fully_and_only_who_was_asked()
    {
        var id = await Open();
        var path = $"/api/v1/me/pulses/{id}/answer";
        await _staff[0].Post(path, new { scores = new[] { new { statement = "trust", value = 3 } } }).PointsTo("/scores", "pulse.incomplete");
        await _staff[0].Post(path, Answer(6, 1)).IsProblem(400, "validation");
        await _staff[0].Post(path, Answer(3, 3)).Gives(204);
        await _staff[0].Post(path, Answer(3, 3)).IsProblem(409, "pulse.answered");
        await Stranger.Post(path, Answer(3, 3)).IsProblem(403, "permission.missing");
        await As(await World.Account(await World.Teacher(await World.School()))).Post(path, Answer(3, 3)).IsProblem(404, "not-found");
        Clock.Advance(TimeSpan.FromDays(8));
        await _staff[1].Post(path, Answer(3, 3)).IsProblem(409, "pulse.closed");
        await Psychologist.Post($"{Work}/pulses", new { title = "Ещё", audience = "Staff", statements = new[] { "trust" }, closesOn = $"{Now.AddDays(5):O}" })
            .IsProblem(409, "pulse.open-already");
    }

    [Test]
    public async Task No_table_joins_a_person_to_an_answer()
    {
        var id = await Open();
        await _staff[2].Post($"/api/v1/me/pulses/{id}/answer", Answer(2, 5)).Gives(204);
        Assert.That(await Sql.QueryAsync<string>("select column_name from information_schema.columns where table_name = 'pulse_tally' order by column_name"),
            Is.EqualTo(new[] { "answers", "organization_id", "pulse_id", "region_code", "score", "statement" }));
        Assert.That(await Sql.ExecuteScalarAsync<string>("select detail::text from audit_entry where operation = 'AnswerPulse' order by at desc limit 1"),
            Is.EqualTo("{}"));
    }
}
