using Dapper;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.Monitoring;

/// <summary>Each indicator against numbers counted by hand. One school each, so that the tests do not meet.</summary>
public sealed class RollUpStaleTests : MonitoringTest
{
    [OneTimeSetUp]
    public Task Months() => OpenMonths();

    [Test]
    public async Task Coverage_counts_teachers_in_need_who_are_mentees_of_a_running_program()
    {
        var school = await World.School();
        Guid covered = await World.Teacher(school), drafted = await World.Teacher(school), left = await World.Teacher(school),
            later = await World.Teacher(school);
        foreach (var (person, noted) in new[] { (covered, "2026-09-10"), (drafted, "2026-09-10"), (left, "2026-09-10"), (later, "2026-10-05") })
            await Need(school, person, 2026, noted);
        var running = await Program(school, "2026-09-20T10:00Z");
        await Join(running, await World.Teacher(school), "Mentor", "2026-09-20");
        await Join(running, covered, "Mentee", "2026-09-20");
        await Join(running, left, "Mentee", "2026-09-20", left: "2026-10-15");
        await Join(await Program(school, null, status: "Draft"), drafted, "Mentee", "2026-09-20");

        await RollUp();

        await Assert.MultipleAsync(async () =>
        {
            Assert.That(await Kept(school, "2026-08", "need-coverage"), Is.EqualTo("0/0"), "another school year");
            Assert.That(await Kept(school, "2026-09", "need-coverage"), Is.EqualTo("2/3"));
            Assert.That(await Kept(school, "2026-10", "need-coverage"), Is.EqualTo("1/4"));
        });
    }

    [TestCase("2026-10-31", "0/1")]
    [TestCase("2026-11-01", "1/1")]
    public async Task Coverage_ends_with_the_mentor_who_leaves_and_goes_on_with_whoever_follows(string left, string october)
    {
        Guid school = await World.School(), other = await World.School("05701000", World.OtherRegion);
        Guid mentee = await World.Teacher(school), lent = await World.Teacher(other);
        await Need(school, mentee, 2026, "2026-09-10");
        var program = await Program(school, "2026-09-20T10:00Z");
        await Join(program, mentee, "Mentee", "2026-09-20");
        await RollUp();
        Assert.That(await Kept(school, "2026-09", "need-coverage"), Is.EqualTo("0/1"), "a program of nobody's is no help");

        await Join(program, lent, "Mentor", "2026-09-21", employer: other);
        await RollUp();
        Assert.That(await Kept(school, "2026-09", "need-coverage"), Is.EqualTo("1/1"), "a mentor of another school covers too");

        await Sql.ExecuteAsync("update program_participant set left_on = @left::date where person_id = @lent", new { left, lent });
        await RollUp();
        Assert.That((await Kept(school, "2026-09", "need-coverage"), await Kept(school, "2026-10", "need-coverage"),
            await Kept(school, "2026-11", "need-coverage")),
            Is.EqualTo(("1/1", october, "0/1")), "months before keep their truth");

        await Join(program, await World.Teacher(other), "Mentor", "2026-11-05", employer: other);
        await RollUp();
        Assert.That((await Kept(school, "2026-10", "need-coverage"), await Kept(school, "2026-11", "need-coverage")), Is.EqualTo((october, "1/1")));
        Assert.That(await Sql.ExecuteScalarAsync<long>("select differences from reconciliation where id = @id", new { id = await Reconcile() }), Is.Zero);
    }

