using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Programs;

/// <summary>What a version of a plan changes: a draft as a whole, the goals and the roadmap in force, the last day, or a mentor.</summary>
public enum PlanVersionKind { Draft, Correction, Extension, Replacement }

/// <summary>A change in force is proposed first and holds when those whom it concerns have signed it.</summary>
public enum PlanVersionStatus { Proposed, Current, Superseded, Declined, Withdrawn }

/// <summary>A plan as a version keeps it.</summary>
/// <param name="PayKopecks">Pay for mentoring over the term; null when none is set.</param>
public sealed record PlanSnapshot(
    string Title, string FormCode, string KindCode, string PurposeCode, DateOnly StartsOn, DateOnly EndsOn, string Content, long? PayKopecks,
    IReadOnlyList<PlanSnapshot.Participant> Participants, IReadOnlyList<PlanSnapshot.PlannedGoal> Goals, IReadOnlyList<PlanSnapshot.PlannedActivity> Activities)
{
    public sealed record Participant(Guid PersonId, ParticipantRole Role);

    public sealed record PlannedGoal(Guid Id, string AreaCode, string Difficulty, string Goal, string? Measure, decimal? MeasureBefore, decimal? MeasureTarget);

    public sealed record PlannedActivity(Guid Id, string Activity, DateOnly DueOn, Responsible Responsible, string ExpectedResult);

    public ProgramTerms Terms => new(Content, StartsOn, EndsOn, FormCode, PayKopecks);
}

/// <summary>
/// Whose signature a change in force needs. A correction of goals and roadmap is agreed by both sides; a longer term and
/// another mentor change what the participants consented to (Labour Code, article 351.8), so everybody who stays or comes signs.
/// </summary>
public static class PlanAgreement
{
    public sealed record Signer(Guid PersonId, ParticipantRole Role);

    /// <param name="participants">Who takes part today.</param>
    /// <param name="leaving">The mentor who is replaced: told, not asked.</param>
    /// <param name="incoming">The mentor who would come.</param>
    /// <returns>Everybody whose signature would bring the change nearer; empty when it is agreed. In SQL `plan_signers_missing` tells the same.</returns>
    public static IReadOnlyList<Signer> Missing(
        PlanVersionKind kind, IReadOnlyCollection<Signer> participants, Guid? leaving, Guid? incoming, IReadOnlySet<Guid> signed)
    {
        var asked = participants.Where(p => p.PersonId != leaving)
            .Concat(incoming is { } person ? [new Signer(person, ParticipantRole.Mentor)] : Array.Empty<Signer>()).ToList();
        if (kind is PlanVersionKind.Extension or PlanVersionKind.Replacement) return [.. asked.Where(p => !signed.Contains(p.PersonId))];
        return [.. asked.GroupBy(p => p.Role).Where(side => !side.Any(p => signed.Contains(p.PersonId))).SelectMany(side => side)];
    }

    public static readonly Lifecycle<PlanVersionStatus, PlanVersionStatus> Moves = Lifecycle.Of("plan.step-not-now",
        (PlanVersionStatus.Proposed, PlanVersionStatus.Current), (PlanVersionStatus.Proposed, PlanVersionStatus.Declined),
        (PlanVersionStatus.Proposed, PlanVersionStatus.Withdrawn), (PlanVersionStatus.Current, PlanVersionStatus.Superseded));
}
