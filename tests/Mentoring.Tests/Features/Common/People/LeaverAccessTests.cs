using Dapper;
using Mentoring.Api.Platform;
using Mentoring.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Mentoring.Tests.Features.Common.People;

/// <summary>
/// Access to what is a school's ends with the work there, also to programs that are over; nothing else has to run for it.
/// </summary>
public sealed class LeaverAccessTests : LeavingTest
{
    static readonly string[] OfProgram =
        ["", "/comments", "/products", "/records", "/plan-versions", "/meetings", "/audit", "/council-evaluations"];

    [TearDown]
    public async Task EverybodyWorksHereAgain()
    {
        await Sql.ExecuteAsync("""
            delete from employment where person_id in (@Mentor, @Mentee) and started_on <> '2020-09-01';
            update employment set ended_on = null where person_id in (@Mentor, @Mentee);
            update program_participant set employer_id = @Id where person_id in (@Mentor, @Mentee);
            update organization set status = 'Open', closed_on = null where id = @Id
            """, new { School.Id, School.Mentor, School.Mentee });
        ForgetGrants();
    }

    [Test]
    public async Task Who_left_after_a_program_was_completed_reads_and_writes_nothing_of_it_and_who_stays_does()
    {
        await Over();
        await Mentor.GetAsync($"{Path}/{Program}").Ok();
        await Leaves(School.Mentor, School.Id);
        foreach (var part in OfProgram)
        {
            using var answer = await Mentor.GetAsync($"{Path}/{Program}{part}");
            Assert.That((int)answer.StatusCode, Is.AnyOf(403, 404), part);
        }

        await Mentor.Post($"{Path}/{Program}/comments", new { text = "Ещё раз привет" }).IsProblem(403, "permission.missing");
        await Mentor.GetAsync(Path).IsProblem(403, "permission.missing");
        await Mentee.GetAsync($"{Path}/{Program}").Ok();
        await Mentee.Post($"{Path}/{Program}/comments", new { text = "Спасибо" }).Gives(201);
    }

    [TestCase("Completed"), TestCase("EndedEarly"), TestCase("Cancelled")]
    public async Task It_is_the_same_however_the_program_came_to_its_end_and_work_taken_up_again_opens_it_again(string status)
    {
        await Over(status);
        await Leaves(School.Mentee, School.Id);
        await Mentee.GetAsync($"{Path}/{Program}").IsProblem(403, "permission.missing");
        await Employ(School.Mentee);
        ForgetGrants();
        await Mentee.GetAsync($"{Path}/{Program}").Ok();
    }

    [Test]
    public async Task Work_that_begins_on_a_day_to_come_opens_what_is_over_on_that_day()
    {
        await Over();
        await Leaves(School.Mentor, School.Id);
        await Works(School.Mentor, School.Id, Now.AddDays(30));
        await Mentor.GetAsync($"{Path}/{Program}").IsProblem(403, "permission.missing");
    }

    [Test]
    public async Task A_program_shared_between_schools_is_read_by_whom_works_at_either_and_by_nobody_who_went_to_a_third()
    {
        await Over();
        var (sent, third) = (await World.School(), await World.School());
        await Sql.ExecuteAsync("update program_participant set employer_id = @sent where program_id = @Program and person_id = @Mentor",
            new { sent, Program, School.Mentor });
        await Leaves(School.Mentor, School.Id);
        await Works(School.Mentor, sent, Now.AddDays(-90));
        await Mentor.GetAsync($"{Path}/{Program}").Ok();

        await Leaves(School.Mentor, sent);
        await Works(School.Mentor, third, Now);
        await Mentor.GetAsync($"{Path}/{Program}").IsProblem(403, "permission.missing");

        await Works(School.Mentor, School.Id, Now);
        await Mentor.GetAsync($"{Path}/{Program}").Ok();
    }

    [Test]
    public async Task Whoever_carries_a_closed_school_on_stands_for_it_and_a_school_that_goes_on_for_itself()
    {
        await Over();
        var (heir, last) = (await World.School(), await World.School());
        await Sql.ExecuteAsync("""
            insert into organization_successor (organization_id, region_code, successor_id, since)
            select id, region_code, case id when @heir then @last::uuid else @heir end, @Now from organization where id in (@Id, @heir)
            """, new { School.Id, heir, last, Now });
        await Leaves(School.Mentor, School.Id);
        await Works(School.Mentor, heir, Now.AddDays(-30));
        await Mentor.GetAsync($"{Path}/{Program}").IsProblem(403, "permission.missing");

        await Sql.ExecuteAsync("update organization set status = 'Closed', closed_on = @Now where id in (@Id, @heir)", new { School.Id, heir, Now });
        ForgetGrants();
        await Mentor.GetAsync($"{Path}/{Program}").Ok();
        await Leaves(School.Mentor, heir);
        await Works(School.Mentor, last, Now);
        await Mentor.GetAsync($"{Path}/{Program}").Ok();
    }

