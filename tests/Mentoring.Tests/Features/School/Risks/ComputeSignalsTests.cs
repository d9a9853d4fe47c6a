using Dapper;
using Mentoring.Api.Features.School.Risks;
using Mentoring.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Mentoring.Tests.Features.School.Risks;

[Covers(nameof(DecideSignal), nameof(ExplainSignal), nameof(ListMySignals), nameof(ListSignals))]
public sealed class ComputeSignalsTests : ProgramTest
{
    Guid _program;

    string Signals => $"/api/v1/organizations/{School.Id}/signals";

    [SetUp]
    public async Task StartAfresh()
    {
        await Sql.ExecuteAsync("delete from risk_signal; update program set status = 'Cancelled' where status = 'Active'");
        _program = await Active();
    }

    async Task Age(int days) => await Sql.ExecuteAsync("update program set activated_at = @at where id = @id",
        new { id = _program, at = Clock.GetUtcNow().AddDays(-days).UtcDateTime });

    /// <summary>Copies of a meeting entered together, long after they were held.</summary>
    Task Enter(int meetings, string summary) => Sql.ExecuteAsync("""
        insert into meeting (region_code, id, program_id, organization_id, status, mode, starts_at, duration_minutes, topic, summary, created_by, created_at)
        select region_code, gen_random_uuid(), id, organization_id, 'Held', 'Online', @now::timestamptz - make_interval(days => 3 + 4 * n), 45, 'Тема ' || n,
               @summary, @by, @now
          from program, generate_series(1, @meetings) n where program.id = @id
        """, new { id = _program, meetings, summary, by = School.MentorAccount.ToString(), now = Clock.GetUtcNow().UtcDateTime });

    async Task<string?[]> Raised()
    {
        await ActivatorUtilities.CreateInstance<ComputeSignals>(Services).Run(default);
        return [.. (await Mentor.GetAsync("/api/v1/me/signals").Ok())["items"]!.AsArray().Where(s => (Guid)s!["programId"]! == _program)
            .Select(s => (string?)s!["kind"]).Order()];
    }

    [Test]
    public async Task Of_a_young_program_nothing_is_told()
    {
        await Age(20);
        await Enter(7, "Обсудили план урока и домашнее задание");
        Assert.That(await Raised(), Is.Empty);
        var mine = await Mentee.GetAsync("/api/v1/me/signals").Ok();
        Assert.That(mine["tooEarly"]!.AsArray().Select(p => (Guid)p!["programId"]!), Does.Contain(_program));
    }

    [Test]
    public async Task Formal_entries_raise_signals_to_the_pair_first()
    {
        await Age(70);
        await Enter(7, "Обсудили план урока и домашнее задание");
        Assert.That(await Raised(), Is.EqualTo(new[] { "BurstEntry", "CopiedTexts", "OneSidedLog" }));
        Assert.That((await Curator.GetAsync(Signals).Ok())["items"]!.AsArray(), Is.Empty, "the pair has a week");
        await ActivatorUtilities.CreateInstance<ComputeSignals>(Services).Run(default);
        Assert.That(await Sql.ExecuteScalarAsync<long>("select count(*) from risk_signal"), Is.EqualTo(3), "the next night raises nothing twice");

        var signal = (await Mentor.GetAsync("/api/v1/me/signals").Ok())["items"]!.AsArray()[0]!;
        var path = $"/api/v1/signals/{signal["id"]}";
        await Curator.Post($"{path}/decide", new { version = 1, confirmed = true, decision = "x" }).IsProblem(404, "not-found");
        await Mentor.Post($"{path}/explain", new { version = 1, explanation = "Вели дневник на бумаге" }).Ok();
        await Sql.ExecuteAsync("update risk_signal set shown_on = current_date - 1");
        var shown = (await Curator.GetAsync(Signals).Ok())["items"]!.AsArray();
        Assert.That(shown.Select(s => (string?)s!["explanation"]), Does.Contain("Вели дневник на бумаге"));
        await Curator.Post($"{path}/explain", new { version = 2, explanation = "x" }).IsProblem(403, "signal.of-the-pair");
        await Stranger.Post($"{path}/decide", new { version = 2, confirmed = true, decision = "x" }).IsProblem(404, "not-found");
        await Mentor.Post($"{path}/decide", new { version = 2, confirmed = true, decision = "x" }).IsProblem(403, "permission.missing");
        await Curator.Post($"{path}/decide", new { version = 2, confirmed = false, decision = "Дневник видела" }).Ok();
        await ActivatorUtilities.CreateInstance<ComputeSignals>(Services).Run(default);
        Assert.That(await Sql.ExecuteScalarAsync<long>("select count(*) from risk_signal where status = 'Raised'"), Is.EqualTo(2),
            "what was decided is not raised anew");
    }

