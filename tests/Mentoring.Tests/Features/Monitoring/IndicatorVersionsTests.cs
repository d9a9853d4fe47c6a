using Dapper;
using Mentoring.Api.Features.Monitoring;
using Mentoring.Api.Platform;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.Monitoring;

/// <summary>A definition that changes from October 2026 on leaves the months before as they were said and counted.</summary>
[Covers(nameof(GetIndicator), nameof(ListIndicators))]
public sealed class IndicatorVersionsTests : MonitoringTest
{
    Guid _school;

    [OneTimeSetUp]
    public async Task Facts()
    {
        _school = await World.School();
        foreach (var month in new[] { "09", "10" })
        {
            await Program(_school, "2026-01-10T10:00Z", $"2026-{month}-10T10:00Z", "Completed");
            await Program(_school, "2026-01-10T10:00Z", $"2026-{month}-11T10:00Z", "EndedEarly");
        }

        await Program(_school, "2025-01-10T10:00Z", "2025-10-10T10:00Z", "Completed");
        await OpenMonths();
        await RollUp();
        await Sql.ExecuteAsync("""
            update indicator set valid_to = '2026-10-01' where code = 'completion-rate';
            insert into indicator (code, version, number, position, theme, unit, kind, direction, source, valid_from, restates, name_ru, name_en, formula_ru,
                formula_en, numerator_ru, numerator_en, denominator_ru, denominator_en, missing_ru, missing_en)
            select code, 2, number, position, theme, 'PerProgram', kind, direction, source, '2026-10-01', false, 'Завершено на программу', name_en, formula_ru,
                   formula_en, numerator_ru, numerator_en, denominator_ru, denominator_en, missing_ru, missing_en
              from indicator where code = 'completion-rate'
            """);
    }

    async Task<string?> Named(string query = "") => (string?)(await (await As(Role.Curator, _school)).GetAsync($"/api/v1/indicators{query}").Ok())
        .AsArray().Single(one => (string?)one!["code"] == "completion-rate")!["nameRu"];

    [Test]
    public async Task A_period_is_read_by_the_definition_of_its_time() => Assert.That(
        (await Named(), await Named("?period=2026-10"), await Named("?period=2026-09"), await Named("?period=2025/26")),
        Is.EqualTo(("Завершено на программу", "Завершено на программу", "Доля завершённых программ", "Доля завершённых программ")));

    [TestCase("2026-09", "50")]
    [TestCase("2026-10", "0.5")]
    [TestCase("2026-Q4", "0.5")]
    public async Task Values_have_the_unit_of_their_time(string period, string value)
    {
        foreach (var place in new[] { $"organizations/{_school}", $"territories/{World.Region}" })
        {
            var indicators = (await (await As(Role.Curator, _school)).GetAsync($"/api/v1/{place}/dashboard?period={period}").Ok())["indicators"]!.AsArray();
            Assert.That($"{indicators.Single(one => (string?)one!["code"] == "completion-rate")!["value"]}", Is.EqualTo(value), place);
            Assert.That(indicators, Has.Count.EqualTo(IndicatorMeasures.Codes.Count));
        }
    }

    [Test]
    public async Task Months_that_go_by_another_definition_are_neither_added_nor_compared()
    {
        async Task<(decimal?, decimal?)> Of(string period)
        {
            var one = (await (await As(Role.Curator, _school)).GetAsync($"/api/v1/organizations/{_school}/dashboard?period={period}").Ok())["indicators"]!
                .AsArray().Single(one => (string?)one!["code"] == "completion-rate")!;
            return ((decimal?)one["denominator"], (decimal?)one["previous"]);
        }

        Assert.That(await Of("2026/27"), Is.EqualTo((2m, (decimal?)null)), "September went by the first version");
        Assert.That(await Of("2026-10"), Is.EqualTo((2m, (decimal?)null)), "and so did October of the year before");
    }

    [Test]
    public async Task A_series_says_which_version_a_month_goes_by_and_the_indicator_what_has_changed()
    {
        var curator = await As(Role.Curator, _school);
        var points = (await curator.GetAsync("/api/v1/territories/RU-TVE/indicators/completion-rate/series?from=2026-09&to=2026-10").Ok())["points"]!.AsArray();
        Assert.That(points.Select(p => ((int)p!["version"]!, (decimal?)p["value"])), Is.EqualTo(new[] { (1, (decimal?)50m), (2, 0.5m) }));

        var indicator = await curator.GetAsync("/api/v1/indicators/completion-rate").Ok();
        Assert.That(indicator["versions"]!.AsArray().Select(one =>
                ((int)one!["version"]!, (bool)one["restates"]!, string.Join(' ', one["changed"]!.AsArray()))),
            Is.EqualTo(new[] { (2, false, "Name Unit"), (1, true, "") }));
    }

    [Test]
    public async Task A_measure_may_count_months_before_a_day_otherwise()
    {
        var now = IndicatorMeasures.Of("completion-rate");
        var before = now with { Numerator = "programs.ended", Denominator = "programs.ended" };
        var changed = now with { Before = (new(2026, 10, 1), before) };
        await using var transaction = await Sql.BeginTransactionAsync();
        await Sql.ExecuteAsync(IndicatorFacts.Tables);
        await Sql.ExecuteAsync("insert into indicator_wanted select @_school, p.period from indicator_period p where p.period >= '2026-09-01'",
            new { _school });
        await Sql.ExecuteAsync(IndicatorFacts.Fill);
        Assert.That(await Sql.QueryAsync<string>($"""
            select concat(to_char(period, 'MM '), numerators[1], '/', denominators[1])
              from (with {IndicatorFacts.Ctes} {IndicatorMeasures.FreshOf([changed])}) fresh order by period
            """), Is.EqualTo(new[] { "09 2/2", "10 1/2", "11 0/0" }));
        Assert.That(MeasureSql.Of(changed).Text, Does.Contain("case when c.period < date '2026-10-01'"));
    }
}
