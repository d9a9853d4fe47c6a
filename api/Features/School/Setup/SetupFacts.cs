using Mentoring.Api.Features.School.LocalActs;

namespace Mentoring.Api.Features.School.Setup;

/// <summary>What is known of a school when its checklist is made.</summary>
public sealed record SetupFacts
{
    public int Staff { get; init; }
    public int Teachers { get; init; }
    public int Curators { get; init; }
    public int Chairs { get; init; }
    public int CouncilMembers { get; init; }
    public int Psychologists { get; init; }
    public int Unionists { get; init; }
    public int Needs { get; init; }

    /// <summary>Distinct people in running programs, or with the role where there are none.</summary>
    public int Mentors { get; init; }
    public int Mentees { get; init; }
    public int ProgramsPrepared { get; init; }
    public int ProgramsRunning { get; init; }
    public MentoringStructure? Structure { get; init; }
    public DateOnly? NextReviewOn { get; init; }

    /// <summary>Kinds of provision of which something is provided, and records of any kind.</summary>
    public int ProvidedKinds { get; init; }
    public int Provisions { get; init; }

    /// <summary>The best act of each kind: in force before approved, approved before agreed, agreed before draft.</summary>
    public IReadOnlyDictionary<ActKind, ActStatus> Acts { get; init; } = new Dictionary<ActKind, ActStatus>();
}

/// <summary>The checklist as a pure function of the facts: nobody ticks it, doing the thing ticks it.</summary>
public static class SetupChecklist
{
    public static SetupState State(SetupStep step, SetupFacts facts, DateOnly today) => step switch
    {
        SetupStep.Staff => Some(facts.Staff > 0, false),
        SetupStep.IntroductionOrder => Act(facts, ActKind.IntroductionOrder),
        SetupStep.Regulation => Act(facts, ActKind.Regulation),
        SetupStep.Roadmap => Act(facts, ActKind.ImplementationRoadmap),
        SetupStep.Curator => Both(facts.Curators > 0, Act(facts, ActKind.CuratorOrder)),
        SetupStep.Structure => Some(facts.Structure is not null, false),
        SetupStep.Council when Chosen(facts) == MentoringStructure.Responsible => SetupState.NotNeeded,
        SetupStep.Council => Both(facts is { Chairs: > 0, CouncilMembers: > 1 }, Act(facts, ActKind.CouncilOrder), facts.Chairs + facts.CouncilMembers > 0),
        SetupStep.Psychologist => Some(facts.Psychologists > 0, false),
        SetupStep.Union => Some(facts.Unionists > 0, false),
        SetupStep.Agreement => Act(facts, ActKind.CollectiveAgreement),
        SetupStep.Monitoring => Some(facts.NextReviewOn >= today, facts.NextReviewOn is not null),
        SetupStep.Provision => Some(facts.ProvidedKinds == Enum.GetValues<ProvisionKind>().Length, facts.Provisions > 0),
        SetupStep.Need => Some(facts.Needs > 0, false),
        SetupStep.Mentors => Some(facts.Mentors > 0, false),
        SetupStep.Programs => Some(facts.ProgramsRunning > 0, facts.ProgramsPrepared > 0),
        _ => throw new ArgumentOutOfRangeException(nameof(step)),
    };

    static MentoringStructure Chosen(SetupFacts facts) => facts.Structure ?? StructureAdvice.For(facts.Mentors, facts.Mentees);

    static SetupState Some(bool done, bool started) => done ? SetupState.Done : started ? SetupState.Started : SetupState.Open;

    static SetupState Both(bool people, SetupState act, bool begun = false) =>
        people && act == SetupState.Done ? SetupState.Done : people || begun || act != SetupState.Open ? SetupState.Started : SetupState.Open;

    static SetupState Act(SetupFacts facts, ActKind kind) => !facts.Acts.TryGetValue(kind, out var status)
        ? SetupState.Open
        : status == ActStatus.InForce ? SetupState.Done : SetupState.Started;
}
