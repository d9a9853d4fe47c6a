using Dapper;
using Mentoring.Api.Features.Common.People;
using Mentoring.Api.Platform;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.Common.People;

/// <summary>Departures by other doors than a roster's deletion, and what is no departure.</summary>
public sealed class FollowDeparturesTests : LeavingTest
{
    [Test]
    public async Task Before_the_program_is_in_force_it_goes_back_to_its_authors_until_somebody_else_is_named()
    {
        var (gone, stays) = (await World.Teacher(School.Id, "Уходова"), School.Mentee);
        var id = await Submitted(plan => plan["participants"]![0]!["personId"] = gone);
        await Consent(Mentee, id);
        await Ends(gone, School.Id, Now);
        await Sweep();

        Assert.That(await Status(id), Is.EqualTo("Draft"));
        Assert.That(await Sql.QueryAsync<string>("select status from consent where program_id = @id", new { id }), Is.All.EqualTo("Superseded"));
        Assert.That(await Tasks(Curator, id), Does.Contain("ParticipantLeft"));
        await Curator.Post($"{Path}/{id}/submit", new { version = await Version(id) }).IsProblem(409, "program.side-missing");

        var plan = Plan();
        plan.Remove("organizationId");
        plan["version"] = await Version(id);
        await Curator.Put($"{Path}/{id}", plan).Ok();
        await Curator.Post($"{Path}/{id}/submit", new { version = await Version(id) }).Ok();
        Assert.That(await Sql.ExecuteScalarAsync<long>(
            "select count(*) from consent where program_id = @id and status = 'Requested' and person_id in (@Mentor, @stays)",
            new { id, School.Mentor, stays }), Is.EqualTo(2));
        Assert.That(await Tasks(Curator, id), Does.Not.Contain("ParticipantLeft"));
    }

    [Test]
    public async Task A_mentor_of_another_school_leaves_with_the_work_there_and_on_its_last_day()
    {
        var elsewhere = await World.School();
        var mentor = await World.Teacher(elsewhere, "Соседова");
        var id = await With(mentor, elsewhere);
        await Ends(mentor, elsewhere, Now.AddDays(2));
        await Sweep();
        Assert.That((await Participant(id, mentor))["leftOn"], Is.Null, "the work goes on until its day");

        Clock.Advance(TimeSpan.FromDays(2));
        await Sweep();
        Assert.That((string?)(await Participant(id, mentor))["leftOn"], Is.EqualTo($"{Now:O}"));
        Assert.That(await Kinds(Curator), Does.Contain("ParticipantLeft"), "the program's school is told");
    }

    [Test]
    public async Task One_of_two_mentees_leaves_and_the_others_go_on_meeting()
    {
        var second = await World.Teacher(School.Id, "Вторая");
        await Sql.ExecuteAsync("""
            insert into program_participant (program_id, organization_id, region_code, person_id, person_name, employer_id, role, joined_on)
            select id, organization_id, region_code, @second, 'Вторая', organization_id, 'Mentee', starts_on from program where id = @Program
            """, new { second, Program });
        var meeting = await Plan(TimeSpan.FromDays(3));
        await Ends(second, School.Id, Now);
        await Sweep();
        Assert.That((string?)(await Participant(Program, second))["leftOn"], Is.EqualTo($"{Now:O}"));
        Assert.That(await Sql.ExecuteScalarAsync<string>("select status from meeting where id = @meeting", new { meeting }), Is.EqualTo("Planned"));
        Assert.That(await Tasks(Curator, Program), Does.Not.Contain("ParticipantLeft"), "nothing has to be decided");
        Assert.That(await Kinds(Mentor), Does.Contain("ParticipantLeft"));
    }

    [Test]
    public async Task Whoever_works_on_in_another_position_or_comes_back_later_is_not_taken_out()
    {
        var mentor = await World.Teacher(School.Id, "Сменная");
        var id = await With(mentor, School.Id);
        await Ends(mentor, School.Id, Now);
        await Employ(mentor);
        await Sweep();
        Assert.That((await Participant(id, mentor))["leftOn"], Is.Null);

        var returned = await World.Teacher(School.Id, "Вернувшаяся");
        await Ends(returned, School.Id, Now.AddDays(-9));
        await Sweep();
        var later = await With(returned, School.Id);
        await Sweep();
        Assert.That((await Participant(later, returned))["leftOn"], Is.Null, "each departure counts once");
    }