    [Test]
    public async Task One_of_two_mentors_who_leaves_ends_nobodys_coverage_and_neither_does_a_pause()
    {
        var school = await World.School();
        Guid mentee = await World.Teacher(school), first = await World.Teacher(school), second = await World.Teacher(school);
        await Need(school, mentee, 2026, "2026-09-10");
        Guid one = await Program(school, "2026-09-20T10:00Z"), two = await Program(school, "2026-09-20T10:00Z");
        foreach (var program in (Guid[])[one, two]) await Join(program, mentee, "Mentee", "2026-09-20");
        await Join(one, first, "Mentor", "2026-09-20");
        await Join(two, second, "Mentor", "2026-09-20");
        await Sql.ExecuteAsync("update program_participant set left_on = '2026-10-10' where person_id = @first", new { first });
        await Sql.ExecuteAsync("update program set status = 'Paused' where id = @two", new { two });
        await RollUp();
        Assert.That(await Kept(school, "2026-10", "need-coverage"), Is.EqualTo("1/1"), "by the mentor of the other program");

        await Sql.ExecuteAsync("update program set status = 'EndedEarly', finished_at = '2026-10-20T10:00Z' where id = @two", new { two });
        await RollUp();
        Assert.That(await Kept(school, "2026-10", "need-coverage"), Is.EqualTo("0/1"), "the program that runs has no mentor left");
    }

    [Test]
    public async Task Running_programs_are_counted_at_the_end_of_the_month_and_teachers_at_their_main_employment()
    {
        var school = await World.School();
        await World.Teacher(school);
        var additional = await World.Teacher(school);
        await Sql.ExecuteAsync("update employment set is_main = false where person_id = @additional", new { additional });
        await Program(school, "2026-09-20T10:00Z");
        await Program(school, "2026-09-20T10:00Z", status: "Paused");
        await Program(school, "2026-09-20T10:00Z", "2026-10-20T10:00Z", "Completed");
        await Program(school, null, status: "Approved");

        await RollUp();

        await Assert.MultipleAsync(async () =>
        {
            Assert.That(await Kept(school, "2026-08", "active-programs"), Is.EqualTo("0/1"));
            Assert.That(await Kept(school, "2026-09", "active-programs"), Is.EqualTo("3/1"));
            Assert.That(await Kept(school, "2026-10", "active-programs"), Is.EqualTo("2/1"));
        });
    }

    [Test]
    public async Task Consents_count_where_they_were_decided_a_revoked_one_was_given_and_a_contested_one_was_not()
    {
        var school = await World.School();
        var program = await Program(school, null, status: "Consent");
        await Consent(program, await World.Teacher(school), "Given", "2026-10-02T10:00Z");
        await Consent(program, await World.Teacher(school), "Revoked", "2026-10-03T10:00Z");
        await Consent(program, await World.Teacher(school), "Refused", "2026-10-04T10:00Z");
        await Consent(program, await World.Teacher(school), "Contested", "2026-10-05T10:00Z");
        await Consent(program, await World.Teacher(school), "Annulled", "2026-10-06T10:00Z");
        await Consent(program, await World.Teacher(school), "Requested", null);
        await Consent(program, await World.Teacher(school), "Refused", "2026-09-04T10:00Z");

        await RollUp();

        Assert.That(await Kept(school, "2026-10", "consent-share"), Is.EqualTo("2/5"));
        Assert.That(await Kept(school, "2026-09", "consent-share"), Is.EqualTo("0/1"));
    }

    [Test]
    public async Task Held_meetings_count_in_the_regions_month_per_program_that_ran_in_it()
    {
        var school = await World.School("05701000", World.OtherRegion);
        var program = await Program(school, "2026-09-10T10:00Z");
        await Program(school, "2026-09-10T10:00Z", "2026-10-05T10:00Z", "EndedEarly");
        await Meeting(program, "2026-09-30T13:59:59Z");
        await Meeting(program, "2026-09-30T14:00:00Z");
        await Meeting(program, "2026-10-12T05:00Z");
        await Meeting(program, "2026-10-13T05:00Z", "Missed");

        await RollUp();

        await Assert.MultipleAsync(async () =>
        {
            Assert.That(await Kept(school, "2026-09", "meetings-per-program"), Is.EqualTo("1/2"), "midnight in Vladivostok is 14:00 UTC");
            Assert.That(await Kept(school, "2026-10", "meetings-per-program"), Is.EqualTo("2/2"));
            Assert.That(await Kept(school, "2026-11", "meetings-per-program"), Is.EqualTo("0/1"));
        });
    }

