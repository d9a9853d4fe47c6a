using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Programs;

/// <summary>Chapter: personalised mentoring programs, in the order of their life.</summary>
public static class Programs
{
    public static void AddPrograms(this IServiceCollection services) =>
        services.AddScoped<Approvals>().AddScoped<PlanVersionStore>().AddScoped<PlanChanges>()
            .AddJob<EndNoticedPrograms>("end-noticed-programs", job => job.Run(CancellationToken.None), EndNoticedPrograms.Schedule);

    public static void MapPrograms(this RouteGroupBuilder api)
    {
        var programs = api.MapGroup("/programs").Chapter("Programs", "Personalised mentoring programs from the draft to the evaluation.");
        ListPrograms.Map(programs);
        CountPrograms.Map(programs);
        CountPurposes.Map(programs);
        GetProgram.Map(programs);
        CreateProgram.Map(programs);
        ReviseProgram.Map(programs);
        SubmitProgram.Map(programs);
        DecideConsent.Map(programs);
        ContestConsent.Map(programs);
        SettleConsent.Map(programs);
        DecideAsCouncil.Map(programs);
        DecideAsHead.Map(programs);
        CompleteActivity.Map(programs);
        ReopenActivity.Map(programs);
        PauseProgram.Map(programs);
        ResumeProgram.Map(programs);
        ListPlanVersions.Map(programs);
        GetPlanVersion.Map(programs);
        CorrectPlan.Map(programs);
        ExtendProgram.Map(programs);
        ReplaceMentor.Map(programs);
        SignPlanVersion.Map(programs);
        DeclinePlanVersion.Map(programs);
        WithdrawPlanVersion.Map(programs);
        SetPace.Map(programs);
        SetGoalPriorities.Map(programs);
        SetPilot.Map(programs);
        ListProducts.Map(programs);
        AddProduct.Map(programs);
        GetProductFile.Map(programs);
        WithdrawProduct.Map(programs);
        ListProgramRecords.Map(programs);
        AddProgramRecord.Map(programs);
        WithdrawProgramRecord.Map(programs);
        ListComments.Map(programs);
        AddComment.Map(programs);
        WithdrawComment.Map(programs);
        EvaluateProgram.Map(programs);
        CompleteProgram.Map(programs);
        RevokeConsent.Map(programs);
        EndProgramEarly.Map(programs);
        CancelProgram.Map(programs);

        var templates = api.MapGroup("/roadmap-templates").Chapter("Roadmap templates", "Goals and roadmaps that a school uses again.");
        ListRoadmapTemplates.Map(templates);
        CreateRoadmapTemplate.Map(templates);
        ReviseRoadmapTemplate.Map(templates);
        RetireRoadmapTemplate.Map(templates);
    }
}

/// <summary>What moves a program from one status to another.</summary>
public enum ProgramStep
{
    Submit, ConsentsGiven, ConsentRefused, ConsentWithdrawn, CouncilApprove, CouncilReturn, HeadApprove, HeadReturn,
    Pause, Resume, EndEarly, Complete, Cancel, ConsentContested, ConsentAnnulled,
}

/// <summary>Who answers for an activity of the roadmap.</summary>
public enum Responsible { Mentor, Mentee, Both }

/// <summary>
/// A participant's written consent; a superseded one belongs to terms that were changed. Of a contested one the person says
/// that somebody else signed it; annulled, it never held.
/// </summary>
public enum ConsentStatus { Requested, Given, Refused, Revoked, Superseded, Contested, Annulled }

/// <summary>How a dispute about a consent ended.</summary>
public enum ContestOutcome { Upheld, Annulled }

/// <summary>What the council or the head decides on a program.</summary>
public enum ApprovalDecision { Approved, Returned }

/// <summary>Who decides on a program: the council of mentors, then the head.</summary>
public enum ApprovalStage { Council, Head }

/// <summary>A new kind of program is tried before it is used widely: the council of mentors says so, and concludes.</summary>
public enum Pilot { None, Running, Adopted, Rejected }

/// <summary>What a program is part of: professional development (ДПО), or the methodical work of the school.</summary>
public enum ProgramRecordKind { ProfessionalDevelopment, MethodicalWork }

/// <summary>How deep a pair goes into a goal.</summary>
public enum PaceDepth { Overview, Practice, Mastery }

/// <summary>How a version of a plan stands after a step.</summary>
/// <param name="ProgramVersion">To be given with the next change of the program.</param>
public sealed record PlanVersionState(int Number, PlanVersionStatus Status, int ProgramVersion);

/// <summary>How a program stands after a step.</summary>
/// <param name="Version">To be given with the next change.</param>
/// <param name="NoticeUntil">The last day of the program, where notice was given.</param>
/// <param name="NoticeIsProvisional">It was counted through a year whose decree on days off is not published yet.</param>
public sealed record ProgramState(ProgramStatus Status, int Version, DateOnly? NoticeUntil = null, bool NoticeIsProvisional = false);
