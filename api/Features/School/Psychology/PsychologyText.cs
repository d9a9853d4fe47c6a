using FluentValidation;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Psychology;

/// <summary>How long the texts of this chapter may be, and the codes that they may name.</summary>
static class PsychologyText
{
    public const string Methods = "psychology-method";
    public const string Statements = "pulse-statement";

    public static void IsText<T>(this IRuleBuilder<T, string> rule, int most) => rule.NotEmpty().MaximumLength(most);

    public static void AreMethods<T>(this IRuleBuilder<T, IReadOnlyList<string>> rule) =>
        rule.Must(codes => codes.Count <= 10 && codes.Distinct().Count() == codes.Count);

    /// <summary>Every code stands in the dictionary and is valid today.</summary>
    public static async Task Check(string dictionary, IReadOnlyList<string> codes, Db db, CancellationToken ct)
    {
        if (codes.Count == 0) return;
        var known = await db.One<int>(
            "select count(*)::int from dictionary_entry where dictionary = @dictionary and code = any(@Codes) and valid_to is null",
            new { dictionary, Codes = codes.ToArray() }, ct);
        if (known != codes.Count) throw new BadInput("psychology.code-unknown");
    }
}
