using System.Text.Json.Nodes;
using Dapper;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.Common.People;

/// <summary>Whoever left a program with the work at the school and works there again.</summary>
public sealed class ReturnToProgramTests : LeavingTest
{
    [SetUp]
    public async Task MenteeLeftAndWorksHereAgain()
    {
        await Ends(School.Mentee, School.Id, Now);
        await Sweep();
        Clock.Advance(TimeSpan.FromDays(3));
        await Employ(School.Mentee);
        ForgetGrants();
    }

    [TearDown]
    public async Task BeginAnew()
    {
        await EndRunning();
        await Over();
        await Sql.ExecuteAsync("""
            delete from employment where person_id in (@Mentor, @Mentee) and started_on > '2020-09-01';
            update employment set ended_on = null where person_id in (@Mentor, @Mentee)
            """, new { School.Mentor, School.Mentee });
        ForgetGrants();
    }

    [TestCase(false), TestCase(true)]
    public async Task A_mentee_comes_back_into_a_program_that_runs_by_everybodys_signature(bool paused)
    {
        if (paused) await Curator.Post($"{Path}/{Program}/pause", new { version = await Version(Program) }).Ok();
        Assert.That(await LeftOn(), Is.Not.Null);
        using (var gone = await Mentee.GetAsync($"{Path}/{Program}")) Assert.That((int)gone.StatusCode, Is.AnyOf(403, 404));

        var number = (int)(await Replacement(School.Mentee, School.Mentee).Ok())["number"]!;
        var proposed = await Proposal(number);
        Assert.That((proposed["leavingName"], Names(proposed["missing"]).Count()), Is.EqualTo(((JsonNode?)null, 2)));
        ForgetGrants();
        await Mentee.Post($"{Path}/{Program}/plan-versions/{number}/sign").Ok();
        Assert.That(await LeftOn(), Is.Not.Null, "the mentor has not signed yet");
        await Mentor.Post($"{Path}/{Program}/plan-versions/{number}/sign").Ok();
        ForgetGrants();

        var back = await Participant(Program, School.Mentee);
        Assert.That(((string?)back["role"], back["leftOn"], (string?)back["consent"]), Is.EqualTo(("Mentee", (JsonNode?)null, "Given")));
        Assert.That((await Proposal(number))["signatures"]!.AsArray().Select(one => (string?)one!["role"]), Is.EquivalentTo(new[] { "Mentee", "Mentor" }));
        Assert.That(await Status(Program), Is.EqualTo(paused ? "Paused" : "Active"));
        await Mentee.Post($"{Path}/{Program}/comments", new { text = "Продолжаем" }).Gives(201);
    }

    [Test]
    public async Task Nobody_takes_a_mentees_part_but_the_one_who_had_it_and_left()
    {
        var other = await World.Teacher(School.Id, "Иная");
        await Replacement(School.Mentee, other).PointsTo("/leavingId", "plan.not-a-mentor");
        await Replacement(other, other).PointsTo("/leavingId", "plan.not-a-mentor");
        await Replacement(School.Mentor, School.Mentee).PointsTo("/incomingId", "plan.takes-part-already");

        await Sql.ExecuteAsync("update program_participant set left_on = null where program_id = @Program", new { Program });
        await Replacement(School.Mentee, School.Mentee).PointsTo("/leavingId", "plan.not-a-mentor");
    }

    [Test]
    public async Task Whoever_does_not_work_anywhere_is_not_brought_back()
    {
        await Sql.ExecuteAsync("delete from employment where person_id = @Mentee and ended_on is null", new { School.Mentee });
        await Replacement(School.Mentee, School.Mentee).PointsTo("/incomingId", "program.person-unknown");
    }

    [Test]
    public async Task A_return_that_waits_is_withdrawn_when_the_other_side_leaves_too()
    {
        var number = (int)(await Replacement(School.Mentee, School.Mentee).Ok())["number"]!;
        await Ends(School.Mentor, School.Id, Now);
        await Sweep();
        Assert.That((string?)(await Proposal(number))["status"], Is.EqualTo("Withdrawn"));
    }

    [Test]
    public async Task Nobody_comes_back_into_a_program_that_is_over_and_the_pair_begins_a_new_one()
    {
        await Over();
        await Replacement(School.Mentee, School.Mentee).IsProblem(409, "program.over");
        var next = await Active();
        Assert.That((await Participant(next, School.Mentee))["leftOn"], Is.Null);
    }

    Task Over() => Sql.ExecuteAsync("update program set status = 'EndedEarly', finished_at = @At where id = @Program",
        new { Program, At = Clock.GetUtcNow().UtcDateTime });

    async Task<HttpResponseMessage> Replacement(Guid leaving, Guid incoming) => await Curator.Post($"{Path}/{Program}/replace-mentor",
        new { version = await Version(Program), leavingId = leaving, incomingId = incoming, reason = "Снова работает" });

    async Task<JsonNode> Proposal(int number) => (await Curator.GetAsync($"{Path}/{Program}/plan-versions").Ok()).AsArray()
        .Single(one => (int)one!["number"]! == number)!;

    async Task<JsonNode?> LeftOn() => (await Participant(Program, School.Mentee))["leftOn"];
}
