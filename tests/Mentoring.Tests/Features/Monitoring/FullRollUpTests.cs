using Dapper;
using Mentoring.Api.Features.Monitoring;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.Monitoring;

/// <summary>However facts were written and rolled up, the sums are those of a computation from scratch.</summary>
public sealed class FullRollUpTests : MonitoringTest
{
    static readonly (string Municipality, string Region)[] Places =
        [(World.Municipality, World.Region), ("28701000", World.Region), ("05701000", World.OtherRegion)];

    static readonly string[][] Leavers = [["Mentor"], ["Mentee"], ["Mentor", "Mentee"]];

    readonly List<Guid> _schools = [];
    readonly List<Guid> _teachers = [];

    [OneTimeSetUp]
    public async Task Schools()
    {
        await Sql.ExecuteAsync("""
            update indicator set least = case code when 'active-programs' then 8 else 3 end where code in ('active-programs', 'meetings-per-program')
            """);
        await OpenMonths();
        for (var i = 0; i < 6; i++)
        {
            var school = await World.School(Places[i % 3].Municipality, Places[i % 3].Region);
            _schools.Add(school);
            for (var t = 0; t < 4; t++) _teachers.Add(await World.Teacher(school));
        }
    }

    [TestCase(1)]
    [TestCase(2)]
    [TestCase(3)]
    [TestCase(4)]
    [TestCase(5)]
    public async Task Rolling_up_what_changed_gives_the_sums_of_a_full_computation(int seed)
    {
        var random = new Random(seed);
        for (var round = 0; round < 12; round++)
        {
            // Few writes a round: a later mark of the same school must not heal one that is missing.
            for (var write = 0; write < 6; write++) await Write(random);
            await RollUp();
            Assert.That(await Differences(await Reconcile()), Is.Empty, $"round {round}");
        }

        var incremental = await Sums();
        await FullRollUp();

        Assert.That(incremental, Has.Count.GreaterThan(100));
        Assert.That(incremental, Has.Some.StartsWith("hidden"));
        Assert.That(incremental, Is.EqualTo(await Sums()));
        Assert.That(await CategoriesThatDoNotAddUp(), Is.Empty);
    }

    [TestCase("", "")]
    [TestCase("a3", "a")]
    [TestCase("a3 b4 c3", "a b c")]
    [TestCase("a3 b4 c4 d1", "a b, c d")]
    [TestCase("a30 b1 c0 d40 e0", "a, b c, d, e")]
    [TestCase("a0 b10 c1", "a b, c")]
    public void Small_regions_are_computed_together_and_large_ones_alone(string regions, string batches)
    {
        var sizes = regions.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(r => new Mentoring.Api.Features.Monitoring.FullRollUp.Size(r[..1], int.Parse(r[1..], null)));
        var taken = Mentoring.Api.Features.Monitoring.FullRollUp.Batches(sizes, 10);
        Assert.That(string.Join(", ", taken.Select(batch => string.Join(' ', batch))), Is.EqualTo(batches));
    }

