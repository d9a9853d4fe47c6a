using System.Diagnostics;
using Dapper;
using Mentoring.Tests.Support;
using Npgsql;

namespace Mentoring.Benchmarks;

/// <summary>
/// The check of as many rows, spread over people in different ways: from the accepted upload to what was found. A step that
/// compares rows in pairs shows where many of them are one person's.
/// </summary>
public static class RosterSpread
{
    const double Goal = 2;

    public static async Task<IReadOnlyList<Line>> Measure(TestBed bed, Options options)
    {
        await using var owner = new NpgsqlConnection(bed.Owner + ";Command Timeout=600");
        await owner.OpenAsync();
        var rows = options.People;
        var shapes = new (string Name, Roster File)[]
        {
            ("evenly spread", Spread(rows / 2, rows / 2, i => i)),
            ("all of one person", Spread(1, rows - 1, _ => 1)),
            ("of twenty people", Spread(20, rows - 20, i => i % 20 + 1)),
            ("skewed, half of them of a hundredth of the people", Spread(rows / 2, rows / 2, i => i % 2 == 0 ? i % Math.Max(1, rows / 200) + 1 : i)),
            ("of namesakes without a birth date", Namesakes(rows / 2)),
        };
        await Check(bed, owner, Roster.Of(1_000));
        var lines = new List<Line>();
        var even = 0.0;
        foreach (var (name, file) in shapes)
        {
            var seconds = new List<double>();
            for (var round = 0; round < (options.Quick ? 1 : 3); round++) seconds.Add(await Check(bed, owner, file));
            var middle = seconds.Order().ElementAt(seconds.Count / 2);
            if (even == 0) even = middle;
            lines.Add(new($"check of {rows:N0} rows {name}: {middle:0.0} s, goal ≤ {Goal:0} × evenly spread", "rows/s",
                Figures.Rate(rows / middle), Figures.Rate(rows / even), double.NaN, middle / even, double.NaN, middle <= Goal * even));
        }

        return lines;
    }

    /// <param name="personOf">Whose the role of this number is.</param>
    static Roster Spread(int people, int roles, Func<int, int> personOf)
    {
        var roster = new Roster();
        for (var i = 1; i <= people; i++) roster.User(i);
        for (var i = 1; i <= roles; i++)
        {
            // Times of one person follow each other: nothing but the number of rows is wrong with them.
            var from = new DateOnly(1960, 1, 1).AddDays(i % 20_000);
            roster.Role(personOf(i), id: $"role-{i}", hired: $"{from:yyyy-MM-dd}", ends: $"{from.AddDays(1):yyyy-MM-dd}");
        }

        return roster;
    }

    static Roster Namesakes(int people)
    {
        var roster = Roster.Of(people);
        for (var i = 0; i < people; i++)
        {
            var fields = roster.Users[i].Split(',');
            (fields[6], fields[7], fields[8], fields[23]) = ("Анна", "Иванова", "Ивановна", "");
            roster.Users[i] = string.Join(',', fields);
        }

        return roster;
    }

    /// <returns>Seconds.</returns>
    static async Task<double> Check(TestBed bed, NpgsqlConnection owner, Roster roster)
    {
        var school = await RosterImport.School(owner);
        // Staff entered by hand, whom names could match: as many as a large college has.
        await owner.ExecuteAsync("""
            with people as (
                insert into person (id, family_name, given_name, patronymic, organization_ids)
                select gen_random_uuid(), 'Иванова', 'Анна', 'Ивановна', array[@school] from generate_series(1, 2000) returning id)
            insert into employment (id, organization_id, region_code, person_id, position_code, is_teaching, is_main, started_on)
            select gen_random_uuid(), o.id, o.region_code, p.id, 'teacher', true, true, '2020-09-01' from people p, organization o where o.id = @school
            """, new { school });
        using var client = await RosterImport.Curator(bed, owner, school);
        var id = await RosterImport.Upload(client, school, roster.Zip());
        var watch = Stopwatch.StartNew();
        await RosterImport.Until(client, id, "Checked");
        return watch.Elapsed.TotalSeconds;
    }
}
