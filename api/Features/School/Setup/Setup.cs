using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Setup;

/// <summary>Chapter: how a school sets mentoring up, from nothing to a running system, and keeps it coordinated.</summary>
public static class Setup
{
    public static void MapSetup(this RouteGroupBuilder api)
    {
        var setup = api.MapGroup("/organizations/{organizationId:guid}/setup").Chapter("Setup",
            "How a school sets mentoring up: the steps, the structure, monitoring, provision.");
        GetSetup.Map(setup);
        SaveSetup.Map(setup);
        RecordReview.Map(setup);
        ListProvisions.Map(setup);
        AddProvision.Map(setup);

        var provisions = api.MapGroup("/provisions").WithTags("Setup");
        ReviseProvision.Map(provisions);
        MoveProvision.Map(provisions);
    }
}

/// <summary>Who coordinates mentoring in a school.</summary>
public enum MentoringStructure
{
    /// <summary>The curator alone.</summary>
    Responsible,

    /// <summary>The curator and a council of mentors.</summary>
    Council,

    /// <summary>The curator, the council and a department of their own.</summary>
    Department,
}

/// <summary>What a school may reward mentors with; how much stands in its acts.</summary>
public enum SetupIncentive { Supplement, Bonus, LeaveDays, Training, Award, Thanks }

/// <summary>The steps of setting mentoring up, in their order.</summary>
public enum SetupStep
{
    Staff, IntroductionOrder, Regulation, Roadmap, Curator, Structure, Council, Psychologist, Union, Agreement, Monitoring, Provision, Need, Mentors, Programs,
}

/// <summary>How far a step is, as the facts say.</summary>
public enum SetupState { Open, Started, Done, NotNeeded }

/// <summary>What is provided (section 3.1 of the model).</summary>
public enum ProvisionKind { Organizational, Methodical, Material, Infrastructure }

/// <summary>The kind of condition that it serves (section 1.2).</summary>
public enum ProvisionCondition { Legal, Pedagogical, Methodical, Managerial, Financial }

/// <summary>What the condition is for (section 1.2).</summary>
public enum ProvisionOutcome { Growth, SelfDetermination, SelfRealisation, Retention }

/// <summary>How far a provision is.</summary>
public enum ProvisionStatus { Planned, InProgress, Provided, Withdrawn }

/// <summary>What moves a provision.</summary>
public enum ProvisionStep { Start, Provide, Reopen, Withdraw }
