using System.Globalization;
using System.Text.Json.Nodes;
using Dapper;
using Mentoring.Api.Platform;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.Monitoring;

/// <summary>
/// Who has reported: a school whose staff is known, whether or not something happened. Of three schools one decided a consent,
/// one had a quiet autumn, and one keeps nobody here.
/// </summary>
public sealed class ReportedOrganizationsTests : MonitoringTest
{
    Guid _busy, _quiet, _teacher, _mentee;

    [SetUp]
    public async Task Schools()
    {
        await Sql.ExecuteAsync("""
            truncate organization_sums, organization_program_sums, territory_indicator, territory_breakdown, indicator_stale, indicator_upward,
                breakdown_upward;
            update organization set kind = 'Institute'
            """);
        (_busy, _quiet) = (await World.School(), await World.School());
        await World.School();
        (_mentee, _teacher) = (await World.Teacher(_busy), await World.Teacher(_quiet));
        await Consent(await Program(_busy, "2026-09-20T10:00Z"), _mentee, "Given", "2026-09-15T10:00Z");
        await OpenMonths();
        await RollUp();
    }

    [TestCase("consent-share", "0/0 2/3")]
    [TestCase("completion-rate", "0/0 2/3")]
    [TestCase("days-to-active", "0/0 2/3")]
    [TestCase("roadmap-completion", "0/0 2/3")]
    [TestCase("meetings-per-program", "0/1 2/3")]
    [TestCase("mentor-load", "0/0 2/3")]
    [TestCase("active-programs", "1/2 2/3")]
    [TestCase("need-coverage", "0/0 0/3")]
    [TestCase("conditions-met", "0/0 0/3")]
    public async Task No_event_is_a_fact_where_the_staff_is_known_and_no_note_is_none(string indicator, string kept)
    {
        foreach (var place in (string[])[World.Municipality, World.Region, "cfo", "RU"])
            Assert.That(await Kept(place, "2026-10", indicator), Is.EqualTo(kept), place);
    }

    [TestCase("2026-10", null, 2)]
    [TestCase("2026-09", 100, 2)]
    [TestCase("2026-Q3", 100, 2)]
    [TestCase("2026/27", 100, 2)]
    [TestCase("2026", 100, 2)]
    public async Task A_period_of_several_months_tells_of_the_schools_known_at_its_end(string period, int? value, int reported)
    {
        var analyst = await As(Role.RegionalAnalyst, World.Region);
        var region = Of((await analyst.GetAsync($"/api/v1/territories/{World.Region}/dashboard?period={period}").Ok())["indicators"]!);
        Assert.That(((int?)(decimal?)region["value"], (int)region["organizationsReported"]!, (int)region["organizationsExpected"]!),
            Is.EqualTo((value, reported, 3)));

        var schools = (await analyst.GetAsync($"/api/v1/territories/{World.Region}/organizations?period={period}").Ok())["items"]!.AsArray()
            .Where(s => (int)Of(s!["values"]!)["organizationsExpected"]! == 1).ToList();
        Assert.That(schools.Select(s => (int)Of(s!["values"]!)["organizationsReported"]!), Is.EquivalentTo(new[] { 0, 1, 1 }));

        var csv = await analyst.GetStringAsync($"/api/v1/territories/{World.Region}/indicators.csv?period={period}");
        var row = csv.Split("\r\n").Single(line =>
            line.StartsWith(World.Region + ",", StringComparison.Ordinal) && line.Contains("consent-share", StringComparison.Ordinal));
        Assert.That(row, Does.EndWith($",{reported.ToString(CultureInfo.InvariantCulture)},3,"));
    }

    [Test]
    public async Task Whoever_leaves_takes_the_report_along_and_a_note_makes_one()
    {
        await Sql.ExecuteAsync("update employment set ended_on = '2026-10-15' where person_id = @_teacher", new { _teacher });
        await Need(_busy, _mentee, 2026, "2026-10-05");
        await RollUp();
        Assert.That((await Kept(World.Region, "2026-09", "consent-share"), await Kept(World.Region, "2026-10", "consent-share")),
            Is.EqualTo(("1/1 2/3", "0/0 1/3")));
        Assert.That((await Kept(World.Region, "2026-09", "need-coverage"), await Kept(World.Region, "2026-10", "need-coverage")),
            Is.EqualTo(("0/0 0/3", "0/1 1/3")));
        await Agrees();
    }

