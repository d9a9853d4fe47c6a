using Dapper;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.Monitoring;

/// <summary>What schools know of their own mentoring, counted by hand.</summary>
public sealed class SchoolSumsTests : MonitoringTest
{
    Guid _school;

    [OneTimeSetUp]
    public Task Months() => OpenMonths();

    [SetUp]
    public async Task School() => _school = await World.School();

    async Task<string?> Of(string month, string indicator)
    {
        await RollUp();
        Assert.That(await Sql.ExecuteScalarAsync<long>("select differences from reconciliation where id = @id", new { id = await Reconcile() }), Is.Zero);
        return await Kept(_school, month, indicator);
    }

    Task Change(string sql, object? args = null) => Sql.ExecuteAsync(sql, args);

    [Test]
    public async Task A_register_has_a_high_risk_as_long_as_it_is_not_closed_and_months_before_keep_what_it_was()
    {
        var owner = await World.Teacher(_school);
        Assert.That(await Of("2026-10", "risk-overload"), Is.EqualTo("0/0"), "no register is kept");
        await Change("""
            insert into risk (id, organization_id, region_code, kind_code, title, probability, impact, trigger_text, owner_id, owner_name, review_on, opened_on)
            select gen_random_uuid(), id, region_code, 'overload', 'Т', 3, 5, 'Т', @owner, 'Имя', '2026-12-01', '2026-09-20'
              from organization where id = @_school
            """, new { owner, _school });
        Assert.That((await Of("2026-08", "risk-overload"), await Of("2026-09", "risk-overload"), await Of("2026-09", "risk-formalism")),
            Is.EqualTo(("0/0", "1/1", "0/1")));
        await Change("update risk set probability = 1 where organization_id = @_school", new { _school });
        Assert.That(await Of("2026-10", "risk-overload"), Is.EqualTo("1/1"), "a month that is over keeps its truth");
        await Change("update risk_past set until = '2026-10-15' where risk_id in (select id from risk where organization_id = @_school)", new { _school });
        await Change("update risk set status = 'Closed', opened_on = opened_on + 1 where organization_id = @_school", new { _school });
        Assert.That((await Of("2026-09", "risk-overload"), await Of("2026-10", "risk-overload")), Is.EqualTo(("1/1", "0/1")));
    }

    [Test]
    public async Task Signals_count_in_programs_old_enough_from_the_day_the_school_sees_them_and_never_once_dismissed()
    {
        Guid old = await Program(_school, "2026-08-20T10:00Z"), young = await Program(_school, "2026-10-05T10:00Z");
        Task Signal(Guid program, string kind, string shown, string status = "Raised", string? passed = null, string? decided = null) => Change("""
            insert into risk_signal (id, organization_id, region_code, program_id, kind, found, expected, raised_on, shown_on, status, passed_on, decided_on)
            select gen_random_uuid(), organization_id, region_code, id, @kind, 9, 3, @shown::date - 7, @shown::date, @status, @passed::date, @decided::date
              from program where id = @program
            """, new { program, kind, shown, status, passed, decided });
        Assert.That((await Of("2026-08", "program-signals"), await Of("2026-09", "program-signals"), await Of("2026-11", "program-signals")),
            Is.EqualTo(("0/0", "0/1", "0/2")));
        await Signal(old, "Silence", "2026-10-02", "Passed", "2026-10-20");
        await Signal(old, "CopiedTexts", "2026-10-02", "Dismissed", decided: "2026-10-03");
        await Signal(old, "NoProducts", "2026-11-01");
        await Signal(old, "BurstEntry", "2026-09-10", "Passed", "2026-09-05");
        await Signal(young, "Overload", "2026-10-20");
        Assert.That((await Of("2026-09", "program-signals"), await Of("2026-10", "program-signals"), await Of("2026-11", "program-signals")),
            Is.EqualTo(("0/1", "1/1", "2/2")), "what passed before the school saw it is nothing");
        Assert.That((await Of("2026-10", "formal-signals"), await Of("2026-11", "formal-signals")), Is.EqualTo(("0/1", "1/2")));
        await Change("update risk_signal set status = 'Dismissed', decided_on = '2026-11-05' where kind = 'NoProducts' and program_id = @old", new { old });
        Assert.That(await Of("2026-11", "formal-signals"), Is.EqualTo("0/2"));
    }

    [Test]
    public async Task Mentors_are_beyond_what_their_profile_agreed_on_then_or_beyond_three()
    {
        var (busy, agreed) = (await World.Teacher(_school), await World.Teacher(_school));
        for (var n = 0; n < 4; n++)
        {
            var program = await Program(_school, "2026-09-10T10:00Z");
            await Join(program, busy, "Mentor", "2026-09-10");
            if (n < 3) await Join(program, agreed, "Mentor", "2026-09-10");
        }

        Assert.That(await Of("2026-10", "mentors-overloaded"), Is.EqualTo("1/2"));
        await Change("""
            insert into mentor_profile (organization_id, region_code, person_id, status, capacity_programs, available_from, confirmed_on)
            select id, region_code, @agreed, 'Confirmed', 2, '2026-09-01', '2026-10-12' from organization where id = @_school
            """, new { agreed, _school });
        Assert.That((await Of("2026-09", "mentors-overloaded"), await Of("2026-10", "mentors-overloaded")), Is.EqualTo(("1/2", "2/2")));
        await Change("update mentor_profile set capacity_programs = 5 where person_id = @agreed", new { agreed });
        Assert.That(await Of("2026-10", "mentors-overloaded"), Is.EqualTo("2/2"), "months before keep what was agreed then");
    }