    async Task Write(Random random)
    {
        Guid school = Any(random, _schools), teacher = Any(random, _teachers);
        string Day() => new DateOnly(2025, 9, 1).AddDays(random.Next(430)).ToString("yyyy-MM-dd", null);
        string At() => $"{Day()}T{random.Next(24):00}:{random.Next(60):00}Z";
        var program = await Sql.QuerySingleOrDefaultAsync<Guid?>("select id from program order by md5(id::text || @salt) limit 1",
            new { salt = random.Next().ToString(null as IFormatProvider) });
        switch (program is null ? 0 : random.Next(24))
        {
            case 0 or 1: program = await Program(school, random.Next(4) == 0 ? null : At()); break;
            case 2 or 3: await Take(random, program!.Value, school, Day(), Day()); break;
            case 4 or 5: await Meeting(program!.Value, At(), random.Next(3) == 0 ? "Planned" : "Held"); break;
            case 6: await Activity(program!.Value, Day(), random.Next(2) == 0 ? Day() : null); break;
            case 7: await Consent(program!.Value, await World.Teacher(school), random.Next(3) == 0 ? "Refused" : "Given", At()); break;
            case 8: await Sql.ExecuteAsync("""
                insert into mentoring_need (organization_id, region_code, person_id, school_year, category, noted_on)
                select organization_id, region_code, person_id, @year, 'NewInStaff', @day::date from employment
                       where person_id = @teacher on conflict do nothing
                """, new { teacher, year = 2025 + random.Next(2), day = Day() }); break;
            case 9:
                await Sql.ExecuteAsync("""
                    update program set status = @status, finished_at = activated_at + @days * interval '1 day' where id = @program and activated_at is not null
                    """,
                new { program, status = random.Next(2) == 0 ? "Completed" : "EndedEarly", days = random.Next(300) }); break;
            case 10:
                await Sql.ExecuteAsync("update program set activated_at = @at::timestamptz, finished_at = null, status = 'Active' where id = @program",
                new { program, at = At() }); break;
            case 11:
                await Sql.ExecuteAsync("update meeting set starts_at = starts_at + @days * interval '1 day', status = @status where program_id = @program",
                new { program, days = random.Next(-60, 60), status = random.Next(2) == 0 ? "Held" : "Missed" }); break;
            case 12:
                await Sql.ExecuteAsync("""
                    update employment set ended_on = @day::date
                     where id = (select id from employment where person_id = @teacher order by started_on desc limit 1) and started_on < @day::date
                    """, new { teacher, day = Day() }); break;
            case 13:
                await Sql.ExecuteAsync("update program_participant set left_on = joined_on + @days where program_id = @program and role = any(@roles)",
                new { program, days = random.Next(200), roles = Leavers[random.Next(3)] }); break;
            case 14:
                await Sql.ExecuteAsync("update roadmap_activity set due_on = due_on + @days, done_on = null where organization_id = @school",
                new { school, days = random.Next(-90, 90) }); break;
            case 17:
                await Sql.ExecuteAsync("update program set form_code = @form, purpose_code = @purpose where id = @program",
                new { program, form = random.Next(2) == 0 ? "teacher-teacher" : "head-teacher", purpose = random.Next(2) == 0 ? "adaptation" : "growth" });
                break;
            case 18:
                await Sql.ExecuteAsync("update organization set address = @address where id = @school",
                new { school, address = random.Next(2) == 0 ? "г. Тверь, ул. Советская, д. 5" : "Тверская обл., с. Кемцы, д. 18" });
                break;
            case 19 or 20: await Figure(random, teacher, Day()); break;
            case 21: await Signal(random, program!.Value, Day()); break;
            case 22: await Begin(random, teacher, school); break;
            case 15 or 16: await HandOver(program!.Value, school, Day()); break;
            default: await Move(random, school, Day()); break;
        }
    }

    /// <summary>A mentor joins, or a mentee for whom a need was noted; the employer may be any school, as after a transfer.</summary>
    async Task Take(Random random, Guid program, Guid school, string joined, string noted)
    {
        var (person, mentor) = (await World.Teacher(school), random.Next(2) == 0);
        await Join(program, person, mentor ? "Mentor" : "Mentee", joined, employer: random.Next(3) == 0 ? Any(random, _schools) : school);
        if (!mentor) await Need(school, person, 2025 + random.Next(2), noted);
    }

    /// <summary>A figure of the teacher's pupils, as another one corrects or takes it back.</summary>
    Task Figure(Random random, Guid teacher, string day) => Sql.ExecuteAsync("""
        insert into pupil_result (region_code, id, organization_id, person_id, person_name, school_year, kind, subject_code, grade, term, stage_code, pupils,
            successful, prizes, counted_on, told_at, told_by, told_by_name)
        select region_code, gen_random_uuid(), organization_id, person_id, 'Имя', extract(year from @day::date - interval '8 months'), @kind, 'mathematics', 6,
               case @kind when 'Attainment' then 'Quarter1' end, case @kind when 'Olympiad' then @stage end, @pupils, @pupils - 1,
               case @kind when 'Olympiad' then 0 end, @day::date, now(), 'test', 'Имя'
          from employment where person_id = @teacher order by started_on limit 1
        on conflict do nothing;
        update pupil_result set withdrawn_at = case when @pupils % 4 = 0 then now() else withdrawn_at end, successful = successful - 1
         where person_id = @teacher and successful > 2 and @pupils % 3 = 0
        """, new
    {
        teacher, day, kind = Any(random, ["Vpr", "Attainment", "Attainment", "Olympiad"]), stage = Any(random, ["school", "municipal"]),
        pupils = random.Next(5, 30),
    });

    Task Signal(Random random, Guid program, string day) => Sql.ExecuteAsync("""
        insert into risk_signal (id, organization_id, region_code, program_id, kind, found, expected, raised_on, shown_on)
        select gen_random_uuid(), organization_id, region_code, id, @kind, 9, 3, @day::date - 7, @day::date from program where id = @program
        on conflict do nothing;
        update risk_signal set status = 'Passed', passed_on = shown_on + @days where program_id = @program and @days % 3 = 0
        """, new { program, day, kind = Any(random, ["Silence", "NoProducts"]), days = random.Next(-10, 90) });

