using Dapper;
using Npgsql;

namespace Mentoring.Tests.Support;

/// <summary>A row that cannot be written until the poison is taken away: what touches it fails in a way that nobody foresaw.</summary>
public sealed class Poison : IAsyncDisposable
{
    readonly NpgsqlConnection _sql;
    readonly string _table;

    Poison(NpgsqlConnection sql, string table) => (_sql, _table) = (sql, table);

    public static async Task<Poison> In(NpgsqlConnection sql, string table, Guid id, string key = "id")
    {
        await sql.ExecuteAsync($"""
            create function poison() returns trigger language plpgsql as $$ begin raise division_by_zero; end $$;
            create trigger poison before insert or update on {table} for each row when (new.{key} = '{id}') execute function poison();
            """);
        return new(sql, table);
    }

    public async ValueTask DisposeAsync() => await _sql.ExecuteAsync($"drop trigger poison on {_table}; drop function poison()");
}
