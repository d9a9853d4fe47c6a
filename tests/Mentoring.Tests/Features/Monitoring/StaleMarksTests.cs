using Dapper;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.Monitoring;

/// <summary>Which months of which organizations a write marks. Shown as "from..to", an open end for stocks.</summary>
public sealed class StaleMarksTests : MonitoringTest
{
    Guid _school, _other, _program, _teacher;

    [SetUp]
    public async Task Facts()
    {
        _school = await World.School();
        _other = await World.School("05701000", World.OtherRegion);
        _teacher = await World.Teacher(_school);
        _program = await Program(_school, "2026-09-10T10:00Z");
        await Forget();
    }

    [Test]
    public async Task A_draft_marks_nothing_until_it_begins()
    {
        var draft = await Program(_school, null, status: "Draft");
        await Join(draft, _teacher, "Mentee", "2026-09-01");
        await Activity(draft, "2026-10-10");
        Assert.That(await Marks(), Is.Empty);

        await Sql.ExecuteAsync("update program set status = 'Active', activated_at = '2026-10-05T10:00Z' where id = @draft", new { draft });
        Assert.That(await Marks(), Is.EqualTo(new[] { "school 2026-10.." }));
    }

    [TestCase("title = 'Новое имя', version = version + 1", "")]
    [TestCase("status = 'Paused'", "")]
    [TestCase("status = 'Completed', finished_at = '2026-10-31T20:59:59Z'", "school 2026-10..")]
    [TestCase("status = 'EndedEarly', finished_at = '2026-10-31T21:00:00Z'", "school 2026-11..")]
    [TestCase("activated_at = '2026-08-31T20:59:59Z'", "school 2026-08..")]
    [TestCase("created_at = '2026-08-01'", "school 2026-09..")]
    [TestCase("purpose_code = 'retention'", "school 2026-09..")]
    public async Task A_programs_change_marks_from_the_month_that_it_concerns(string change, string marks)
    {
        await Sql.ExecuteAsync($"update program set {change} where id = @_program", new { _program });
        Assert.That(string.Join(' ', await Marks()), Is.EqualTo(marks));
    }

    [Test]
    public async Task A_participant_marks_the_employer_and_so_does_the_programs_end()
    {
        await Join(_program, _teacher, "Mentor", "2026-10-10", employer: _other);
        Assert.That(await Marks(), Is.EqualTo(new[] { "other 2026-10.." }));

        await Sql.ExecuteAsync("update program_participant set left_on = '2026-11-05' where program_id = @_program", new { _program });
        Assert.That(await Marks(), Is.EqualTo(new[] { "other 2026-11.." }));

        await Sql.ExecuteAsync("update program set status = 'Completed', finished_at = '2026-11-30T13:00Z' where id = @_program", new { _program });
        Assert.That(await Marks(), Is.EquivalentTo(new[] { "school 2026-11..", "other 2026-11.." }));

        await Sql.ExecuteAsync("delete from program_participant where program_id = @_program", new { _program });
        Assert.That(await Marks(), Is.EqualTo(new[] { "other 2026-10.." }));
    }

    [Test]
    public async Task A_mentor_from_elsewhere_marks_the_school_of_the_mentee_too()
    {
        await Join(_program, _teacher, "Mentee", "2026-09-10");
        await Forget();
        var (lent, next) = (await World.Teacher(_other), await World.Teacher(_other));
        await Forget();
        await Join(_program, lent, "Mentor", "2026-10-10", employer: _other);
        Assert.That(await Marks(), Is.EquivalentTo(new[] { "school 2026-10..", "other 2026-10.." }));

        await Sql.ExecuteAsync("update program_participant set left_on = '2026-11-05' where person_id = @lent", new { lent });
        Assert.That(await Marks(), Is.EquivalentTo(new[] { "school 2026-11..", "other 2026-11.." }));

        await Join(_program, next, "Mentor", "2026-11-06", employer: _other);
        Assert.That(await Marks(), Is.EquivalentTo(new[] { "school 2026-11..", "other 2026-11.." }));

        await Sql.ExecuteAsync("delete from program_participant where person_id = @lent", new { lent });
        Assert.That(await Marks(), Is.EquivalentTo(new[] { "school 2026-10..", "other 2026-10.." }));

        await Sql.ExecuteAsync("update program_participant set left_on = '2026-11-20' where person_id = @_teacher", new { _teacher });
        Assert.That(await Marks(), Is.EqualTo(new[] { "school 2026-11.." }), "a mentee is counted at the own school alone");
    }

