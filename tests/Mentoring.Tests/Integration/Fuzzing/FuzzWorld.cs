using System.Text.RegularExpressions;
using Dapper;
using Npgsql;

namespace Mentoring.Tests.Integration.Fuzzing;

/// <summary>What a caller of the demo's showcase school would know: the ids, codes and places that requests are filled with.</summary>
public sealed partial class FuzzWorld
{
    const int PerTable = 12;

    static readonly Dictionary<string, string> Names = new()
    {
        ["people"] = "person", ["mentor"] = "person", ["mentee"] = "person", ["author"] = "person", ["responsible"] = "person",
        ["present"] = "person", ["attended"] = "person", ["leaving"] = "person", ["incoming"] = "person", ["coordinator"] = "person",
        ["taker"] = "organization", ["act"] = "local_act", ["supersedes"] = "local_act", ["entry"] = "coordination_entry",
    };

    readonly Dictionary<string, List<Guid>> _ids = [];
    readonly Dictionary<string, string[]> _codes = [];
    Guid[] _all = [];

    public Guid School { get; private set; }

    public string Region { get; private set; } = "";

    public string[] Places { get; private set; } = [];

    public string[] Dictionaries => [.. _codes.Keys];

    /// <summary>One account for each role at the school and above it, its newest members too.</summary>
    public IReadOnlyList<(string Name, Guid Account)> Accounts { get; private set; } = [];

    public static async Task<FuzzWorld> Read(NpgsqlConnection sql)
    {
        var world = new FuzzWorld();
        (world.School, world.Region) = await sql.QuerySingleAsync<(Guid, string)>("""
            select organization_id, region_code from role_assignment a join identity.account i on i.id = a.account_id where i.email = 'head@demo.example'
            """);
        var place = new { world.School, world.Region };
        world.Accounts = [.. await sql.QueryAsync<(string, Guid)>("""
            select distinct split_part(i.email, '@', 1), i.id from identity.account i join role_assignment a on a.account_id = i.id
             where a.organization_id = @School or a.territory_code in ('RU', @Region) or exists (
                   select from organization o where o.id = @School and o.territory_code = a.territory_code)
             order by 1
            """, place)];
        world.Places = [.. await sql.QueryAsync<string>("select code from territory where code in ('RU', @Region) or parent_code = @Region limit 8", place)];
        var entries = await sql.QueryAsync<(string Dictionary, string Code)>("select dictionary, code from dictionary_entry where valid_to is null");
        foreach (var entry in entries.GroupBy(e => e.Dictionary))
            world._codes[entry.Key] = [.. entry.Select(e => e.Code)];

        foreach (var (table, ofSchool, ofRegion) in (await sql.QueryAsync<(string, bool, bool)>("""
            select c.table_name, bool_or(c.column_name = 'organization_id'), bool_or(c.column_name = 'region_code')
              from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
             where table_schema = 'public' and t.table_type = 'BASE TABLE' group by 1 having bool_or(c.column_name = 'id' and c.data_type = 'uuid')
            """)).ToList())
        {
            var own = ofSchool ? "where organization_id = @School" : ofRegion ? "where region_code = @Region" : "";
            world._ids[table] = [.. await sql.QueryAsync<Guid>($"select id from {table} {own} limit {PerTable}", place)];
        }

        world._ids["organization"] = [world.School, world.School, world.School, .. world._ids["organization"].Take(2)];
        world._ids["person"] = [.. await sql.QueryAsync<Guid>($"""
            select person_id from program_participant where organization_id = @School
            union select person_id from employment where organization_id = @School limit {4 * PerTable}
            """, place)];
        // Whoever calls keeps the roles to the end.
        world._ids["role_assignment"] = [.. await sql.QueryAsync<Guid>($"""
            select id from role_assignment where account_id is null or account_id <> all(@Callers) limit {PerTable}
            """, new { Callers = world.Accounts.Select(a => a.Account).ToArray() })];
        world._all = [.. world._ids.Values.SelectMany(ids => ids)];
        return world;
    }

    /// <param name="name">Of a member (`mentorId`, `personIds`) or a part of an address (`programs`, `act-suggestions`).</param>
    public Guid Id(string name, Random random)
    {
        var stem = Ending().Replace(Capital().Replace(name, "_$0").ToLowerInvariant().Replace('-', '_'), "");
        stem = Names.GetValueOrDefault(stem, stem.EndsWith("ies", StringComparison.Ordinal) ? stem[..^3] + "y" : stem);
        stem = Names.GetValueOrDefault(stem.TrimEnd('s'), stem);
        var exact = _ids.GetValueOrDefault(stem) ?? _ids.GetValueOrDefault(stem.TrimEnd('s'));
        Guid[] fitting = exact is { Count: > 0 }
            ? [.. exact]
            : [.. _ids.Where(table => table.Key.EndsWith($"_{stem.TrimEnd('s')}", StringComparison.Ordinal)).SelectMany(table => table.Value)];
        return random.GetItems(fitting.Length > 0 ? fitting : _all, 1)[0];
    }

    /// <param name="name">Of a member: `areaCode`, `formCode`.</param>
    public string Code(string name, Random random)
    {
        if (name.Contains("territory", StringComparison.OrdinalIgnoreCase)) return random.GetItems(Places, 1)[0];
        if (name.Contains("region", StringComparison.OrdinalIgnoreCase)) return Region;
        var stem = name.Replace("Codes", "", StringComparison.Ordinal).Replace("Code", "", StringComparison.Ordinal).ToLowerInvariant();
        var fitting = _codes.Where(dictionary => stem.Length > 0 && dictionary.Key.Contains(stem, StringComparison.Ordinal)).ToList();
        return random.GetItems((fitting.Count > 0 ? fitting : [.. _codes]).SelectMany(dictionary => dictionary.Value).ToArray(), 1)[0];
    }

    [GeneratedRegex("(?<=.)[A-Z]")]
    private static partial Regex Capital();

    [GeneratedRegex("_ids?$")]
    private static partial Regex Ending();
}
