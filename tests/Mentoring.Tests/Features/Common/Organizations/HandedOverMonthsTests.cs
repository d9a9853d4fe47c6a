using Dapper;
using Mentoring.Api.Features.Common.Organizations;
using Mentoring.Api.Platform;
using Mentoring.Tests.Features.Monitoring;
using Mentoring.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Mentoring.Tests.Features.Common.Organizations;

/// <summary>What a school handed over is counted where it was until that day, and at its successor from then on.</summary>
public sealed class HandedOverMonthsTests : MonitoringTest
{
    const string Other = "28701000";

    [OneTimeSetUp]
    public Task Months() => OpenMonths();

    [Test]
    public async Task Months_before_stay_with_the_school_and_those_after_go_to_its_successor()
    {
        var (gone, heir, region) = (await World.School(), await World.School(Other), await As(Role.RegionalCoordinator, World.Region));
        var (mentor, mentee) = (await World.Teacher(gone), await World.Teacher(gone));
        await Need(gone, mentee, 2026, "2026-09-02");
        var program = await Program(gone, "2026-09-01T10:00Z");
        await Join(program, mentor, "Mentor", "2026-09-01");
        await Join(program, mentee, "Mentee", "2026-09-01");
        await Meeting(program, "2026-09-20T10:00Z");
        await Meeting(program, "2026-10-20T10:00Z");
        await Activity(program, "2026-09-15", "2026-09-14");
        await Consent(program, mentee, "Given", "2026-09-01T08:00Z");
        await RollUp();
        var (before, whole) = (await Sums(gone, "2026-10"), await Region("2026-11"));

        await region.Post($"/api/v1/organizations/{gone}/end",
            new { version = 1, how = "Merged", on = "2026-10-10", successorIds = new[] { heir }, staff = "HandOver" }).Ok();
        await Settle();
        await RollUp();

        Assert.That(await Sums(gone, "2026-10"), Is.EqualTo(before), "months before stay as they were");
        foreach (var indicator in (string[])["need-coverage", "mentor-load", "meetings-per-program"])
            Assert.That(await Kept(heir, "2026-10", indicator), Is.EqualTo("1/1"), indicator);
        Assert.That((await Kept(heir, "2026-09", "active-programs"), await Kept(heir, "2026-09", "mentor-load")), Is.EqualTo(("0/0", "0/0")));
        Assert.That((await Kept(gone, "2026-10", "active-programs"), await Kept(gone, "2026-10", "meetings-per-program")), Is.EqualTo(("0/0", "0/0")));
        Assert.That(await Region("2026-11"), Is.EqualTo(whole), "the region loses and gains nothing");
        Assert.That(await Differences(), Is.Zero);

        await Meeting(program, "2026-09-22T10:00Z");
        await RollUp();
        Assert.That((await Kept(gone, "2026-09", "meetings-per-program"), await Kept(heir, "2026-09", "meetings-per-program")), Is.EqualTo(("2/1", "0/0")),
            "what is written down late counts where it took place");
        Assert.That(await Differences(), Is.Zero);
        whole = await Region("2026-11");
        await FullRollUp();
        Assert.That(await Region("2026-11"), Is.EqualTo(whole));
    }

