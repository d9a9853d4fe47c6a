using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;

namespace Mentoring.Api.Platform;

/// <summary>One page of a list.</summary>
/// <param name="Items">In the order asked for.</param>
/// <param name="Next">Give it back as <c>cursor</c> for the page that follows; null on the last one.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, string? Next);

/// <summary>
/// Opaque, signed cursors over the sort keys of a page's last row, the id last as the tie-breaker. A cursor fits only the
/// list and the order that it was made for.
/// </summary>
public sealed class Cursors(IDataProtectionProvider protection)
{
    public const int DefaultSize = 50;
    public const int LargestSize = 200;

    /// <param name="rows">One row more than asked for, if there is one.</param>
    /// <param name="list">Names the list and its order.</param>
    /// <param name="keyOf">The sort keys of a row.</param>
    public Page<T> Page<T, TKey>(IReadOnlyList<T> rows, int size, string list, Func<T, TKey> keyOf) => rows.Count <= size
        ? new Page<T>(rows, null)
        : new Page<T>([.. rows.Take(size)], Protector(list).Protect(JsonSerializer.Serialize(keyOf(rows[size - 1]))));

    /// <returns>Null for the first page.</returns>
    public TKey? Read<TKey>(string? cursor, string list) where TKey : class
    {
        if (string.IsNullOrEmpty(cursor)) return null;
        try
        {
            return JsonSerializer.Deserialize<TKey>(Protector(list).Unprotect(cursor));
        }
        catch (CryptographicException)
        {
            throw new BadInput("cursor.invalid") { Pointer = "/cursor" };
        }
    }

    IDataProtector Protector(string list) => protection.CreateProtector("cursor", list);
}
