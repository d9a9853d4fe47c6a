using Mentoring.Api.Platform;
using static Mentoring.Api.Features.School.Programs.ConsentStatus;

namespace Mentoring.Api.Features.School.Programs;

/// <summary>What happens to a consent; `Lapse` is the end of terms that were changed or of a participation.</summary>
public enum ConsentStep { Give, Refuse, Revoke, Contest, Uphold, Annul, Lapse }

/// <summary>
/// The life of a consent. What was given can be taken back, and disputed also once its terms have lapsed; a dispute does not
/// lapse: that somebody else signed does not become untrue.
/// </summary>
public static class ConsentLifecycle
{
    public static readonly Lifecycle<ConsentStatus, ConsentStep> Steps = new(Refusal, new Dictionary<(ConsentStatus, ConsentStep), ConsentStatus>
    {
        [(Requested, ConsentStep.Give)] = Given,
        [(Requested, ConsentStep.Refuse)] = Refused,
        [(Requested, ConsentStep.Lapse)] = Superseded,
        [(Given, ConsentStep.Revoke)] = Revoked,
        [(Given, ConsentStep.Contest)] = Contested,
        [(Given, ConsentStep.Lapse)] = Superseded,
        [(Superseded, ConsentStep.Contest)] = Contested,
        [(Contested, ConsentStep.Revoke)] = Revoked,
        [(Contested, ConsentStep.Uphold)] = Given,
        [(Contested, ConsentStep.Annul)] = Annulled,
    });

    static RuleViolation Refusal(ConsentStatus status, ConsentStep step) => step switch
    {
        ConsentStep.Give or ConsentStep.Refuse => new("consent.not-asked"),
        ConsentStep.Uphold or ConsentStep.Annul => new("consent.not-contested"),
        _ => new("consent.not-given"),
    };
}
