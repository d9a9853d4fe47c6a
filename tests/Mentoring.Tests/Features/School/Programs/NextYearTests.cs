using System.Text.Json.Nodes;
using Dapper;
using Mentoring.Api.Features.School.Programs;
using Mentoring.Tests.Support;
using Npgsql;

namespace Mentoring.Tests.Features.School.Programs;

/// <summary>One pair and its programs of several terms: only days that meet keep one from coming into force beside another.</summary>
[Covers(nameof(ExtendProgram))]
public sealed class NextYearTests : ProgramTest
{
    static readonly DateOnly s_lastDay = Today.AddDays(200);

    [SetUp]
    public async Task NothingRuns()
    {
        await Sql.ExecuteAsync("update program set status = 'EndedEarly', finished_at = now() where status in ('Active', 'Paused')");
        await Places(null);
    }

    [Test]
    public async Task The_next_years_program_is_drafted_consented_approved_and_put_in_force_while_this_years_runs()
    {
        var running = await Active();
        var next = await BeforeHead(Term(s_lastDay.AddDays(1), s_lastDay.AddDays(300)));
        Assert.That(await Warnings(next), Is.Empty);
        await Activate(next).Ok();
        Assert.That((await Status(running), await Status(next)), Is.EqualTo(("Active", "Active")));
    }

    [Test]
    public async Task A_term_that_meets_the_running_one_on_a_single_day_is_warned_of_and_refused()
    {
        await Active();
        var next = await BeforeHead(Term(s_lastDay, s_lastDay.AddDays(300)));
        Assert.That(await Warnings(next), Is.EqualTo(new[] { "PairRuns" }));
        await Activate(next).IsProblem(409, "program.pair-runs");
        var raised = Assert.ThrowsAsync<PostgresException>(() => Sql.ExecuteAsync("update program set status = 'Active' where id = @next", new { next }));
        Assert.That(raised!.ConstraintName, Is.EqualTo("program_pair_runs_once"));
    }

    [Test]
    public async Task A_program_beyond_its_last_day_runs_until_it_is_completed_and_the_next_waits_for_the_head_alone()
    {
        var running = await Active();
        await Sql.ExecuteAsync("update program set ends_on = @Yesterday where id = @running", new { running, Yesterday = Today.AddDays(-1) });
        var next = await BeforeHead(Term(Today.AddDays(30), Today.AddDays(300)));
        Assert.That(await Status(next), Is.EqualTo("Approved"), "consent and the council's approval wait for nothing");
        Assert.That(await Warnings(next), Is.EqualTo(new[] { "PairRuns" }));
        await Activate(next).IsProblem(409, "program.pair-runs");
        await Sql.ExecuteAsync("update program set status = 'Completed', finished_at = now() where id = @running", new { running });
        await Activate(next).Ok();
    }

    [Test]
    public async Task A_running_program_is_not_extended_into_the_next_one()
    {
        var running = await Active();
        await Activate(await BeforeHead(Term(s_lastDay.AddDays(20), s_lastDay.AddDays(300)))).Ok();
        Assert.That(await Extended(running, s_lastDay.AddDays(19)), Is.EqualTo(200));
        Assert.That(await Extended(running, s_lastDay.AddDays(20)), Is.EqualTo(409));
        var raised = Assert.ThrowsAsync<PostgresException>(() =>
            Sql.ExecuteAsync("update program set ends_on = ends_on + 60 where id = @running", new { running }));
        Assert.That(raised!.ConstraintName, Is.EqualTo("program_pair_runs_once"));
    }

    [Test]
    public async Task A_place_is_taken_on_the_days_of_the_term_alone()
    {
        await Places(1);
        await Active();
        var other = await World.Teacher(School.Id, "Другая");
        var beside = await With(other, s_lastDay.AddDays(-10), s_lastDay.AddDays(100));
        var after = await With(other, s_lastDay.AddDays(1), s_lastDay.AddDays(100));
        Assert.That(await Warnings(beside), Is.EqualTo(new[] { "MentorFull" }));
        Assert.That(await Warnings(after), Is.Empty);
        await Activate(beside).IsProblem(409, "program.mentor-full");
        await Activate(after).Ok();
        Assert.That(await Taken(), Is.EqualTo((1, 1, 1)), "each screen tells the places as the door counts them");
    }

