using System.Globalization;
using System.Text.Json;

namespace Mentoring.Api.Features.Common.Imports;

/// <summary>
/// How many pages and certificates the register's envelopes name, beside what has arrived. What a page does not tell is not
/// missed; of pages without a number the first ones have come.
/// </summary>
sealed class RegisterPages
{
    const int MostTold = 100;
    const int MostPages = 100_000;

    public enum Fact { Pages, Page, Total }

    readonly HashSet<int> _numbers = [];
    int _declared;
    int _total;

    /// <summary>Lists in the file.</summary>
    public int Arrived { get; set; }

    public static Fact? Named(Utf8JsonReader name)
    {
        if (name.ValueTextEquals("pages_count"u8)) return Fact.Pages;
        if (name.ValueTextEquals("page"u8) || name.ValueTextEquals("current_page"u8)) return Fact.Page;
        return name.ValueTextEquals("total_count"u8) || name.ValueTextEquals("total"u8) ? Fact.Total : null;
    }

    /// <returns>False where the value is none of ours and is passed over.</returns>
    public bool Says(Fact? fact, Utf8JsonReader value)
    {
        if (fact is null || Number(value) is not { } number) return false;
        if (fact == Fact.Page) _numbers.Add(number);
        else if (fact == Fact.Pages) _declared = Math.Max(_declared, Math.Min(number, MostPages));
        else _total = Math.Max(_total, number);
        return true;
    }

    /// <summary>The first of the pages that are named and have not come.</summary>
    public int[] Missing()
    {
        var come = _numbers.Count > 0 ? _numbers : [.. Enumerable.Range(1, Arrived)];
        return [.. Enumerable.Range(1, _declared).Where(page => !come.Contains(page)).Take(MostTold)];
    }

    /// <param name="read">Certificates in the file.</param>
    /// <returns>How many more are named.</returns>
    public int Short(int read) => Math.Max(0, _total - read);

    static int? Number(Utf8JsonReader value) => value.TokenType switch
    {
        JsonTokenType.Number when value.TryGetInt32(out var number) && number > 0 => number,
        JsonTokenType.String when int.TryParse(value.GetString(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 => number,
        _ => null,
    };
}
