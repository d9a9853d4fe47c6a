using Mentoring.Api.Features.Common.Organizations;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.PupilResults;

/// <summary>Subjects and stages of olympiads, by their codes and by the words of files.</summary>
static class PupilDictionaries
{
    public const string Subject = "subject", Stage = "olympiad-stage";

    public sealed record Entry(string Dictionary, string Code, string NameRu, string NameEn);

    public static Task<IReadOnlyList<Entry>> All(Db db, DateOnly today, CancellationToken ct) => db.List<Entry>("""
        select dictionary, code, name_ru, name_en from dictionary_entry
         where dictionary in ('subject', 'olympiad-stage') and valid_from <= @today and (valid_to is null or valid_to > @today)
         order by dictionary, position
        """, new { today }, ct);

    public static async Task Demand(Db db, DateOnly today, string subject, string? stage, CancellationToken ct)
    {
        var known = await All(db, today, ct);
        if (!known.Any(entry => entry.Dictionary == Subject && entry.Code == subject)) throw new BadInput("pupil-results.subject") { Pointer = "/subject" };
        if (stage is not null && !known.Any(entry => entry.Dictionary == Stage && entry.Code == stage))
            throw new BadInput("pupil-results.stage") { Pointer = "/stage" };
    }

    /// <summary>The entry that a cell names, by its code, its name in either language, or the name's first word where it is the only such.</summary>
    public static string? Of(this IReadOnlyList<Entry> all, string dictionary, string cell)
    {
        var words = SearchText.Normalize(cell);
        if (words.Length == 0) return null;
        var entries = all.Where(entry => entry.Dictionary == dictionary).ToList();
        var exact = entries.Find(entry => SearchText.Normalize(entry.Code) == words || SearchText.Normalize(entry.NameRu) == words
            || SearchText.Normalize(entry.NameEn) == words);
        if (exact is not null) return exact.Code;
        var begun = entries.FindAll(entry => new[] { entry.NameRu, entry.NameEn }.Any(name => SearchText.Normalize(name).Split(' ')[0] == words));
        return begun is [var only] ? only.Code : null;
    }
}
