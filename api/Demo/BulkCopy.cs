using System.Reflection;
using System.Text.Json;
using Npgsql;
using NpgsqlTypes;

namespace Mentoring.Demo;

/// <summary>Text that goes into a jsonb column.</summary>
readonly record struct JsonText(string Text);

/// <summary>Binary COPY of records whose properties are called as the columns.</summary>
static class BulkCopy
{
    public static void Write<T>(NpgsqlConnection connection, string table, IReadOnlyCollection<T> rows)
    {
        var columns = typeof(T).GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Select(p => (Property: p, Type: ColumnType(Nullable.GetUnderlyingType(p.PropertyType) ?? p.PropertyType),
                Name: JsonNamingPolicy.SnakeCaseLower.ConvertName(p.Name)))
            .ToArray();
        using var copy = connection.BeginBinaryImport($"copy {table} ({string.Join(", ", columns.Select(c => c.Name))}) from stdin (format binary)");
        foreach (var row in rows)
        {
            copy.StartRow();
            foreach (var column in columns)
            {
                var value = column.Property.GetValue(row);
                if (value is null) copy.WriteNull();
                else copy.Write(value is JsonText json ? json.Text : value, column.Type);
            }
        }

        copy.Complete();
    }

    static NpgsqlDbType ColumnType(Type type) => type switch
    {
        _ when type == typeof(Guid) => NpgsqlDbType.Uuid,
        _ when type == typeof(Guid[]) => NpgsqlDbType.Uuid | NpgsqlDbType.Array,
        _ when type == typeof(string) => NpgsqlDbType.Text,
        _ when type == typeof(DateOnly) => NpgsqlDbType.Date,
        _ when type == typeof(DateTime) => NpgsqlDbType.TimestampTz,
        _ when type == typeof(int) => NpgsqlDbType.Integer,
        _ when type == typeof(long) => NpgsqlDbType.Bigint,
        _ when type == typeof(decimal) => NpgsqlDbType.Numeric,
        _ when type == typeof(bool) => NpgsqlDbType.Boolean,
        _ when type == typeof(JsonText) => NpgsqlDbType.Jsonb,
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "No column has this type."),
    };
}