    [Test]
    public async Task The_end_of_a_mentors_role_ends_the_part_and_that_of_a_members_role_the_seat()
    {
        var mentor = await World.Teacher(School.Id, "Рольева");
        var account = await World.Account(Role.Mentor, School.Id, mentor);
        await World.Assign(account, Role.CouncilMember, School.Id);
        await Sql.ExecuteAsync("""
            insert into council_seat (id, organization_id, region_code, person_id, person_name, seat, status, invited_at, invited_by, started_on)
            select gen_random_uuid(), id, region_code, @mentor, 'x', 'Member', 'Held', now(), 'test', '2024-01-01' from organization where id = @Id
            """, new { mentor, School.Id });
        var id = await With(mentor, School.Id);
        foreach (var role in await Sql.QueryAsync<Guid>("select id from role_assignment where account_id = @account", new { account }))
            await Head.Post($"/api/v1/role-assignments/{role}/end").Ok();
        await Drain();
        Assert.That((string?)(await Participant(id, mentor))["leftOn"], Is.EqualTo($"{Now:O}"));
        Assert.That(await Sql.ExecuteScalarAsync<string>("select status from council_seat where person_id = @mentor", new { mentor }), Is.EqualTo("Ended"));
        Assert.That(await Sql.ExecuteScalarAsync<long>("select count(*) from employment where person_id = @mentor and ended_on is null",
            new { mentor }), Is.EqualTo(1));
    }

    [Test]
    public async Task A_role_that_was_a_mistake_or_over_before_it_was_written_or_called_off_ends_nothing()
    {
        var mentor = await World.Teacher(School.Id, "Напраснова");
        var account = await World.Account(mentor);
        var id = await With(mentor, School.Id);
        foreach (var (from, until, ends) in new (int, int?, int?)[] { (0, 0, null), (-60, -30, null), (-25, 0, null), (0, null, 0), (20, null, 20) })
        {
            var role = Guid.CreateVersion7();
            await Sql.ExecuteAsync("""
                insert into role_assignment (id, account_id, role, organization_id, region_code, started_on, ended_on, granted_by, granted_at)
                select @role, @account, 'Mentor', id, region_code, @From, @Until, 'test', @At from organization where id = @Id
                """, new
            {
                role, account, School.Id, From = Now.AddDays(from), Until = until is { } day ? Now.AddDays(day) : (DateOnly?)null,
                At = Clock.GetUtcNow().UtcDateTime,
            });
            if (ends is { } end) await Sql.ExecuteAsync("update role_assignment set ended_on = @On where id = @role", new { role, On = Now.AddDays(end) });
            await Sweep();
            Assert.That((await Participant(id, mentor))["leftOn"], Is.Null, $"{from} {until} {ends}");
        }

        Clock.Advance(TimeSpan.FromDays(21));
        await Sweep();
        Assert.That((await Participant(id, mentor))["leftOn"], Is.Null, "a day to come");
    }

    [Test]
    public async Task A_departure_that_cannot_be_followed_holds_up_no_other_and_is_followed_when_it_can()
    {
        var today = Now;
        var (broken, sound) = (await World.Teacher(School.Id, "Первова"), await World.Teacher(School.Id, "Второва"));
        var (first, second) = (await With(broken, School.Id), await With(sound, School.Id));
        await Ends(broken, School.Id, today);
        await Ends(sound, School.Id, today);
        await using (await Poison.In(Sql, "departure", broken, "person_id"))
        {
            await Sweep();
            Assert.That((await Participant(first, broken))["leftOn"], Is.Null);
            Assert.That((string?)(await Participant(second, sound))["leftOn"], Is.EqualTo($"{today:O}"));
            var elsewhere = await World.School();
            await Run<FollowDepartures>(job => job.Handle(new RoleEnded(elsewhere), CancellationToken.None));
            Assert.That(await Failures(), Is.EqualTo(1), "who looks at one school settles nothing at the others");
        }

        Clock.Advance(TimeSpan.FromMinutes(1));
        await Sweep();
        Assert.That((string?)(await Participant(first, broken))["leftOn"], Is.EqualTo($"{today:O}"));
        Assert.That(await Failures(), Is.Zero);
    }

    [Test]
    public async Task A_departure_that_was_an_error_is_told_of_no_longer()
    {
        var mentor = await World.Teacher(School.Id, "Ошибкина");
        await With(mentor, School.Id);
        await Ends(mentor, School.Id, Now);
        await using (await Poison.In(Sql, "departure", mentor, "person_id")) await Sweep();
        Assert.That(await Failures(), Is.EqualTo(1));

        await Sql.ExecuteAsync("update employment set ended_on = null where person_id = @mentor", new { mentor });
        await Sweep();
        Assert.That(await Failures(), Is.Zero);
    }

    Task<int> Failures() => Sql.ExecuteScalarAsync<int>("select count(*) from due_failure");

    /// <summary>A program in force of this mentor, employed there, with a mentee of the school.</summary>
    async Task<Guid> With(Guid mentor, Guid employer)
    {
        var id = await Draft(plan => plan["participants"]![0]!["personId"] = School.Mentor);
        await Sql.ExecuteAsync("""
            update program_participant set person_id = @mentor, employer_id = @employer where program_id = @id and role = 'Mentor';
            update program set status = 'Active', activated_at = now() where id = @id
            """, new { mentor, employer, id });
        return id;
    }
}