    [Test]
    public async Task Activities_count_in_the_month_they_are_due_in_programs_that_ran_in_it()
    {
        var school = await World.School();
        var program = await Program(school, "2026-10-10T10:00Z");
        await Activity(program, "2026-10-31", done: "2026-11-02");
        await Activity(program, "2026-10-01");
        await Activity(program, "2026-09-15", done: "2026-09-15");
        await Activity(await Program(school, null, status: "Draft"), "2026-10-15");

        await RollUp();

        Assert.That(await Kept(school, "2026-10", "roadmap-completion"), Is.EqualTo("1/2"));
        Assert.That(await Kept(school, "2026-09", "roadmap-completion"), Is.EqualTo("0/0"));
    }

    [Test]
    public async Task Completion_compares_completed_with_all_that_finished()
    {
        var school = await World.School();
        await Program(school, "2026-09-01T10:00Z", "2026-10-31T20:59:59Z", "Completed");
        await Program(school, "2026-09-01T10:00Z", "2026-10-31T21:00:00Z", "Completed");
        await Program(school, "2026-09-01T10:00Z", "2026-10-02T10:00Z", "EndedEarly");
        await Program(school, null, "2026-10-02T10:00Z", "Cancelled");

        await RollUp();

        Assert.That(await Kept(school, "2026-10", "completion-rate"), Is.EqualTo("1/2"));
        Assert.That(await Kept(school, "2026-11", "completion-rate"), Is.EqualTo("1/1"), "midnight in Tver is 21:00 UTC");
    }

    [Test]
    public async Task Load_divides_places_by_people_at_the_school_that_employs_the_mentors()
    {
        Guid school = await World.School(), other = await World.School("05701000", World.OtherRegion);
        Guid busy = await World.Teacher(school), lent = await World.Teacher(other);
        Guid one = await Program(school, "2026-10-10T10:00Z"), two = await Program(school, "2026-10-10T10:00Z");
        await Join(one, busy, "Mentor", "2026-10-10");
        await Join(two, busy, "Mentor", "2026-10-10");
        await Join(two, lent, "Mentor", "2026-10-10", employer: other);
        await Join(two, await World.Teacher(school), "Mentee", "2026-10-10");

        await RollUp();

        Assert.That(await Kept(school, "2026-10", "mentor-load"), Is.EqualTo("2/1"));
        Assert.That(await Kept(other, "2026-10", "mentor-load"), Is.EqualTo("1/1"));

        await Sql.ExecuteAsync("update program set status = 'Completed', finished_at = '2026-10-20T10:00Z' where id = @two", new { two });
        await RollUp();

        Assert.That(await Kept(other, "2026-10", "mentor-load"), Is.EqualTo("0/0"), "a program's end reaches its guests' schools");
    }

    [Test]
    public async Task A_program_put_in_force_before_its_term_runs_from_the_terms_first_day_in_every_indicator()
    {
        var school = await World.School();
        var (mentor, mentee) = (await World.Teacher(school), await World.Teacher(school));
        var program = await Program(school, "2026-09-20T10:00Z", created: "2026-09-10T10:00Z");
        await Sql.ExecuteAsync("update program set starts_on = '2026-10-01' where id = @program", new { program });
        await Join(program, mentor, "Mentor", "2026-09-20");
        await Join(program, mentee, "Mentee", "2026-09-20");
        await Need(school, mentee, 2026, "2026-09-05");
        await Activity(program, "2026-09-25");
        await RollUp();

        async Task<string?[]> All(string month) => [
            await Kept(school, month, "active-programs"), await Kept(school, month, "mentor-load"), await Kept(school, month, "need-coverage"),
            await Kept(school, month, "roadmap-completion"), await Kept(school, month, "meetings-per-program"), await Kept(school, month, "days-to-active")];
        Assert.That(await All("2026-09"), Is.EqualTo(new[] { "0/2", "0/0", "0/1", "0/0", "0/0", "10/1" }), "it was put in force, and does not run yet");
        Assert.That(await All("2026-10"), Is.EqualTo(new[] { "1/2", "1/1", "1/1", "0/0", "0/1", "0/0" }));

        await Sql.ExecuteAsync("update program set starts_on = '2026-11-01' where id = @program", new { program });
        await RollUp();
        Assert.That(await Kept(school, "2026-10", "active-programs"), Is.EqualTo("0/2"), "another first day is counted anew");
    }

