namespace Mentoring.Api.Features.School.Psychology;

/// <summary>What a pulse may show. Under five answers it shows nothing: few answers would name those who gave them.</summary>
public static class Pulse
{
    public const int FewestShown = 5;

    /// <summary>Results stand only when nobody can answer any more, so that no answer can be told by a difference.</summary>
    public static bool Shows(PulseStatus status, int answers) => status == PulseStatus.Closed && answers >= FewestShown;

    /// <param name="counts">Answers from "not at all" (1) to "fully" (5).</param>
    public static decimal Mean(IReadOnlyList<int> counts) =>
        counts.Sum() is var answers and > 0 ? Math.Round(counts.Select((count, at) => (decimal)count * (at + 1)).Sum() / answers, 2) : 0;
}
