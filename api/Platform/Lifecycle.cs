namespace Mentoring.Api.Platform;

/// <summary>A life as data: which step leads from which status to which other. What is not in the table is not possible.</summary>
/// <param name="code">The problem that tells of an impossible step.</param>
public sealed class Lifecycle<TStatus, TStep>(string code, IReadOnlyDictionary<(TStatus, TStep), TStatus> steps)
    where TStatus : struct, Enum where TStep : struct, Enum
{
    public bool Allows(TStatus status, TStep step) => steps.ContainsKey((status, step));

    public IReadOnlyList<TStep> From(TStatus status) => [.. Enum.GetValues<TStep>().Where(step => Allows(status, step))];

    public TStatus Next(TStatus status, TStep step) => steps.TryGetValue((status, step), out var next) ? next : throw new RuleViolation(code);
}