    [Test]
    public async Task A_successor_in_another_region_takes_over_the_people_and_programs_end()
    {
        var (gone, heir, region) = (await World.School(), await World.School("05701000", World.OtherRegion), await As(Role.RegionalCoordinator, World.Region));
        var (mentor, mentee) = (await World.Teacher(gone), await World.Teacher(gone));
        var program = await Program(gone, "2026-09-01T10:00Z");
        await Join(program, mentor, "Mentor", "2026-09-01");
        await Join(program, mentee, "Mentee", "2026-09-01");
        var preview = await region.GetAsync($"/api/v1/organizations/{gone}/end?on=2026-11-01&successorId={heir}").Ok();
        Assert.That((bool)preview["carriesPrograms"]!, Is.False);
        await region.Post($"/api/v1/organizations/{gone}/end",
            new { version = 1, how = "Merged", on = "2026-11-01", successorIds = new[] { heir }, staff = "HandOver" }).Ok();
        await Settle();
        await RollUp();

        Assert.That((string?)(await region.GetAsync($"/api/v1/organizations/{heir}").Ok())["events"]![0]!["kind"], Is.EqualTo("Joined"));
        Assert.That(await Sql.ExecuteScalarAsync<string>("select status || ' ' || finished_at::date from program where id = @program", new { program }),
            Does.StartWith("EndedEarly 2026-11-01"), "at midnight of the school's own day");
        Assert.That((await Kept(gone, "2026-10", "active-programs"), await Kept(heir, "2026-11", "active-programs")), Is.EqualTo(("1/2", "0/2")));
        Assert.That(await Differences(), Is.Zero);
    }

    [Test]
    public async Task Whoever_has_the_position_there_besides_has_it_as_the_main_work_from_that_day()
    {
        var (gone, heir, region) = (await World.School(), await World.School(Other), await As(Role.RegionalCoordinator, World.Region));
        var teacher = await World.Teacher(gone);
        await Sql.ExecuteAsync("""
            insert into employment (id, organization_id, region_code, person_id, position_code, is_teaching, is_main, started_on)
            select gen_random_uuid(), id, region_code, @teacher, 'teacher', true, false, '2025-09-01' from organization where id = @heir
            """, new { teacher, heir });
        var elsewhere = await Program(heir, "2026-09-01T10:00Z");
        await Join(elsewhere, teacher, "Mentor", "2026-09-01", employer: gone);
        await region.Post($"/api/v1/organizations/{gone}/end",
            new { version = 1, how = "Merged", on = "2026-10-10", successorIds = new[] { heir }, staff = "HandOver" }).Ok();
        await Settle();
        await RollUp();

        Assert.That(await Sql.QueryAsync<string>("""
            select concat_ws(' ', is_main, started_on, ended_on) from employment where person_id = @teacher and organization_id = @heir order by started_on
            """, new { teacher, heir }), Is.EqualTo(new[] { "f 2025-09-01 2026-10-10", "t 2026-10-10" }));
        Assert.That((await Kept(gone, "2026-09", "mentor-load"), await Kept(heir, "2026-09", "mentor-load")), Is.EqualTo(("1/1", "0/0")));
        Assert.That((await Kept(gone, "2026-10", "mentor-load"), await Kept(heir, "2026-10", "mentor-load")), Is.EqualTo(("0/0", "1/1")));
        Assert.That(await Differences(), Is.Zero);
    }

    [Test]
    public async Task For_whom_somebody_took_part_in_another_regions_program_is_kept_with_that_program()
    {
        var (gone, heir, region) = (await World.School(), await World.School(Other), await As(Role.RegionalCoordinator, World.Region));
        var mentor = await World.Teacher(gone);
        var program = await Program(await World.School("05701000", World.OtherRegion), "2026-09-01T10:00Z");
        await Join(program, mentor, "Mentor", "2026-09-01", employer: gone);
        await region.Post($"/api/v1/organizations/{gone}/end",
            new { version = 1, how = "Merged", on = "2026-10-10", successorIds = new[] { heir }, staff = "HandOver" }).Ok();
        await Settle();
        await RollUp();

        Assert.That(await Sql.QuerySingleAsync<(string, Guid)>("select region_code, organization_id from participant_past where program_id = @program",
            new { program }), Is.EqualTo((World.OtherRegion, gone)));
        Assert.That((await Kept(gone, "2026-09", "mentor-load"), await Kept(heir, "2026-10", "mentor-load")), Is.EqualTo(("1/1", "1/1")));
        Assert.That(await Differences(), Is.Zero);
    }