    [Test]
    public async Task A_program_that_runs_is_closed_to_whom_it_is_the_first_day_without_work_before_anything_follows_from_it()
    {
        await Ends(School.Mentor, School.Id, Now.AddDays(1));
        ForgetGrants();
        await Mentor.GetAsync($"{Path}/{Program}").Ok();
        Clock.Advance(TimeSpan.FromDays(1));
        ForgetGrants();
        await Mentor.GetAsync($"{Path}/{Program}").IsProblem(403, "permission.missing");
    }

    [Test]
    public async Task Whoever_was_asked_to_join_reads_nothing_after_the_work_ended_from_which_they_would_come()
    {
        var incoming = await World.Teacher(School.Id, "Приглашённая");
        var account = await World.Account(incoming);
        await Curator.Post($"{Path}/{Program}/replace-mentor",
            new { version = await Version(Program), leavingId = School.Mentor, incomingId = incoming, reason = "Переезд" }).Ok();
        await As(account).GetAsync($"{Path}/{Program}").Ok();
        await Leaves(incoming, School.Id, account);
        await As(account).GetAsync($"{Path}/{Program}").IsProblem(403, "permission.missing");
    }

    [Test]
    public async Task Nobody_who_left_is_told_what_happens_in_a_program_that_is_over()
    {
        await Over();
        await Leaves(School.Mentor, School.Id);
        await Curator.Post($"{Path}/{Program}/comments", new { text = "Итоги" }).Gives(201);
        Assert.That(await Kinds(Mentee), Does.Contain("CommentAdded"));
        Assert.That(await Kinds(Mentor), Is.Empty);
    }

    [Test]
    public async Task The_database_shows_a_leaver_no_row_of_the_school_and_who_works_there_the_council()
    {
        await Over();
        await Sql.ExecuteAsync("""
            insert into council_seat (id, organization_id, region_code, person_id, person_name, seat, status, invited_at, invited_by, started_on)
            select gen_random_uuid(), id, region_code, @Mentee, 'x', 'Member', 'Held', now(), 'test', '2024-01-01' from organization where id = @Id
            """, new { School.Id, School.Mentee });
        Assert.That(await Seats(), Is.EqualTo(1));
        Assert.That(await Granted(), Does.Contain(Program));
        await Ends(School.Mentor, School.Id, Today); // the server's own clock stands at the beginning of the run
        Assert.That(await Seats(), Is.Zero, "who sits on the council is told to those who work there");
        Assert.That(await Granted(), Is.Empty);
        await Sql.ExecuteAsync("delete from council_seat where person_id = @Mentee", new { School.Mentee });
    }

    Task Over(string status = "Completed") =>
        Sql.ExecuteAsync("update program set status = @status, finished_at = @At where id = @Program",
            new { status, Program, At = Clock.GetUtcNow().UtcDateTime });

    async Task Leaves(Guid person, Guid organization, Guid? account = null)
    {
        await Ends(person, organization, Now);
        ForgetGrants();
        if (account is { } holder) Services.GetRequiredService<Access>().Forget(holder.ToString());
    }

    async Task Works(Guid person, Guid organization, DateOnly from)
    {
        await Sql.ExecuteAsync("""
            insert into employment (id, organization_id, region_code, person_id, position_code, is_teaching, is_main, started_on)
            select gen_random_uuid(), id, region_code, @person, 'teacher', true, false, @from from organization where id = @organization
            """, new { organization, person, from });
        ForgetGrants();
    }

    /// <summary>Seats that the API's role sees as the mentor, who holds no role.</summary>
    async Task<long> Seats()
    {
        await using var app = await Services.GetRequiredService<NpgsqlDataSource>().OpenConnectionAsync();
        await using var transaction = await app.BeginTransactionAsync();
        await app.ExecuteAsync("select set_config('scope.person', @person, true)", new { person = School.Mentor.ToString() });
        return await app.ExecuteScalarAsync<long>("select count(*) from council_seat");
    }

    /// <summary>Programs that the API's role finds the mentor to take part in.</summary>
    async Task<IEnumerable<Guid>> Granted()
    {
        await using var app = await Services.GetRequiredService<NpgsqlDataSource>().OpenConnectionAsync();
        await using var transaction = await app.BeginTransactionAsync();
        await app.ExecuteAsync("select set_config('scope.system', 'on', true)");
        return await app.QueryAsync<Guid>("select p.program_id from program_participant p where p.person_id = @Mentor and takes_part(p, @At)",
            new { School.Mentor, At = Clock.GetUtcNow().UtcDateTime });
    }
}
