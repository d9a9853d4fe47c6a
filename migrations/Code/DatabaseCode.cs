using Npgsql;

namespace Mentoring.Migrations.Code;

/// <summary>
/// What stands in the database beside its rows: views, functions, row policies, grants and triggers. They are written down
/// once, here, as they are today, and no migration makes one: after every migration what differs is made anew, in one
/// transaction, and what is written down no more goes. Migrations keep tables and rows alone; one that has to take away
/// what stands in its way drops it, and finds it made again.
/// </summary>
public static class DatabaseCode
{
    /// <summary>In the order in which one may need another; functions ask for what they need when they run.</summary>
    static readonly string[] Kinds = ["view", "function", "policy", "trigger"];

    public static IReadOnlyList<Definition> All { get; } =
    [
        .. ((IEnumerable<Definition>)[.. Definition.OfFiles(), .. StaleMarks.Definitions, .. GrantChanges.Definitions,
            .. Tables.All.SelectMany(table => table.Definitions)]).OrderBy(definition => Array.IndexOf(Kinds, definition.Kind)),
    ];

    /// <param name="owner">An open connection of the tables' owner.</param>
    /// <returns>How many statements it took: none where nothing differs.</returns>
    public static int Apply(NpgsqlConnection owner)
    {
        using var transaction = owner.BeginTransaction();
        string[] statements = [.. Outdated(owner), .. Missing(owner), .. Differing(owner)];
        if (statements.Length > 0) Execute("set local check_function_bodies = off", owner);
        foreach (var statement in statements) Execute(statement, owner);
        transaction.Commit();
        return statements.Length;
    }

    /// <summary>Objects that are written down no more, and policies that nobody has written down; functions after what calls them.</summary>
    static IEnumerable<string> Outdated(NpgsqlConnection owner)
    {
        var wanted = All.Select(definition => definition.Identity).ToHashSet(StringComparer.Ordinal);
        return Read(owner, $"""
            select format('drop %s %s', o.type, o.identity), regexp_replace(d.description, '^{Definition.Prefix}| [0-9a-f]+$', '', 'g')
              from pg_description d cross join lateral pg_identify_object(d.classoid, d.objoid, 0) o where d.description like '{Definition.Prefix}%'
            union all
            select format('drop policy %I on %s', p.polname, p.polrelid::regclass), format('policy %s on %s', p.polname, p.polrelid::regclass)
              from pg_policy p where obj_description(p.oid, 'pg_policy') is null
             order by 1 desc
            """).Where(row => !wanted.Contains(row.Second)).Select(row => row.First);
    }

    static IEnumerable<string> Missing(NpgsqlConnection owner)
    {
        var there = Read(owner, $"select description, '' from pg_description where description like '{Definition.Prefix}%'").Select(row => row.First)
            .ToHashSet(StringComparer.Ordinal);
        return All.Where(definition => !there.Contains(definition.Mark))
            .Select(definition => $"{definition.Sql}\n;comment on {definition.Identity} is '{definition.Mark}'");
    }

    /// <summary>Tables on which the API's role has other rights than written down, or whose row policies do not hold.</summary>
    static IEnumerable<string> Differing(NpgsqlConnection owner)
    {
        var there = Read(owner, """
            select c.oid::regclass::text, concat_ws(' ', case when c.relrowsecurity then 'locked' end,
                   (select string_agg(lower(a.privilege_type), ', ' order by array_position('{SELECT,INSERT,UPDATE,DELETE}', a.privilege_type))
                      from aclexplode(c.relacl) a where a.grantee = 'mentoring_app'::regrole))
              from pg_class c
             where c.relkind in ('r', 'p') and c.relnamespace in ('public'::regnamespace, 'identity'::regnamespace) and not c.relispartition
            """).ToDictionary(row => row.First, row => row.Second, StringComparer.Ordinal);
        foreach (var table in Tables.All)
        {
            var locked = table.Policies.Length > 0;
            if (there.GetValueOrDefault(table.Table) == (locked ? $"locked {table.Privileges}" : table.Privileges)) continue;
            yield return $"revoke all on {table.Table} from mentoring_app; grant {table.Privileges} on {table.Table} to mentoring_app;"
                + (locked ? $"alter table {table.Table} enable row level security" : "");
        }

        foreach (var table in there.Where(row => row.Value is not ("" or "locked")).Select(row => row.Key).Except(Tables.All.Select(one => one.Table)))
            yield return $"revoke all on {table} from mentoring_app; alter table {table} enable row level security";
    }

    static List<(string First, string Second)> Read(NpgsqlConnection connection, string sql)
    {
        using var command = new NpgsqlCommand(sql, connection);
        using var reader = command.ExecuteReader();
        var rows = new List<(string, string)>();
        while (reader.Read()) rows.Add((reader.GetString(0), reader.GetString(1)));
        return rows;
    }

    static void Execute(string sql, NpgsqlConnection connection)
    {
        using var command = new NpgsqlCommand(sql, connection);
        command.ExecuteNonQuery();
    }
}
