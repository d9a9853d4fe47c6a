using System.Diagnostics;
using System.Globalization;
using DuckDB.NET.Data;
using Npgsql;

namespace Mentoring.Benchmarks;

/// <summary>
/// The nine indicators of schools by the same formulas over the same rows in DuckDB, in memory and with two threads: what a
/// columnar engine needs that keeps nothing, locks nothing and serves nobody meanwhile. Instants come to it in the time of
/// their place.
/// </summary>
public sealed class ColumnarLimit : IAsyncDisposable
{
    readonly DuckDBConnection _duck = new("DataSource=:memory:");

    public static async Task<ColumnarLimit> Load(NpgsqlConnection owner)
    {
        var limit = new ColumnarLimit();
        await limit._duck.OpenAsync();
        await limit.Execute("set threads = 2");
        var folder = Directory.CreateTempSubdirectory("columnar");
        try
        {
            foreach (var (table, columns, sql) in Tables)
            {
                var file = Path.Combine(folder.FullName, table + ".csv");
                await using (var copy = await owner.BeginTextExportAsync($"copy ({sql}) to stdout (format csv)"))
                await using (var written = File.CreateText(file))
                    while (await copy.ReadLineAsync() is { } line) await written.WriteLineAsync(line);
                await limit.Execute($"create table {table} ({columns})");
                await limit.Execute($"copy {table} from '{file}' (format csv)");
                File.Delete(file);
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }

        return limit;
    }

    /// <returns>The seconds that all sums of all levels took.</returns>
    public async Task<double> Compute()
    {
        var watch = Stopwatch.StartNew();
        await Execute(Facts);
        await Execute(Sums);
        return watch.Elapsed.TotalSeconds;
    }

    /// <summary>Every sum that is not zero, as one line.</summary>
    public async Task<HashSet<string>> All()
    {
        await using var command = _duck.CreateCommand();
        command.CommandText = "select territory_code, month, indicator, numerator, denominator from territory_sum where (numerator, denominator) <> (0, 0)";
        await using var row = await command.ExecuteReaderAsync();
        var lines = new HashSet<string>(StringComparer.Ordinal);
        while (await row.ReadAsync()) lines.Add(Line(row.GetString(0), row.GetDateTime(1), row.GetString(2), Whole(row, 3), Whole(row, 4)));
        return lines;
    }

    public static string Line(string territory, DateTime month, string indicator, decimal numerator, decimal denominator) =>
        string.Create(CultureInfo.InvariantCulture, $"{territory} {month:yyyy-MM} {indicator} {numerator:0}/{denominator:0}");

    public ValueTask DisposeAsync() => _duck.DisposeAsync();

    static decimal Whole(System.Data.Common.DbDataReader row, int at) => decimal.Parse(
        Convert.ToString(row.GetValue(at), CultureInfo.InvariantCulture)!, CultureInfo.InvariantCulture);

    async Task Execute(string sql)
    {
        await using var command = _duck.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    const string Local = "at time zone z.time_zone", OfPlace = "join organization_zone z on z.place_id = p.organization_id";

    static readonly (string Table, string Columns, string Sql)[] Tables =
    [
        ("month", "month date, last_day date, school_year int",
            "select period, (period + interval '1 month' - interval '1 day')::date, extract(year from period - interval '8 months')::int "
                + "from indicator_period"),
        ("school", "id uuid, territory_code varchar", "select id, territory_code from organization where kind = 'School'"),
        ("tree", "descendant varchar, ancestor varchar", "select descendant_code, ancestor_code from territory_tree"),
        ("program", "id uuid, school uuid, status varchar, starts_on date, created_on date, activated_on date, finished_on date",
            $"select p.id, organization_id, status, starts_on, (created_at {Local})::date, (activated_at {Local})::date, (finished_at {Local})::date "
                + $"from program p {OfPlace}"),
        ("participant", "program uuid, person uuid, school uuid, role varchar, joined_on date, left_on date",
            "select program_id, person_id, employer_id, role, joined_on, left_on from program_participant"),
        ("consent", "program uuid, status varchar, decided_on date",
            $"select program_id, c.status, (decided_at {Local})::date from consent c join program p on p.id = c.program_id {OfPlace}"),
        ("activity", "program uuid, due_on date, done_on date", "select program_id, due_on, done_on from roadmap_activity"),
        ("meeting", "program uuid, status varchar, day date", $"select p.program_id, status, (starts_at {Local})::date from meeting p {OfPlace}"),
        ("employment", "school uuid, person uuid, started_on date, ended_on date",
            "select organization_id, person_id, started_on, ended_on from employment where is_main and is_teaching"),
        ("need", "school uuid, person uuid, school_year int, noted_on date", "select organization_id, person_id, school_year, noted_on from mentoring_need"),
    ];

    const string InMonth = "p.activated_on <= m.last_day and p.starts_on <= m.last_day and (p.finished_on is null or p.finished_on >= m.month)";
    const string AtEnd = "p.activated_on <= m.last_day and p.starts_on <= m.last_day and (p.finished_on is null or p.finished_on > m.last_day)";
    const string Takes = "i.joined_on <= m.last_day and (i.left_on is null or i.left_on > m.last_day)";
    const string Works = "e.started_on <= m.last_day and (e.ended_on is null or e.ended_on > m.last_day)";

    const string Facts = $"""
        create or replace table school_sum as
        with taking as (
            select i.school, m.month, i.role, i.person, i.program from month m join program p on {AtEnd}
              join participant i on i.program = p.id and {Takes}),
        helped as (
            select distinct e.school, e.month, e.person from taking e
             where e.role = 'Mentee' and exists (select 1 from taking t where t.program = e.program and t.month = e.month and t.role = 'Mentor')),
        staff as (select e.school, m.month, count(*) as people from employment e join month m on {Works} group by all),
        kept as (
            select p.school, m.month, count(*) as in_month, count(*) filter (p.finished_on is null or p.finished_on > m.last_day) as at_end
              from program p join month m on {InMonth} group by all),
        begun as (
            select p.school, date_trunc('month', p.activated_on) as month, count(*) as programs, sum(p.activated_on - p.created_on) as days
              from program p where p.activated_on is not null group by all),
        ended as (
            select p.school, date_trunc('month', p.finished_on) as month, count(*) filter (p.status = 'Completed') as completed, count(*) as programs
              from program p where p.status in ('Completed', 'EndedEarly') and p.finished_on is not null group by all),
        met as (
            select p.school, m.month, count(*) as held from meeting e join program p on p.id = e.program
              join month m on m.month = date_trunc('month', e.day) and {InMonth} where e.status = 'Held' group by all),
        told as (
            select p.school, date_trunc('month', c.decided_on) as month, count(*) as decided,
                   count(*) filter (c.status not in ('Refused', 'Contested', 'Annulled')) as given
              from consent c join program p on p.id = c.program where c.decided_on is not null group by all),
        done as (
            select p.school, m.month, count(*) as due, count(a.done_on) as done from activity a join program p on p.id = a.program
              join month m on m.month = date_trunc('month', a.due_on) and {InMonth} group by all),
        mentors as (select school, month, count(*) as places, count(distinct person) as people from taking where role = 'Mentor' group by all),
        needed as (
            select n.school, m.month, count(*) as people, count(h.person) as covered
              from need n join month m on m.school_year = n.school_year and n.noted_on <= m.last_day
              join employment e on e.person = n.person and e.school = n.school and {Works}
              left join helped h on h.school = n.school and h.month = m.month and h.person = n.person group by all)
        select s.id, s.territory_code, m.month, [
            covered, at_end, given, held, done, completed, places, days, 0]::int[] numerators, [
            needed.people, staff.people, decided, in_month, due, ended.programs, mentors.people, begun.programs, 0]::int[] denominators
          from school s cross join month m
          left join needed on needed.school = s.id and needed.month = m.month left join staff on staff.school = s.id and staff.month = m.month
          left join told on told.school = s.id and told.month = m.month left join kept on kept.school = s.id and kept.month = m.month
          left join done on done.school = s.id and done.month = m.month left join ended on ended.school = s.id and ended.month = m.month
          left join mentors on mentors.school = s.id and mentors.month = m.month left join begun on begun.school = s.id and begun.month = m.month
          left join met on met.school = s.id and met.month = m.month
        """;

    static readonly string[] Codes =
    [
        "need-coverage", "active-programs", "consent-share", "meetings-per-program", "roadmap-completion", "completion-rate", "mentor-load", "days-to-active",
        "conditions-met",
    ];

    static readonly string Sums = $"""
        create or replace table territory_sum as
        select t.ancestor territory_code, s.month, i.indicator, sum(coalesce(s.numerators[i.place], 0)) numerator,
               sum(coalesce(s.denominators[i.place], 0)) denominator
          from school_sum s join tree t on t.descendant = s.territory_code
         cross join (values {string.Join(", ", Codes.Select((code, at) => $"('{code}', {at + 1})"))}) i (indicator, place)
         group by all
        """;
}