    [Test]
    public async Task A_consent_marks_the_month_of_its_decision()
    {
        var consent = await Consent(_program, _teacher, "Requested", null);
        Assert.That(await Marks(), Is.Empty);

        await Sql.ExecuteAsync("update consent set status = 'Given', decided_at = '2026-09-30T21:00Z' where id = @consent", new { consent });
        Assert.That(await Marks(), Is.EqualTo(new[] { "school 2026-10..2026-10" }));

        await Sql.ExecuteAsync("update consent set status = 'Revoked', reason = 'Личные обстоятельства' where id = @consent", new { consent });
        Assert.That(await Marks(), Is.Empty, "a revoked consent was given");
    }

    [Test]
    public async Task A_meeting_marks_both_months_when_it_moves()
    {
        var meeting = await Meeting(_program, "2026-10-10T10:00Z", "Planned");
        Assert.That(await Marks(), Is.Empty);

        await Sql.ExecuteAsync("update meeting set status = 'Held' where id = @meeting", new { meeting });
        Assert.That(await Marks(), Is.EqualTo(new[] { "school 2026-10..2026-10" }));

        await Sql.ExecuteAsync("update meeting set starts_at = '2026-09-10T10:00Z' where id = @meeting", new { meeting });
        Assert.That(await Marks(), Is.EquivalentTo(new[] { "school 2026-09..2026-09", "school 2026-10..2026-10" }));

        await Sql.ExecuteAsync("update meeting set summary = 'Итог' where id = @meeting", new { meeting });
        Assert.That(await Marks(), Is.Empty);
    }

    [Test]
    public async Task An_activity_marks_the_month_in_which_it_is_due()
    {
        var activity = await Activity(_program, "2026-10-10");
        Assert.That(await Marks(), Is.EqualTo(new[] { "school 2026-10..2026-10" }));

        await Sql.ExecuteAsync("update roadmap_activity set done_on = '2026-11-02', result = 'Сделано' where id = @activity", new { activity });
        Assert.That(await Marks(), Is.EqualTo(new[] { "school 2026-10..2026-10" }));

        await Sql.ExecuteAsync("update roadmap_activity set done_on = '2026-11-03' where id = @activity", new { activity });
        Assert.That(await Marks(), Is.Empty, "done is done");

        await Sql.ExecuteAsync("delete from roadmap_activity where id = @activity", new { activity });
        Assert.That(await Marks(), Is.EqualTo(new[] { "school 2026-10..2026-10" }));
    }

    [Test]
    public async Task A_need_marks_the_rest_of_its_school_year()
    {
        await Need(_school, _teacher, 2026, "2026-10-05");
        Assert.That(await Marks(), Is.EqualTo(new[] { "school 2026-10..2027-08" }));

        await Sql.ExecuteAsync("update mentoring_need set note = 'Классное руководство' where person_id = @_teacher", new { _teacher });
        Assert.That(await Marks(), Is.Empty);

        await Sql.ExecuteAsync("delete from mentoring_need where person_id = @_teacher", new { _teacher });
        Assert.That(await Marks(), Is.EqualTo(new[] { "school 2026-10..2027-08" }));
    }

    [Test]
    public async Task An_employment_marks_from_the_month_in_which_it_begins_or_ends()
    {
        await Sql.ExecuteAsync("update employment set ended_on = '2026-10-01' where person_id = @_teacher", new { _teacher });
        Assert.That(await Marks(), Is.EqualTo(new[] { "school 2026-10.." }));

        await Sql.ExecuteAsync("update employment set is_main = false where person_id = @_teacher", new { _teacher });
        Assert.That(await Marks(), Is.EqualTo(new[] { "school 2020-09.." }));
    }

    [Test]
    public async Task An_organizations_move_marks_all_of_it_and_its_new_name_nothing()
    {
        await Sql.ExecuteAsync("update organization set name_short = 'Лицей' where id = @_school", new { _school });
        Assert.That(await Marks(), Is.Empty);

        await Sql.ExecuteAsync("update organization set territory_code = '28701000' where id = @_school", new { _school });
        Assert.That(await Marks(), Is.EqualTo(new[] { "school 0001-01.." }));
    }