    /// <summary>Somebody young began lately, and once that work has ended goes on at another school.</summary>
    Task Begin(Random random, Guid teacher, Guid school) => Sql.ExecuteAsync("""
        update person set birth_date = date '1996-01-01' - @days where id = @teacher;
        update employment set started_on = date '2022-09-01' + @days
         where person_id = @teacher and not exists (select from employment o where o.person_id = @teacher and o.id <> employment.id);
        insert into employment (id, organization_id, region_code, person_id, position_code, is_teaching, is_main, started_on)
        select gen_random_uuid(), o.id, o.region_code, e.person_id, 'teacher', true, true, e.ended_on + @days % 90
          from employment e join organization o on o.id = @school
         where e.person_id = @teacher and e.ended_on is not null and not exists (
               select from employment x where x.person_id = e.person_id and x.id <> e.id)
        """, new { teacher, school, days = random.Next(1000) });

    /// <summary>Organizations move within their region, close and open again.</summary>
    Task Move(Random random, Guid school, string day)
    {
        var place = Places[random.Next(3)];
        return Sql.ExecuteAsync("""
            update organization set territory_code = case region_code when @Region then @Municipality else territory_code end, status = @status,
                   closed_on = case @status when 'Closed' then @day::date end
             where id = @school
            """, new { school, place.Municipality, place.Region, day, status = random.Next(3) == 0 ? "Closed" : "Open" });
    }

    /// <summary>A program goes over to another school of its region on a day, as when its own is merged into that.</summary>
    Task HandOver(Guid program, Guid school, string day) => Sql.ExecuteAsync("""
        with going as (
            insert into program_past (region_code, program_id, organization_id, until)
            select p.region_code, p.id, p.organization_id, @day::date from program p join organization o on o.id = @school and o.region_code = p.region_code
             where p.id = @program and p.organization_id <> @school
               and not exists (select from program_past x where x.program_id = p.id and x.until >= @day::date)
            returning program_id)
        update program p set organization_id = @school from going g where p.id = g.program_id
        """, new { program, school, day });

    static T Any<T>(Random random, IReadOnlyList<T> of) => of[random.Next(of.Count)];

    async Task<List<string>> Differences(Guid reconciliation) => (await Sql.QueryAsync<string>("""
        select concat_ws(' ', territory_code, organization_id, period, indicator, dimension, category, stored, computed)
          from indicator_difference where reconciliation_id = @reconciliation
        """, new { reconciliation })).AsList();

    /// <summary>Every sum that is not zero, as one line.</summary>
    async Task<List<string>> Sums() => (await Sql.QueryAsync<string>("""
        select concat_ws(' ', territory_code, period, indicator, trim_scale(numerator), trim_scale(denominator), organizations_reported,
               organizations_expected) collate "C" line
          from territory_indicator where (numerator, denominator, organizations_reported, organizations_expected) <> (0, 0, 0, 0)
        union all
        select concat_ws(' ', organization_id, territory_code, period, indicator, trim_scale(numerator), trim_scale(denominator), expected,
               reported) collate "C"
          from organization_indicator where (numerator, denominator, expected) <> (0, 0, false)
        union all
        select concat_ws(' ', territory_code, period, dimension, category, numerators, denominators) collate "C"
          from territory_breakdown where 0 <> any(numerators || denominators)
        union all
        select concat_ws(' ', organization_id, territory_code, period, form_code, kind_code, purpose_code, numerators, denominators) collate "C"
          from organization_program_sums
        union all
        select concat_ws(' ', 'hidden', territory_code, period, indicator) from territory_hidden
        union all
        select concat_ws(' ', 'hidden organization', organization_id, territory_code, period, indicator) from organization_hidden
         order by 1
        """)).AsList();

    /// <summary>The categories of each dimension add up to the whole, in every territory, month and indicator that is told apart by it.</summary>
    async Task<List<string>> CategoriesThatDoNotAddUp() => (await Sql.QueryAsync<string>("""
        with parts as (
            select b.territory_code, b.period, b.dimension, i.code indicator, sum(b.numerators[i.number]) numerator, sum(b.denominators[i.number]) denominator
              from territory_breakdown b cross join indicator i
             where i.valid_to is null and (b.dimension in ('Sector', 'Settlement', 'Size') or i.code = any(@programs)) group by 1, 2, 3, 4)
        select concat_ws(' ', t.territory_code, t.period, t.indicator, d.dimension, t.numerator, t.denominator, p.numerator, p.denominator)
          from territory_indicator t cross join unnest(array['Sector', 'Settlement', 'Size', 'Form', 'Kind', 'Purpose']) d (dimension)
          left join parts p using (territory_code, period, indicator, dimension)
         where (d.dimension in ('Sector', 'Settlement', 'Size') or t.indicator = any(@programs))
           and (t.numerator, t.denominator) <> (coalesce(p.numerator, 0), coalesce(p.denominator, 0))
        """, new { programs = IndicatorMeasures.CodesOfPrograms.ToArray() })).AsList();
}