    [Test]
    public async Task Wishes_are_of_teachers_who_work_here_while_they_stand()
    {
        var (one, two, elsewhere) = (await World.Teacher(_school), await World.Teacher(_school), await World.Teacher(await World.School()));
        foreach (var (person, wish, on) in new[] { (one, "Mentor", "2026-09-10"), (two, "Mentee", "2026-10-05"), (elsewhere, "Mentor", "2026-09-10") })
            await Change("""
                insert into wish_to_join (id, organization_id, region_code, person_id, wish, expressed_on)
                select gen_random_uuid(), id, region_code, @person, @wish, @on::date from organization where id = @_school
                """, new { person, wish, on, _school });
        Assert.That((await Of("2026-08", "planning-mentors"), await Of("2026-09", "planning-mentors"), await Of("2026-10", "planning-mentees")),
            Is.EqualTo(("0/2", "1/2", "1/2")));
        await Change("update wish_to_join set withdrawn_on = '2026-10-31' where person_id = @one", new { one });
        Assert.That((await Of("2026-09", "planning-mentors"), await Of("2026-10", "planning-mentors")), Is.EqualTo(("1/2", "0/2")));
    }

    [Test]
    public async Task Mentees_are_active_by_events_and_initiatives_and_innovative_by_practices_of_the_school_year()
    {
        Guid mentee = await World.Teacher(_school), other = await World.Teacher(_school), guest = await World.School();
        var program = await Program(_school, "2026-08-20T10:00Z");
        foreach (var person in (Guid[])[mentee, other]) await Join(program, person, "Mentee", "2026-08-20");
        Guid @event = Guid.CreateVersion7(), initiative = Guid.CreateVersion7(), practice = Guid.CreateVersion7();
        await Change("""
            insert into public_event (id, organization_id, region_code, kind, audience, title, starts_at, duration_minutes, place, responsible_id, programme)
            select @event, id, region_code, 'OpenLesson', 'Teachers', 'Т', '2026-10-10T09:00Z', 45, 'Класс', @mentee, 'Т' from organization where id = @_school;
            insert into public_event_person (event_id, organization_id, region_code, person_id)
            select @event, id, region_code, @mentee from organization where id = @_school
            """, new { @event, mentee, _school });
        Assert.That(await Of("2026-10", "mentee-activity"), Is.EqualTo("0/2"), "it was not held");
        await Change("update public_event set status = 'Held', came_staff = 3, came_guests = 0 where id = @event", new { @event });
        Assert.That((await Of("2026-09", "mentee-activity"), await Of("2026-10", "mentee-activity")), Is.EqualTo(("0/2", "1/2")));

        await Change("""
            insert into initiative (region_code, id, organization_id, territory_code, leader_id, leader_name, member_ids, title, purpose, areas, scope,
                by_invitation, status, created_at, opened_at)
            select region_code, @initiative, id, territory_code, @other, 'Имя', '{}', 'Т', 'Т', '{}', 'Region', false, 'Open', '2026-06-01', '2026-06-01'
              from organization where id = @guest;
            insert into initiative_member (region_code, id, initiative_id, person_id, person_name, organization_id, status, asked_at, joined_at, member_ids)
            select region_code, gen_random_uuid(), @initiative, @other, 'Имя', id, 'In', '2026-06-02', '2026-06-02', '{}' from organization where id = @_school
            """, new { initiative, other, guest, _school });
        Assert.That((await Of("2026-08", "mentee-activity"), await Of("2026-09", "mentee-activity"), await Of("2026-10", "mentee-activity")),
            Is.EqualTo(("1/2", "1/2", "2/2")));
        await Change("update initiative set status = 'Completed', outcome = 'Т', ended_at = '2026-08-25T09:00Z' where id = @initiative", new { initiative });
        Assert.That((await Of("2026-08", "mentee-activity"), await Of("2026-09", "mentee-activity")), Is.EqualTo(("1/2", "0/2")));
        Assert.That(await Kept(guest, "2026-08", "joint-projects"), Is.EqualTo("1/1"));
        await Change("update initiative set status = 'Closed' where id = @initiative", new { initiative });
        await Of("2026-08", "joint-projects");
        Assert.That(await Kept(guest, "2026-08", "joint-projects"), Is.EqualTo("0/1"));

        await Change("""
            insert into practice (id, organization_id, region_code, status, title, problem, description, results, evidence, areas, topics, created_by,
                created_at, updated_at)
            select @practice, id, region_code, 'Draft', 'Т', 'Т', 'Т', 'Т', 'Т', '{}', '{}', @other, '2026-10-01', '2026-10-01'
              from organization where id = @_school;
            insert into practice_author (practice_id, organization_id, region_code, person_id, person_name)
            select @practice, id, region_code, @other, 'Имя' from organization where id = @_school
            """, new { practice, other, _school });
        Assert.That(await Of("2026-10", "mentee-innovation"), Is.EqualTo("0/2"));
        await Change("update practice set status = 'Submitted', submitted_at = '2026-10-12T09:00Z' where id = @practice", new { practice });
        Assert.That((await Of("2026-09", "mentee-innovation"), await Of("2026-10", "mentee-innovation")), Is.EqualTo(("0/2", "1/2")));
        await Change("delete from practice_author where practice_id = @practice", new { practice });
        Assert.That(await Of("2026-10", "mentee-innovation"), Is.EqualTo("0/2"));
    }
}