    [Test]
    public async Task A_figure_of_pupils_marks_its_month_and_one_of_attainment_the_year_after_too()
    {
        var insert = (string kind, string? term) => Sql.ExecuteAsync("""
            insert into pupil_result (region_code, id, organization_id, person_id, person_name, school_year, kind, subject_code, grade, term, pupils,
                successful, counted_on, told_at, told_by, told_by_name)
            select region_code, gen_random_uuid(), id, @_teacher, 'Имя', 2025, @kind, 'mathematics', 6, @term, 20, 15, '2026-05-15', now(), 'test', 'Имя'
              from organization where id = @_school
            """, new { _teacher, _school, kind, term });
        await insert("Vpr", null);
        Assert.That(await Marks(), Is.EqualTo(new[] { "school 2026-05..2026-05" }));
        await insert("Attainment", "Quarter4");
        Assert.That(await Marks(), Is.EqualTo(new[] { "school 2025-09..2027-08" }));
        await Sql.ExecuteAsync("update pupil_result set told_by_name = 'Куратор' where kind = 'Vpr'");
        Assert.That(await Marks(), Is.Empty);
        await Sql.ExecuteAsync("update pupil_result set withdrawn_at = now() where kind = 'Vpr'");
        Assert.That(await Marks(), Is.EqualTo(new[] { "school 2026-05..2026-05" }));

        await Join(_program, _teacher, "Mentee", "2026-10-10", employer: _other);
        Assert.That(await Marks(), Is.EquivalentTo(new[] { "school 2026-10..", "other 2026-10.." }), "figures stand where the teacher worked");
    }

    [Test]
    public async Task Work_elsewhere_marks_the_cohort_where_somebody_began_and_a_new_name_nothing()
    {
        await Sql.ExecuteAsync("update employment set started_on = '2024-09-01', ended_on = '2025-05-01' where person_id = @_teacher", new { _teacher });
        await Forget();
        await Sql.ExecuteAsync("""
            insert into employment (id, organization_id, region_code, person_id, position_code, is_teaching, is_main, started_on)
            select gen_random_uuid(), id, region_code, @_teacher, 'teacher', true, true, '2025-09-01' from organization where id = @_other
            """, new { _teacher, _other });
        Assert.That(await Marks(), Is.EquivalentTo(new[] { "school 2025-09..2027-09", "other 2025-09.." }));
        await Sql.ExecuteAsync("update person set family_name = 'Иванова' where id = @_teacher", new { _teacher });
        Assert.That(await Marks(), Is.Empty);
        await Sql.ExecuteAsync("update person set birth_date = '1998-01-01' where id = @_teacher", new { _teacher });
        Assert.That(await Marks(), Is.EquivalentTo(new[] { "school 2025-09..2027-09", "other 2026-09..2028-09" }));
    }

    [Test]
    public async Task A_bulk_write_marks_each_organization_once()
    {
        await Sql.ExecuteAsync("""
            insert into meeting (region_code, id, program_id, organization_id, status, mode, starts_at, duration_minutes, topic, created_by)
            select region_code, gen_random_uuid(), id, organization_id, 'Held', 'Online', timestamptz '2026-10-01T10:00Z' + n * interval '1 hour', 45, 'Тема',
                   'test'
              from program, generate_series(1, 1000) n where id = @_program
            """, new { _program });
        Assert.That(await Marks(), Is.EqualTo(new[] { "school 2026-10..2026-10", "school 2026-11..2026-11" }));
    }

    /// <summary>The marks so far, which are then forgotten.</summary>
    async Task<List<string>> Marks()
    {
        var marks = (await Sql.QueryAsync<string>("""
            select concat(case organization_id when @_school then 'school' when @_other
                   then 'other' end, ' ', to_char(from_period, 'YYYY-MM'), '..', to_char(to_period, 'YYYY-MM'))
              from indicator_stale order by id
            """, new { _school, _other })).AsList();
        await Forget();
        return marks;
    }

    Task Forget() => Sql.ExecuteAsync("delete from indicator_stale");
}