    [Test]
    public async Task Days_to_active_add_calendar_days_of_the_region()
    {
        var school = await World.School();
        await Program(school, "2026-10-10T21:30Z", created: "2026-10-01T20:30Z");
        await Program(school, "2026-10-20T10:00Z", created: "2026-10-15T10:00Z");

        await RollUp();

        Assert.That(await Kept(school, "2026-10", "days-to-active"), Is.EqualTo("15/2"), "from the 1st to the 11th, and from the 15th to the 20th");
    }

    [Test]
    public async Task Conditions_count_from_the_first_assessment_of_the_school_year_against_the_catalogue_of_the_month()
    {
        var school = await World.School();
        Task Assess(string code, string level, string day) => Sql.ExecuteAsync("""
            insert into condition_assessment (organization_id, region_code, school_year, condition_code, level, evidence, assessed_on)
            select id, region_code, 2026, @code, @level, 'x', @day::date from organization where id = @school
            """, new { school, code, level, day });
        var listed = await Sql.ExecuteScalarAsync<int>("select count(*) from dictionary_entry where dictionary = 'school-condition' and valid_to is null");
        await Assess("head-values", "Met", "2026-10-05");
        await Assess("curator-appointed", "Partly", "2026-11-05");

        await RollUp();

        await Assert.MultipleAsync(async () =>
        {
            Assert.That(await Kept(school, "2026-09", "conditions-met"), Is.EqualTo("0/0"), "not assessed yet");
            Assert.That(await Kept(school, "2026-10", "conditions-met"), Is.EqualTo($"1/{listed}"));
            Assert.That(await Kept(school, "2026-11", "conditions-met"), Is.EqualTo($"1/{listed}"));
        });
        await Sql.ExecuteAsync("""
            update condition_assessment set level = 'Met', assessed_on = '2026-11-20' where organization_id = @school and condition_code = 'curator-appointed'
            """, new { school });
        await RollUp();
        Assert.That(await Kept(school, "2026-11", "conditions-met"), Is.EqualTo($"2/{listed}"));
    }

    [Test]
    public async Task A_region_that_fails_holds_up_no_other()
    {
        var (school, other) = (await World.School(), await World.School("05701000", World.OtherRegion));
        foreach (var place in (Guid[])[school, other]) await Program(place, "2026-10-10T10:00Z", created: "2026-10-01T10:00Z");
        await Sql.ExecuteAsync($"""
            create function fail() returns trigger language plpgsql as $$ begin raise exception 'broken'; end $$;
            create trigger fail before insert or update on organization_sums for each row when (new.organization_id = '{school}') execute function fail()
            """);
        await RollUp();
        Assert.That(await Kept(other, "2026-10", "days-to-active"), Is.EqualTo("9/1"));
        Assert.That(await Sql.ExecuteScalarAsync<long>("select count(*) from indicator_upward"), Is.Zero, "the sums above go on");
        Assert.That(await Kept(school, "2026-10", "days-to-active"), Is.Null);

        await Sql.ExecuteAsync("drop function fail() cascade");
        await RollUp();
        Assert.That(await Kept(school, "2026-10", "days-to-active"), Is.EqualTo("9/1"), "what it could not do is done by the next run");
    }
}
