using Dapper;
using Mentoring.Api.Features.Monitoring;
using Mentoring.Api.Platform;
using Mentoring.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Mentoring.Tests.Features.Monitoring;

/// <summary>Sums are spoilt on purpose; each kind of spoiling is found and none is overwritten.</summary>
[Covers(nameof(GetReconciliation), nameof(RequestReconciliation))]
public sealed class ReconcileIndicatorsTests : MonitoringTest
{
    const string Path = "/api/v1/monitoring/reconciliations";
    Guid _school;

    [OneTimeSetUp]
    public async Task Facts()
    {
        _school = await World.School();
        await Program(_school, "2026-10-10T10:00Z");
        await OpenMonths();
        await RollUp();
    }

    [TearDown]
    public async Task Repair()
    {
        await FullRollUp();
        await Sql.ExecuteAsync("delete from indicator_difference; delete from reconciliation");
    }

    [Test]
    public async Task Sums_of_the_facts_show_no_difference()
    {
        Assert.That(await Found(), Is.Empty);
        Assert.That(await Sql.ExecuteScalarAsync<long>("select compared from reconciliation"), Is.GreaterThan(15 * 9));
        await Anonymous().GetAsync("/health/ready").Gives(200);
    }

    [TestCase("update organization_sums set numerators[2] = numerators[2] + 1 where period = '2026-10-01'",
        "28604000 2026-10-01 active-programs, RU-TVE 2026-10-01 active-programs, school 2026-10-01 active-programs")]
    [TestCase("update organization_sums set numerators[2] = null, denominators[2] = null, answers[2] = null where period = '2026-10-01'",
        "28604000 2026-10-01 active-programs, RU-TVE 2026-10-01 active-programs, school 2026-10-01 active-programs")]
    [TestCase("update organization_sums set answers[7] = 3 - answers[7] where period = '2026-09-01'",
        "28604000 2026-09-01 mentor-load, RU-TVE 2026-09-01 mentor-load, school 2026-09-01 mentor-load")]
    [TestCase("update territory_indicator set denominator = denominator - 1 where territory_code = 'RU-TVE' and indicator = 'mentor-load' and period = "
        + "'2026-09-01'", "RU 2026-09-01 mentor-load, RU-TVE 2026-09-01 mentor-load, cfo 2026-09-01 mentor-load")]
    [TestCase("update territory_indicator set organizations_expected = 9 where territory_code = 'cfo' and indicator = 'mentor-load' and period = "
        + "'2026-09-01'", "cfo 2026-09-01 mentor-load")]
    [TestCase("delete from territory_indicator where territory_code = 'RU' and indicator = 'consent-share' and period = '2026-09-01'",
        "RU 2026-09-01 consent-share")]
    public async Task A_planted_difference_is_found_at_every_level_and_left_as_it_is(string spoil, string expected)
    {
        await Sql.ExecuteAsync(spoil);

        Assert.That(string.Join(", ", await Found()), Is.EqualTo(expected));
        Assert.That(string.Join(", ", await Found()), Is.EqualTo(expected), "it was not overwritten");
        using var health = await Anonymous().GetAsync("/health/ready");
        Assert.That(await health.Content.ReadAsStringAsync(), Does.StartWith("Degraded"));
    }

    [TestCase("update organization_sums set sector = 'Vocational' where period = '2026-10-01'", "Sector",
        "28604000 2026-10-01 active-programs General, 28604000 2026-10-01 active-programs Vocational, RU-TVE 2026-10-01 active-programs General, "
        + "RU-TVE 2026-10-01 active-programs Vocational")]
    [TestCase("update territory_breakdown set numerators[2] = 9 where territory_code = 'cfo' and dimension = 'Size' and period = '2026-10-01'", "Size",
        "cfo 2026-10-01 active-programs Unknown")]
    [TestCase("update organization_program_sums set numerators[1] = 9 where period = '2026-10-01'", "Form",
        "28604000 2026-10-01 consent-share teacher-teacher, RU-TVE 2026-10-01 consent-share teacher-teacher, school 2026-10-01 consent-share teacher-teacher")]
    public async Task So_is_one_of_a_category(string spoil, string dimension, string expected)
    {
        await Sql.ExecuteAsync(spoil);
        var indicator = expected.Split(' ')[2];
        Assert.That(string.Join(", ", (await Found(dimension)).Where(one => one.Contains(indicator, StringComparison.Ordinal))), Is.EqualTo(expected));
    }

    [Test]
    public async Task What_is_marked_and_not_yet_summed_is_no_difference()
    {
        await Program(_school, "2026-09-10T10:00Z");
        Assert.That(await Found(), Is.Empty);

        await Sql.ExecuteAsync("delete from indicator_stale");
        Assert.That(await Found(), Is.Not.Empty, "a lost mark is one");
    }

    [Test]
    public async Task An_administrator_asks_for_one_and_reads_what_it_found()
    {
        var admin = await As(Role.SystemAdministrator, "RU");
        await Sql.ExecuteAsync("""
            update territory_indicator set numerator = 7 where territory_code = 'RU' and indicator = 'active-programs' and period = '2026-10-01'
            """);

        var id = (Guid)(await admin.Post(Path).Gives(202))["id"]!;
        await admin.Post(Path).IsProblem(409, "reconciliation.running");
        Assert.That((DateTime?)(await admin.GetAsync($"{Path}/{id}").Ok())["finishedAt"], Is.Null);
        await Services.GetRequiredService<Mentoring.Api.Features.Monitoring.ReconcileIndicators>().Run(id, default);

        var result = await admin.GetAsync($"{Path}/{id}").Ok();
        Assert.That((long)result["differences"]!, Is.EqualTo(1));
        Assert.That(result["found"]![0]!["stored"]!.AsArray().Select(n => (decimal)n!), Is.EqualTo(new[] { 7m, 0, 0, 1 }));
        Assert.That(result["found"]![0]!["computed"]!.AsArray().Select(n => (decimal)n!), Is.EqualTo(new[] { 1m, 0, 0, 1 }));
    }

    [Test]
    public async Task It_is_the_operators_alone()
    {
        var head = await As(Role.Head, _school);
        await head.Post(Path).IsProblem(403, "permission.missing");
        await head.GetAsync($"{Path}/{Guid.NewGuid()}").IsProblem(403, "permission.missing");
        await (await As(Role.SystemAdministrator, "RU")).GetAsync($"{Path}/{Guid.NewGuid()}").IsProblem(404, "not-found");
    }

    /// <summary>What differs of the whole, or of a dimension's categories.</summary>
    async Task<List<string>> Found(string dimension = "")
    {
        var id = await Reconcile();
        return (await Sql.QueryAsync<string>("""
            select concat_ws(' ', case when organization_id is null then territory_code else 'school' end, period, indicator, nullif(category, '')) collate "C"
                   from indicator_difference
             where reconciliation_id = @id and dimension = @dimension order by 1
            """, new { id, dimension })).AsList();
    }
}
