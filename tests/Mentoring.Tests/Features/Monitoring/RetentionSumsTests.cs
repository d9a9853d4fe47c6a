using Dapper;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.Monitoring;

/// <summary>Cohorts of young teachers a year, two and three after they began.</summary>
public sealed class RetentionSumsTests : MonitoringTest
{
    [OneTimeSetUp]
    public Task Months() => OpenMonths();

    async Task<Guid> Began(Guid school, string on, string? until = null, string? born = "1998-03-01")
    {
        var person = await World.Teacher(school);
        await Sql.ExecuteAsync("""
            update employment set started_on = @on::date, ended_on = @until::date where person_id = @person;
            update person set birth_date = @born::date where id = @person
            """, new { person, on, until, born });
        return person;
    }

    Task Work(Guid school, Guid person, string from, string? until = null) => Sql.ExecuteAsync("""
        insert into employment (id, organization_id, region_code, person_id, position_code, is_teaching, is_main, started_on, ended_on)
        select gen_random_uuid(), id, region_code, @person, 'teacher', true, true, @from::date, @until::date from organization where id = @school
        """, new { school, person, from, until });

    async Task<string?> Stayed(Guid school, int months, string month)
    {
        await RollUp();
        Assert.That(await Sql.ExecuteScalarAsync<long>("select differences from reconciliation where id = @id", new { id = await Reconcile() }), Is.Zero);
        return await Kept(school, month, $"retention-{months}");
    }

    [Test]
    public async Task A_cohort_is_fixed_and_counts_where_it_began_whoever_moved_within_the_country_has_stayed()
    {
        Guid school = await World.School(), elsewhere = await World.School("05701000", World.OtherRegion);
        await Began(school, "2025-09-01");
        await Began(school, "2025-09-15", born: "1985-01-01");
        await Began(school, "2025-09-15", born: null);
        var left = await Began(school, "2025-09-20", "2026-06-01");
        await Began(school, "2025-10-01");
        Assert.That((await Stayed(school, 12, "2026-09"), await Stayed(school, 12, "2026-10"), await Stayed(school, 12, "2026-08")),
            Is.EqualTo(("1/2", "1/1", "0/0")));

        await Work(elsewhere, left, "2026-09-30");
        Assert.That(await Stayed(school, 12, "2026-09"), Is.EqualTo("2/2"), "who went to another region teaches on");
        Assert.That(await Kept(elsewhere, "2026-09", "retention-12"), Is.EqualTo("0/0"));
        await Sql.ExecuteAsync("update employment set ended_on = '2026-10-31' where person_id = @left and organization_id = @elsewhere",
            new { left, elsewhere });
        Assert.That(await Stayed(school, 12, "2026-09"), Is.EqualTo("2/2"));
        await Sql.ExecuteAsync("delete from employment where person_id = @left and organization_id = @school", new { left, school });
        Assert.That(await Stayed(school, 12, "2026-09"), Is.EqualTo("1/1"), "it began elsewhere");
    }

    [Test]
    public async Task Two_and_three_years_later_the_same_cohort_is_asked_again_and_earlier_work_takes_somebody_out_of_it()
    {
        Guid school = await World.School(), before = await World.School();
        await Began(school, "2024-09-02");
        await Began(school, "2023-09-02", "2025-05-31");
        var experienced = await Began(school, "2023-09-02");
        Assert.That((await Stayed(school, 24, "2026-09"), await Stayed(school, 36, "2026-09"), await Stayed(school, 24, "2025-09")),
            Is.EqualTo(("1/1", "1/2", "1/2")));

        await Work(before, experienced, "2020-09-01", "2023-09-01");
        Assert.That(await Stayed(school, 36, "2026-09"), Is.EqualTo("0/1"));
        await Sql.ExecuteAsync("update person set birth_date = '1980-01-01' where id = (select person_id from employment where organization_id = @school "
            + "and started_on = '2024-09-02')", new { school });
        Assert.That(await Stayed(school, 24, "2026-09"), Is.EqualTo("0/0"), "a corrected birth date counts");
    }
}