    [Test]
    public async Task Two_that_follow_each_other_take_one_place_of_a_third_that_lasts_as_long_as_both()
    {
        await Places(2);
        await Activate(await With(await World.Teacher(School.Id, "Осенняя"), Today, Today.AddDays(90))).Ok();
        await Activate(await With(await World.Teacher(School.Id, "Весенняя"), Today.AddDays(91), Today.AddDays(180))).Ok();
        await Activate(await With(await World.Teacher(School.Id, "Годовая"), Today, Today.AddDays(180))).Ok();
        await Activate(await With(await World.Teacher(School.Id, "Лишняя"), Today.AddDays(150), Today.AddDays(240))).IsProblem(409, "program.mentor-full");
        await Activate(await With(await World.Teacher(School.Id, "Летняя"), Today.AddDays(181), Today.AddDays(240))).Ok();
    }

    [Test]
    public async Task A_longer_term_that_meets_nothing_new_holds_whatever_the_profile_says_by_then()
    {
        await Places(2);
        var running = await Active();
        await Activate(await With(await World.Teacher(School.Id, "Другая"), Today, s_lastDay)).Ok();
        await Places(1);
        Assert.That(await Extended(running, s_lastDay.AddDays(5)), Is.EqualTo(200));
        await Sql.ExecuteAsync("update program set ends_on = ends_on - 30 where id = @running", new { running });
    }

    [Test]
    public async Task A_program_that_has_not_begun_tells_no_signs_of_silence()
    {
        var running = await Active();
        var next = await BeforeHead(Term(s_lastDay.AddDays(1), s_lastDay.AddDays(300)));
        await Activate(next).Ok();
        await Sql.ExecuteAsync("update program set activated_at = activated_at - interval '90 days' where id = @next", new { next });
        var asked = await Sql.QueryAsync<Guid>($"""
            select program_id from ({Api.Features.School.Risks.SignalSql.Facts
                .Replace("@Now", "now()").Replace("@After", "null").Replace("@Organization", "null").Replace("@Limit", "100")}) facts
            """);
        Assert.That(asked, Is.EqualTo(new[] { running }));
    }

    /// <summary>What the lists of staff and mentors and the profile say of the mentor's taken places.</summary>
    async Task<(int, int, int)> Taken()
    {
        var staff = await Curator.GetAsync($"/api/v1/organizations/{School.Id}/people?size=200").Ok();
        var mentors = await Curator.GetAsync($"/api/v1/organizations/{School.Id}/mentors?size=200").Ok();
        var profile = await Curator.GetAsync($"/api/v1/organizations/{School.Id}/people/{School.Mentor}/mentor-profile").Ok();
        JsonNode Of(JsonNode page) => page["items"]!.AsArray().Single(item => (Guid)item!["personId"]! == School.Mentor)!;
        return ((int)Of(staff)["mentorPrograms"]!, (int)Of(mentors)["activePrograms"]!, (int)profile["activePrograms"]!);
    }

    static Action<JsonObject> Term(DateOnly startsOn, DateOnly endsOn) => plan =>
    {
        (plan["startsOn"], plan["endsOn"]) = ($"{startsOn:O}", $"{endsOn:O}");
        plan["activities"] = new JsonArray(Activity("Посещение урока", startsOn.AddDays(10)));
    };

    /// <returns>What the signature that completes the agreement is answered with.</returns>
    async Task<int> Extended(Guid id, DateOnly endsOn)
    {
        var proposed = await Curator.Post($"{Path}/{id}/extend", new { version = await Version(id), endsOn = $"{endsOn:O}", reason = "x" }).Ok();
        var number = (int)proposed["number"]!;
        await Mentor.Post($"{Path}/{id}/plan-versions/{number}/sign").Ok();
        using var last = await Mentee.Post($"{Path}/{id}/plan-versions/{number}/sign");
        return (int)last.StatusCode;
    }

    /// <summary>A program before the head, of the mentor and this mentee; the consents are not what is tried here.</summary>
    async Task<Guid> With(Guid mentee, DateOnly startsOn, DateOnly endsOn)
    {
        var id = await Draft(plan =>
        {
            Term(startsOn, endsOn)(plan);
            plan["participants"]![1]!["personId"] = mentee;
        });
        await Sql.ExecuteAsync("update program set status = 'Approved' where id = @id", new { id });
        return id;
    }

    async Task<HttpResponseMessage> Activate(Guid id) =>
        await Head.Post($"{Path}/{id}/decide-as-head", new { version = await Version(id), decision = "Approved" });

    async Task<IEnumerable<string?>> Warnings(Guid id) => Names((await Read(id))["warnings"]);

    Task Places(int? places) => Sql.ExecuteAsync("""
        delete from mentor_profile where person_id = @Mentor;
        insert into mentor_profile (organization_id, region_code, person_id, status, confirmed_on, capacity_programs, available_from)
        select id, region_code, @Mentor, 'Confirmed', '2024-01-01', @places, '2024-01-01' from organization where id = @Id and @places::int is not null
        """, new { School.Id, School.Mentor, places });
}
