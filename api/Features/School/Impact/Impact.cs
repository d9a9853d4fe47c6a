using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Impact;

/// <summary>
/// Chapter: what changes with mentees, mentors and the school (stage two of monitoring): the same questions before and after, the own change
/// to whoever answered, sums of pairs to the school, and since when a mentee has settled in.
/// </summary>
public static class ImpactChapter
{
    public static void MapImpact(this RouteGroupBuilder api)
    {
        var ofProgram = api.MapGroup("/programs/{programId:guid}").Chapter("Impact",
            "What changes with participants and the school: measures before and after, compared in pairs, and when mentees have settled in.");
        GetProgramImpact.Map(ofProgram);
        GetImpactMeasure.Map(ofProgram);
        SaveImpactAnswers.Map(ofProgram);
        SendImpactAnswers.Map(ofProgram);
        CorrectImpactAnswers.Map(ofProgram);
        WithdrawImpactAnswers.Map(ofProgram);
        ShareImpactAnswers.Map(ofProgram);
        SayAdapted.Map(ofProgram);

        ListOwnImpact.Map(api.MapGroup("/me").WithTags("Impact"));

        var ofSchool = api.MapGroup("/organizations/{organizationId:guid}").WithTags("Impact");
        GetImpactSums.Map(ofSchool);
        ExportImpactSums.Map(ofSchool);
        ListImpactTakings.Map(ofSchool);
        RemindImpact.Map(ofSchool);
        GetSchoolImpact.Map(ofSchool);
        SaveSchoolImpact.Map(ofSchool);
    }
}

/// <summary>Which of the two measures it is.</summary>
public enum ImpactMoment { Before, After }

public enum ImpactStatus
{
    /// <summary>Begun and not sent.</summary>
    Draft,

    /// <summary>Counts.</summary>
    Sent,

    /// <summary>Taken back by its author; it can be filled in anew while it is open.</summary>
    Withdrawn,
}

public enum ImpactStep { Save, Send, Correct, Withdraw }

/// <summary>What is measured.</summary>
public enum ImpactSubject { Mentee, Mentor, School }

/// <summary>How a measure stands after a step.</summary>
/// <param name="Version">To be given with the next step.</param>
public sealed record ImpactState(ImpactStatus Status, int Version);