    [Test]
    public async Task Silence_passes_with_the_next_meeting()
    {
        await Age(45);
        Assert.That(await Raised(), Is.EqualTo(new[] { "Silence" }));
        await HeldMeeting(_program);
        Assert.That(await Raised(), Is.Empty);
        Assert.That(await Sql.ExecuteScalarAsync<string>("select status from risk_signal"), Is.EqualTo("Passed"));
    }

    [Test]
    public async Task An_overloaded_mentor_is_a_signal_of_the_latest_program_alone()
    {
        for (var i = 0; i < 4; i++)
        {
            Clock.Advance(TimeSpan.FromSeconds(1));
            _program = await Active();
            // A pair has one running program at a time: the load is four mentees.
            await Sql.ExecuteAsync("update program_participant set person_id = @other where program_id = @id and role = 'Mentee'",
                new { other = await World.Teacher(School.Id, "Другая"), id = _program });
        }

        Assert.That(await Raised(), Is.EqualTo(new[] { "Overload" }));
        Assert.That(await Sql.ExecuteScalarAsync<long>("select count(*) from risk_signal"), Is.EqualTo(1));
    }

    [Test]
    public async Task A_log_that_the_other_side_has_confirmed_is_not_one_sided()
    {
        await Age(45);
        await Enter(7, "");
        Assert.That(await Raised(), Does.Contain("OneSidedLog"));
        Task Confirm(Guid person) => Sql.ExecuteAsync("""
            insert into meeting_confirmation (region_code, meeting_id, program_id, organization_id, person_id, about, starts_at, confirmed_at)
            select region_code, id, program_id, organization_id, @person, 'Held', starts_at, created_at from meeting where program_id = @id
                   order by starts_at limit 1
            """, new { person, id = _program });
        await Confirm(School.Mentor);
        Assert.That(await Raised(), Does.Contain("OneSidedLog"), "the side that wrote them");
        await Confirm(School.Mentee);
        Assert.That(await Raised(), Does.Not.Contain("OneSidedLog"));
    }

    [Test]
    public async Task An_old_program_with_activities_done_and_nothing_made_is_a_sign_until_something_is_made()
    {
        await Sql.ExecuteAsync("update roadmap_activity set done_on = due_on where program_id = @id", new { id = _program });
        await Age(89);
        Assert.That(await Raised(), Does.Not.Contain("NoProducts"));
        await Age(90);
        Assert.That(await Raised(), Does.Contain("NoProducts"));
        await Sql.ExecuteAsync("""
            with file as (
                insert into stored_file (region_code, id, organization_id, program_id, name, media_type, size, sha256, content, stored_at)
                select region_code, gen_random_uuid(), organization_id, id, 'a.txt', 'text/plain', 1, 'x', 'x', now() from program where id = @id returning *)
            insert into program_product (id, program_id, organization_id, region_code, title, file_id, added_by, added_by_name, added_at)
            select gen_random_uuid(), program_id, organization_id, region_code, 'План урока', id, 'x', 'x', now() from file
            """, new { id = _program });
        Assert.That(await Raised(), Does.Not.Contain("NoProducts"));
    }
}
