using Dapper;
using Mentoring.Api.Features.Monitoring;
using Mentoring.Api.Platform;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.Monitoring;

[Covers(nameof(GetIndicator))]
public sealed class GetIndicatorTests : MonitoringTest
{
    const string Path = "/api/v1/indicators";
    Guid _school;

    [OneTimeSetUp]
    public async Task Facts()
    {
        _school = await World.School();
        await Program(_school, "2026-01-10T10:00Z", "2026-10-10T10:00Z", "Completed");
        await Program(_school, "2026-01-10T10:00Z", "2026-10-11T10:00Z", "EndedEarly");
        await Meeting(await Program(_school, "2026-01-10T10:00Z"), "2026-10-03T10:00Z");
        await Join(await Program(_school, "2026-09-10T10:00Z"), await World.Teacher(_school), "Mentor", "2026-09-10");
        await OpenMonths();
        await RollUp();
    }

    [Test]
    public async Task Every_indicator_says_what_it_is_made_of_and_the_sql_shown_gives_the_sums_that_are_kept()
    {
        var curator = await As(Role.Curator, _school);
        foreach (var code in IndicatorMeasures.Codes)
        {
            var indicator = await curator.GetAsync($"{Path}/{code}").Ok();
            foreach (var text in new[] { "numeratorRu", "numeratorEn", "denominatorRu", "denominatorEn", "missingRu", "missingEn", "formulaRu", "sql" })
                Assert.That((string?)indicator[text], Is.Not.Empty, $"{code} {text}");
            Assert.That(indicator["facts"]!.AsArray(), Is.Not.Empty, code);
            Assert.That((string)indicator["denominatorRu"]!, Does.Not.Contain("× 100"), code);

            await using var transaction = await Sql.BeginTransactionAsync();
            await Sql.ExecuteAsync(IndicatorFacts.Tables);
            await Sql.ExecuteAsync("insert into indicator_wanted select o.id, p.period from organization o cross join indicator_period p");
            await Sql.ExecuteAsync(IndicatorFacts.Fill);
            Assert.That(await Sql.ExecuteScalarAsync<long>($"""
                select count(*) from ({(string)indicator["sql"]!}) shown join organization_indicator kept using (organization_id, period)
                 where kept.indicator = @code and (shown.numerator, shown.denominator) is distinct from (kept.numerator, kept.denominator)
                """, new { code }), Is.Zero, code);
        }
    }

    [Test]
    public async Task What_it_reads_is_named_and_where_it_counts()
    {
        var curator = await As(Role.Curator, _school);
        var meetings = await curator.GetAsync($"{Path}/meetings-per-program").Ok();
        Assert.That(meetings["facts"]!.AsArray().Select(one => (string?)one), Is.EqualTo(new[] { "meeting", "program", "program_home" }));
        Assert.That((string)meetings["sql"]!, Does.Contain("m.status = 'Held'").And.Not.Contain("consent"));
        Assert.That(((bool)meetings["atBodies"]!, (bool)(await curator.GetAsync($"{Path}/tutor-load").Ok())["atBodies"]!), Is.EqualTo((false, true)));
    }

    [Test]
    public async Task The_newest_month_that_is_over_is_worked_out_for_the_place_asked_for()
    {
        var analyst = await As(Role.RegionalAnalyst, World.Region);
        async Task<(string?, string?, decimal?, decimal?, decimal?, string?)> Example(string code, string query = "")
        {
            var of = (await analyst.GetAsync($"{Path}/{code}?{query}").Ok())["example"]!;
            decimal? Number(string name) => (decimal?)of[name];
            return ((string?)of["nameRu"], (string?)of["period"], Number("numerator"), Number("denominator"), Number("value"), (string?)of["mark"]);
        }

        var school = await Sql.ExecuteScalarAsync<string>("select name_short from organization where id = @_school", new { _school });
        var region = await Sql.ExecuteScalarAsync<string>("select name_ru from territory where code = @Region", new { World.Region });
        Assert.That(await Example("completion-rate", $"organizationId={_school}"), Is.EqualTo((school, "2026-10", 1m, 2m, 50m, (string?)null)));
        Assert.That(await Example("completion-rate", $"territoryCode={World.Region}"), Is.EqualTo((region, "2026-10", 1m, 2m, 50m, (string?)null)));
        Assert.That((await Example("completion-rate")).Item5, Is.EqualTo(50m));
        Assert.That(await Example("program-signals", $"organizationId={_school}"), Is.EqualTo(
            (school, "2026-10", (decimal?)null, (decimal?)null, (decimal?)null, "Suppressed")), "of few programs nothing is told");
    }

    [Test]
    public async Task Unknown_indicators_and_places_and_those_out_of_reach_are_not_found()
    {
        var curator = await As(Role.Curator, _school);
        var other = await World.School("05701000", World.OtherRegion);
        foreach (var path in new[] { "happiness", "completion-rate?territoryCode=RU-XXX", $"completion-rate?organizationId={other}" })
            await curator.GetAsync($"{Path}/{path}").IsProblem(404, "not-found");
        await (await As(Role.Mentee, _school)).GetAsync($"{Path}/completion-rate").IsProblem(403, "permission.missing");
    }
}
