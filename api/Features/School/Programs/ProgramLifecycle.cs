using Mentoring.Api.Platform;
using static Mentoring.Api.Platform.ProgramStatus;

namespace Mentoring.Api.Features.School.Programs;

/// <summary>
/// The life of a program. Consent comes first (Labour Code, article 351.8): neither the council nor the head decides before
/// both sides have given it.
/// </summary>
public static class ProgramLifecycle
{
    public static readonly Lifecycle<ProgramStatus, ProgramStep> Steps = new(Refusal, new Dictionary<(ProgramStatus, ProgramStep), ProgramStatus>
    {
        [(Draft, ProgramStep.Submit)] = Consent,
        [(Consent, ProgramStep.ConsentsGiven)] = Council,
        [(Consent, ProgramStep.ConsentRefused)] = Draft,
        [(Consent, ProgramStep.ConsentWithdrawn)] = Draft,
        [(Council, ProgramStep.ConsentWithdrawn)] = Draft,
        [(Approved, ProgramStep.ConsentWithdrawn)] = Draft,
        // Who decides next, decides on consents that nobody disputes: they are gathered again once the dispute is settled.
        [(Consent, ProgramStep.ConsentContested)] = Consent,
        [(Council, ProgramStep.ConsentContested)] = Consent,
        [(Approved, ProgramStep.ConsentContested)] = Consent,
        [(Active, ProgramStep.ConsentContested)] = Paused,
        [(Paused, ProgramStep.ConsentContested)] = Paused,
        [(Consent, ProgramStep.ConsentAnnulled)] = Draft,
        [(Paused, ProgramStep.ConsentAnnulled)] = EndedEarly,
        [(Council, ProgramStep.CouncilApprove)] = Approved,
        [(Council, ProgramStep.CouncilReturn)] = Draft,
        [(Approved, ProgramStep.HeadApprove)] = Active,
        [(Approved, ProgramStep.HeadReturn)] = Draft,
        [(Active, ProgramStep.Pause)] = Paused,
        [(Paused, ProgramStep.Resume)] = Active,
        [(Active, ProgramStep.EndEarly)] = EndedEarly,
        [(Paused, ProgramStep.EndEarly)] = EndedEarly,
        [(Active, ProgramStep.Complete)] = Completed,
        [(Draft, ProgramStep.Cancel)] = Cancelled,
        [(Consent, ProgramStep.Cancel)] = Cancelled,
        [(Council, ProgramStep.Cancel)] = Cancelled,
        [(Approved, ProgramStep.Cancel)] = Cancelled,
    });

    static RuleViolation Refusal(ProgramStatus status, ProgramStep step) =>
        status is Draft or Consent && step is (ProgramStep.CouncilApprove or ProgramStep.HeadApprove)
            ? new RuleViolation("program.consents-missing")
            : new RuleViolation("program.step-not-now");
}