    [Test]
    public async Task A_census_that_found_nobody_has_reported_nobody_from_its_month_on()
    {
        await Census(_quiet, 2026, "Open", null);
        await RollUp();
        Assert.That(await Kept(World.Region, "2026-10", "need-coverage"), Is.EqualTo("0/0 0/3"), "it has not said anything yet");
        await Sql.ExecuteAsync("update census set status = 'Done', completed_on = '2026-10-20' where organization_id = @_quiet", new { _quiet });
        await Census(_busy, 2025, "Done", "2026-06-10");
        await RollUp();
        foreach (var place in (string[])[World.Municipality, World.Region, "RU"])
        {
            Assert.That((await Kept(place, "2026-09", "need-coverage"), await Kept(place, "2026-10", "need-coverage")),
                Is.EqualTo(("0/0 0/3", "0/0 1/3")), $"{place}: of last year nothing is known of this one");
            Assert.That(await Kept(place, "2026-10", "conditions-met"), Is.EqualTo("0/0 0/3"));
        }

        await Need(_busy, _mentee, 2026, "2026-10-05");
        await RollUp();
        Assert.That(await Kept(World.Region, "2026-10", "need-coverage"), Is.EqualTo("0/1 2/3"));
        await Agrees();
    }

    Task Census(Guid school, int year, string status, string? completed) => Sql.ExecuteAsync("""
        insert into census (id, organization_id, region_code, school_year, status, opened_on, due_on, completed_on)
        select gen_random_uuid(), id, region_code, @year, @status, '2026-05-01', '2026-11-01', @completed::date from organization where id = @school
        """, new { school, year, status, completed });

    [Test]
    public async Task What_happened_without_staff_counts_and_closed_schools_report_nothing()
    {
        await Sql.ExecuteAsync("update employment set is_main = false where person_id in (@_mentee, @_teacher)", new { _mentee, _teacher });
        await RollUp();
        Assert.That((await Kept(World.Region, "2026-09", "consent-share"), await Kept(World.Region, "2026-10", "consent-share")),
            Is.EqualTo(("1/1 1/3", "0/0 0/3")));

        await Sql.ExecuteAsync("update employment set is_main = true where person_id in (@_mentee, @_teacher)", new { _mentee, _teacher });
        await Sql.ExecuteAsync("update organization set status = 'Closed', closed_on = '2026-10-10' where id = @_quiet", new { _quiet });
        await RollUp();
        Assert.That((await Kept(World.Region, "2026-10", "consent-share"), await Kept(World.Region, "2026-11", "consent-share")),
            Is.EqualTo(("0/0 2/3", "0/0 1/2")));
        await Agrees();
    }

    [Test]
    public async Task Sums_from_before_are_brought_up_to_date_by_the_next_roll_up()
    {
        await Sql.ExecuteAsync("""
            update organization_sums set answers = (
                select array_agg(case when answer = 0 then 0 when denominator <> 0 then 2 else 1 end order by number)
                  from unnest(answers, denominators) with ordinality sum (answer, denominator, number));
            update territory_indicator t set organizations_reported = (
                select count(*) from organization_indicator o
                  join territory_tree tree on tree.descendant_code = o.territory_code and tree.ancestor_code = t.territory_code
                 where o.period = t.period and o.indicator = t.indicator and o.reported);
            insert into indicator_stale (organization_id, region_code, from_period, to_period) select id, region_code, '0001-01-01', null from organization
            """);
        Assert.That(await Kept(World.Region, "2026-10", "consent-share"), Is.EqualTo("0/0 0/3"));
        await RollUp();
        foreach (var place in (string[])[World.Municipality, "RU"])
            Assert.That(await Kept(place, "2026-10", "consent-share"), Is.EqualTo("0/0 2/3"), place);
        await Agrees();
    }

    async Task Agrees()
    {
        var id = await Reconcile();
        Assert.That(await Sql.QueryAsync<string>("""
            select concat_ws(' ', territory_code, organization_id, period, indicator, dimension, category, stored, computed)
              from indicator_difference where reconciliation_id = @id
            """, new { id }), Is.Empty);
    }

    static JsonNode Of(JsonNode values) => values.AsArray().Single(v => (string?)v!["code"] == "consent-share")!;
}
