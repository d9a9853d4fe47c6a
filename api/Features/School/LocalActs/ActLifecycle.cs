using Mentoring.Api.Platform;
using static Mentoring.Api.Features.School.LocalActs.ActStatus;

namespace Mentoring.Api.Features.School.LocalActs;

/// <summary>
/// The life of a local act. The opinion of the elected union body comes before the approval (Labour Code, articles 8 and 372),
/// and whatever changes the text asks for it anew.
/// </summary>
public static class ActLifecycle
{
    public static readonly Lifecycle<ActStatus, ActStep> Steps = new(Refusal, new Dictionary<(ActStatus, ActStep), ActStatus>
    {
        [(Draft, ActStep.Revise)] = Draft,
        [(Draft, ActStep.RequestCosign)] = Draft,
        [(Draft, ActStep.Cosign)] = Agreed,
        [(Draft, ActStep.RefuseCosign)] = Draft,
        [(Draft, ActStep.Agree)] = Agreed,
        [(Draft, ActStep.Repeal)] = Repealed,
        [(Agreed, ActStep.Revise)] = Draft,
        [(Agreed, ActStep.Return)] = Draft,
        [(Agreed, ActStep.Approve)] = Approved,
        [(Agreed, ActStep.Repeal)] = Repealed,
        [(Approved, ActStep.TakeEffect)] = InForce,
        [(Approved, ActStep.Repeal)] = Repealed,
        [(InForce, ActStep.Supersede)] = Superseded,
        [(InForce, ActStep.Repeal)] = Repealed,
    });

    static RuleViolation Refusal(ActStatus status, ActStep step) =>
        status is Draft && step is ActStep.Approve ? new RuleViolation("act.not-agreed") : new RuleViolation("act.step-not-now");

    /// <summary>Acts with norms of labour law: the union's opinion is asked unless the school says why not.</summary>
    public static bool AsksUnion(ActKind kind) => kind is ActKind.Regulation or ActKind.CollectiveAgreement or ActKind.PayTerms;

    /// <summary>The steps that a caller with these rights may take.</summary>
    public static IReadOnlyList<ActStep> Permitted(ActStatus status, bool needsUnion, bool cosignOpen, bool writes, bool approves, bool cosigns) =>
        [.. Steps.From(status).Where(step => step switch
        {
            ActStep.Revise => writes,
            ActStep.RequestCosign => writes && needsUnion && !cosignOpen,
            ActStep.Agree => writes && !needsUnion,
            ActStep.Cosign or ActStep.RefuseCosign => cosigns && cosignOpen,
            ActStep.Return or ActStep.Approve => approves,
            // What was not approved yet its authors may drop; what was approved ends by the head's word.
            ActStep.Repeal => approves || (writes && status is Draft or Agreed),
            _ => false,
        })];
}
