namespace Mentoring.Api.Platform;

/// <summary>A life as data: which step leads from which status to which other. What is not in the table is not possible.</summary>
/// <param name="refusal">The problem that tells of an impossible step.</param>
public sealed class Lifecycle<TStatus, TStep>(Func<TStatus, TStep, RuleViolation> refusal, IReadOnlyDictionary<(TStatus, TStep), TStatus> steps)
    where TStatus : struct, Enum where TStep : struct, Enum
{
    public Lifecycle(string code, IReadOnlyDictionary<(TStatus, TStep), TStatus> steps) : this((_, _) => new RuleViolation(code), steps) { }

    public bool Allows(TStatus status, TStep step) => steps.ContainsKey((status, step));

    public IReadOnlyList<TStep> From(TStatus status) => [.. Enum.GetValues<TStep>().Where(step => Allows(status, step))];

    /// <summary>The statuses in which the step can be taken, as SQL compares them.</summary>
    public string[] Before(TStep step) => [.. Enum.GetValues<TStatus>().Where(status => Allows(status, step)).Select(status => status.ToString())];

    public TStatus Next(TStatus status, TStep step) => steps.TryGetValue((status, step), out var next) ? next : throw refusal(status, step);
}

/// <summary>A life in which the step is the status that is wanted.</summary>
public static class Lifecycle
{
    public static Lifecycle<TStatus, TStatus> Of<TStatus>(string code, params (TStatus From, TStatus To)[] moves) where TStatus : struct, Enum =>
        new(code, moves.ToDictionary(move => move, move => move.To));
}