    [TestCase(true, false, "2026-12-15", "2027-02-01", "2026-10-10")]
    [TestCase(false, true, "2026-01-01", "2027-01-01", "2026-01-01")]
    public async Task Work_without_an_end_goes_on_where_the_position_was_held_for_a_time(bool main, bool mainThere, string from, string until, string begins)
    {
        var (gone, heir, region) = (await World.School(), await World.School(Other), await As(Role.RegionalCoordinator, World.Region));
        var teacher = await World.Teacher(gone);
        await Sql.ExecuteAsync("""
            update employment set is_main = @main where person_id = @teacher;
            insert into employment (id, organization_id, region_code, person_id, position_code, is_teaching, is_main, started_on, ended_on)
            select gen_random_uuid(), id, region_code, @teacher, 'teacher', true, @mainThere, @from::date, @until::date from organization where id = @heir
            """, new { teacher, heir, main, mainThere, from, until });
        await region.Post($"/api/v1/organizations/{gone}/end",
            new { version = 1, how = "Merged", on = "2026-10-10", successorIds = new[] { heir }, staff = "HandOver" }).Ok();
        await Settle();
        Assert.That(await Sql.QueryAsync<string>("""
            select concat_ws(' ', is_main, started_on, coalesce(ended_on::text, '..'), hired_on) from employment
             where person_id = @teacher and organization_id = @heir order by started_on
            """, new { teacher, heir }), Is.EqualTo(new[] { $"t {begins} .." + (main ? " 2020-09-01" : "") }));
    }

    [Test]
    public async Task Where_other_main_work_stands_in_the_way_of_the_later_end_each_keeps_its_own()
    {
        var (gone, heir, third) = (await World.School(), await World.School(Other), await World.School());
        var (teacher, region) = (await World.Teacher(gone), await As(Role.RegionalCoordinator, World.Region));
        await Sql.ExecuteAsync("""
            update employment set is_main = false where person_id = @teacher;
            insert into employment (id, organization_id, region_code, person_id, position_code, is_teaching, is_main, started_on, ended_on)
            select gen_random_uuid(), id, region_code, @teacher, 'teacher', true, true, case id when @heir then '2026-01-01'::date else '2027-01-01' end,
                   case id when @heir then '2027-01-01'::date end from organization where id in (@heir, @third)
            """, new { teacher, heir, third });
        await region.Post($"/api/v1/organizations/{gone}/end",
            new { version = 1, how = "Merged", on = "2026-10-10", successorIds = new[] { heir }, staff = "HandOver" }).Ok();
        await Settle();
        Assert.That(await Sql.QueryAsync<string>("""
            select concat_ws(' ', is_main, started_on, coalesce(ended_on::text, '..')) from employment
             where person_id = @teacher and organization_id in (@heir, @third) order by started_on, is_main
            """, new { teacher, heir, third }), Is.EqualTo(new[] { "t 2026-01-01 2027-01-01", "f 2027-01-01 ..", "t 2027-01-01 .." }));
    }

    /// <summary>Once it cannot be taken back any more.</summary>
    Task Settle()
    {
        Clock.Advance(SettleOrganization.Waits);
        return ActivatorUtilities.CreateInstance<SettleOrganization>(Services).Run(default);
    }

    async Task<long> Differences() =>
        await Sql.ExecuteScalarAsync<long>("select differences from reconciliation where id = @id", new { id = await Reconcile() });

    Task<IEnumerable<string>> Of(string from, object args) => Sql.QueryAsync<string>($"""
        select concat_ws(' ', indicator, period, trim_scale(numerator), trim_scale(denominator)) from {from} order by 1
        """, args);

    async Task<List<string>> Sums(Guid school, string until) =>
        (await Of("organization_indicator where organization_id = @school and period < @until::date", new { school, until = until + "-01" })).AsList();

    async Task<List<string>> Region(string until) => (await Of("territory_indicator where territory_code = 'RU-TVE' and period < @until::date",
        new { until = until + "-01" })).AsList();
}
