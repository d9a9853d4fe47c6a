using Dapper;
using Npgsql;

namespace Mentoring.Tests.Support;

/// <summary>Two records of one person, and what can be compared of a database before a merge and after it is taken back.</summary>
public static class PersonTwins
{
    public const string Birthday = "1980-05-05";

    static int s_number;

    /// <summary>A record of somebody with one post.</summary>
    public static async Task<Guid> Record(NpgsqlConnection sql, Guid school, string name, string? birth = Birthday, string from = "2020-09-01",
        string? to = null, bool main = true, string position = "teacher")
    {
        var id = Guid.CreateVersion7();
        await sql.ExecuteAsync("""
            insert into person (id, family_name, given_name, patronymic, birth_date, organization_ids)
            values (@id, @name, 'Анна', 'Петровна', @birth::date, array[@school]);
            insert into employment (id, organization_id, region_code, person_id, position_code, is_teaching, is_main, started_on, ended_on)
            select gen_random_uuid(), id, region_code, @id, @position, true, @main, @from::date, @to::date from organization where id = @school
            """, new { id, school, name, birth, from, to, main, position });
        return id;
    }

    /// <summary>A family name that nobody else has.</summary>
    public static string Name() => $"Двойникова{Interlocked.Increment(ref s_number)}";

    public static async Task<(Guid Kept, Guid Absorbed)> Pair(NpgsqlConnection sql, Guid school, Guid? other = null)
    {
        var name = Name();
        return (await Record(sql, school, name), await Record(sql, other ?? school, name, main: other is null));
    }

    /// <summary>Every row that names somebody, and the people themselves; what every change of a row counts up aside.</summary>
    public static async Task<IReadOnlyList<string>> Everything(NpgsqlConnection sql)
    {
        var tables = (await sql.QueryAsync<string>("select distinct rel from person_references() union select 'person' order by 1")).ToList();
        List<string> rows = [];
        foreach (var table in tables)
            rows.AddRange(await sql.QueryAsync<string>($"select '{table} ' || (to_jsonb(t) - 'version' - 'updated_at')::text from {table} t order by 1"));
        return rows;
    }
}
