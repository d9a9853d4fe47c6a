using System.Text.Json;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Profiles;

/// <summary>Looks up the codes that a profile names.</summary>
public static class ProfileCodes
{
    public sealed record Wanted(string Dictionary, string Code, string Pointer);

    public static IEnumerable<Wanted> Each(string dictionary, IReadOnlyList<string> codes, string field) =>
        codes.Select((code, i) => new Wanted(dictionary, code, $"/{field}/{i}"));

    public static async Task Check(IEnumerable<Wanted> wanted, DateOnly today, Db db, CancellationToken ct)
    {
        var rows = wanted.Select(w => new { dictionary = w.Dictionary, code = w.Code, pointer = w.Pointer });
        var unknown = await db.Maybe<Unknown>(FindUnknown, new { Wanted = JsonSerializer.Serialize(rows), Today = today }, ct);
        if (unknown is not null) throw new BadInput("profile.code-unknown") { Pointer = unknown.Pointer };
    }

    sealed record Unknown(string Pointer);

    const string FindUnknown = """
        select pointer from jsonb_to_recordset(@Wanted::jsonb) as w (dictionary text, code text, pointer text)
         where not exists (select from dictionary_entry d where d.dictionary = w.dictionary and d.code = w.code
                              and d.valid_from <= @Today and (d.valid_to is null or d.valid_to > @Today))
         order by pointer limit 1
        """;
}
