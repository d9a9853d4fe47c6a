using Dapper;
using Npgsql;

namespace Mentoring.Tests.Support;

/// <summary>Rows of any table, of which a test says only what it is about; the rest is what the table asks for at least.</summary>
public static class Rows
{
    sealed record Column(string Name, string Type, string? Allowed);

    public static async Task<Guid> Row(this NpgsqlConnection sql, string table, object given)
    {
        var id = Guid.CreateVersion7();
        var said = given.GetType().GetProperties().ToDictionary(property => property.Name, property => property.GetValue(given));
        var columns = await sql.QueryAsync<Column>(Demanded, new { table });
        var values = new DynamicParameters(given);
        var names = new List<string>(said.Keys);
        foreach (var column in columns.Where(column => !said.ContainsKey(column.Name)))
        {
            names.Add(column.Name);
            values.Add(column.Name, column.Name == "id" ? id : Least(column));
        }

        var casts = columns.ToDictionary(column => column.Name, column => column.Type);
        var inserted = string.Join(", ", names.Select(name => casts.TryGetValue(name, out var type) && type == "jsonb" ? $"@{name}::jsonb" : $"@{name}"));
        await sql.ExecuteAsync($"insert into {table} ({string.Join(", ", names)}) values ({inserted})", values);
        return id;
    }

    static object Least(Column column) => column.Allowed ?? (object)(column.Type switch
    {
        "text" or "character varying" => "Проба",
        "integer" or "smallint" or "bigint" or "numeric" => 15,
        "boolean" => (object)false,
        "date" => new DateOnly(2026, 9, 1),
        "timestamp with time zone" => DateTime.UtcNow,
        "uuid" => Guid.CreateVersion7(),
        "jsonb" => "{}",
        "text[]" => Array.Empty<string>(),
        "uuid[]" => Array.Empty<Guid>(),
        "bytea" => new byte[] { 1 },
        _ => throw new NotSupportedException($"{column.Name} {column.Type}"),
    });

    // Of a column of codes, the first that its check lists.
    const string Demanded = """
        select a.attname name, format_type(a.atttypid, null) type,
               (select substring(pg_get_constraintdef(c.oid) from '^CHECK \(\(' || a.attname || ' = ANY \(ARRAY\[''(\w+)''')
                  from pg_constraint c where c.conrelid = a.attrelid and c.contype = 'c' and c.conkey = array[a.attnum]
                   and pg_get_constraintdef(c.oid) like '%ARRAY[''%' limit 1) allowed
          from pg_attribute a
         where a.attrelid = @table::regclass and a.attnum > 0 and not a.attisdropped and a.attnotnull and not a.atthasdef
        """;
}
