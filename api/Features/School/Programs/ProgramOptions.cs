using Mentoring.Api.Platform;
using static Mentoring.Api.Platform.ProgramStatus;

namespace Mentoring.Api.Features.School.Programs;

/// <summary>What may be done with a program beside moving it to another status.</summary>
public enum ProgramAction
{
    Revise, RevokeConsent, Evaluate, WorkRoadmap, ArrangeMeetings, WriteNotes, Correct, Extend, ReplaceMentor, SignPlan, SetPace, Prioritise, AddProduct,
    Comment, SetPilot, ContestConsent, SettleConsent,
}

/// <summary>
/// What this caller may do with this program now, so that the answer that shows its state also says what is possible: no
/// screen repeats these rules.
/// </summary>
public static class ProgramOptions
{
    /// <param name="May">The caller's permissions for this program, by role or by taking part.</param>
    /// <param name="TakesPart">The caller is one of the participants.</param>
    /// <param name="OwnConsent">The caller's newest consent.</param>
    /// <param name="NoticeGiven">Somebody has ended the program early; its last day is set.</param>
    /// <param name="Evaluated">Both sides have evaluated.</param>
    /// <param name="RoadmapDone">Every activity is done.</param>
    public sealed record Facts(
        ProgramStatus Status, IReadOnlySet<Permission> May, bool TakesPart, ConsentStatus? OwnConsent, bool NoticeGiven,
        bool Evaluated, bool RoadmapDone, bool HeldMeeting, DateOnly Today, DateOnly EndsOn)
    {
        /// <summary>A change of the plan is proposed and waits for signatures.</summary>
        public bool Proposed { get; init; }

        /// <summary>The caller's signature is among those it waits for.</summary>
        public bool AwaitsSignature { get; init; }

        /// <summary>The caller takes part as a mentee.</summary>
        public bool IsMentee { get; init; }

        /// <summary>A consent stands, or stood, in the caller's name.</summary>
        public bool MayContest { get; init; }

        /// <summary>A consent is contested.</summary>
        public bool Contested { get; init; }

        /// <summary>The caller had no hand in the account of somebody who contests a consent.</summary>
        public bool MaySettle { get; init; }

        public bool MayChangePlan => Status is Active or Paused && !NoticeGiven && !Proposed && !Contested;
    }

    public static IReadOnlyList<ProgramStep> Steps(Facts facts) =>
        [.. ProgramLifecycle.Steps.From(facts.Status).Where(step => IsCallers(step, facts))];

    public static IReadOnlyList<ProgramAction> Actions(Facts facts) =>
        [.. Enum.GetValues<ProgramAction>().Where(action => IsPossible(action, facts))];

    static bool IsCallers(ProgramStep step, Facts facts) => step switch
    {
        ProgramStep.Submit => facts.May.Contains(Permission.ProgramWrite),
        ProgramStep.ConsentsGiven or ProgramStep.ConsentRefused => facts is { TakesPart: true, OwnConsent: ConsentStatus.Requested },
        ProgramStep.ConsentWithdrawn => facts is { TakesPart: true, OwnConsent: ConsentStatus.Given },
        ProgramStep.CouncilApprove or ProgramStep.HeadApprove or ProgramStep.Resume when facts.Contested => false,
        ProgramStep.CouncilApprove or ProgramStep.CouncilReturn => !facts.TakesPart && facts.May.Contains(Permission.ProgramCouncil),
        ProgramStep.HeadApprove or ProgramStep.HeadReturn => !facts.TakesPart && facts.May.Contains(Permission.ProgramHead),
        ProgramStep.ConsentContested or ProgramStep.ConsentAnnulled => false,
        ProgramStep.EndEarly => !facts.NoticeGiven && facts.May.Contains(Permission.ProgramManage),
        ProgramStep.Complete => facts.May.Contains(Permission.ProgramManage) && facts is { Evaluated: true, HeldMeeting: true }
            && (facts.RoadmapDone || facts.Today > facts.EndsOn),
        _ => facts.May.Contains(Permission.ProgramManage),
    };

    static bool IsPossible(ProgramAction action, Facts facts) => action switch
    {
        ProgramAction.Revise => facts.Status == Draft && facts.May.Contains(Permission.ProgramPlan),
        ProgramAction.RevokeConsent =>
            facts is { TakesPart: true, OwnConsent: ConsentStatus.Given or ConsentStatus.Contested, NoticeGiven: false, Status: Active or Paused },
        ProgramAction.Evaluate => facts is { TakesPart: true, Status: Active or Paused },
        ProgramAction.WorkRoadmap => facts.Status == Active && facts.May.Contains(Permission.RoadmapProgress),
        ProgramAction.ArrangeMeetings => facts.Status == Active && facts.May.Contains(Permission.MeetingWrite),
        ProgramAction.Correct or ProgramAction.Extend => facts.MayChangePlan && facts.May.Contains(Permission.ProgramPlan),
        ProgramAction.ReplaceMentor => facts.MayChangePlan && facts.May.Contains(Permission.ProgramWrite),
        ProgramAction.SignPlan => facts is { Status: Active or Paused, NoticeGiven: false, AwaitsSignature: true }
            && facts.May.Contains(Permission.ProgramSign),
        ProgramAction.SetPace => facts is { TakesPart: true, Status: Active or Paused },
        ProgramAction.Prioritise => facts is { IsMentee: true, Status: Active or Paused },
        ProgramAction.AddProduct => facts.Status is Active or Paused && facts.May.Contains(Permission.RoadmapProgress),
        ProgramAction.Comment => facts.May.Contains(Permission.ProgramComment),
        ProgramAction.SetPilot => facts.Status != Cancelled && facts.May.Contains(Permission.ProgramCouncil),
        ProgramAction.ContestConsent => facts is { TakesPart: true, MayContest: true },
        ProgramAction.SettleConsent => facts is { Contested: true, MaySettle: true, TakesPart: false } && facts.May.Contains(Permission.ConsentSettle),
        ProgramAction.WriteNotes => facts is { TakesPart: true, Status: Active or Paused },
        _ => false,
    };
}
