using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.PupilResults;

/// <summary>
/// Chapter: what the pupils of a teacher reached, as counts of the teacher's classes and never as a pupil's record: tests and exams, attainment,
/// olympiads.
/// </summary>
public static class PupilResultsChapter
{
    public static void MapPupilResults(this RouteGroupBuilder api)
    {
        var ofSchool = api.MapGroup("/organizations/{organizationId:guid}").Chapter("Pupil results",
            "What teachers' pupils reached, as counts: VPR, OGE, EGE, attainment, olympiads; entered, corrected, brought as a file, summed for the school.");
        EnterPupilResult.Map(ofSchool);
        GetPupilResultSums.Map(ofSchool);
        ExportPupilResults.Map(ofSchool);

        var results = api.MapGroup("/pupil-results").WithTags("Pupil results");
        ListPupilResults.Map(results);
        GetPupilResult.Map(results);
        CorrectPupilResult.Map(results);
        WithdrawPupilResult.Map(results);
        UndoPupilResult.Map(results);

        var imports = api.MapGroup("/imports").WithTags("Pupil results");
        GetPupilResultTemplate.Map(imports);
        UploadPupilResults.Map(imports);
    }
}

/// <summary>Series that are never added to one another.</summary>
public enum PupilResultKind
{
    /// <summary>All-Russian tests (ВПР), grades 4 to 8 and 10.</summary>
    Vpr,

    /// <summary>The main state exam (ОГЭ), grade 9.</summary>
    Oge,

    /// <summary>The unified state exam (ЕГЭ), grade 11.</summary>
    Ege,

    /// <summary>Attainment (успеваемость): who of those taught succeeds.</summary>
    Attainment,

    /// <summary>Olympiads: how often pupils took part, and prize places.</summary>
    Olympiad,
}

/// <summary>The part of a school year that a figure of attainment tells of.</summary>
public enum AttainmentTerm { Quarter1, Quarter2, Quarter3, Quarter4, HalfYear1, HalfYear2, Year }

public enum PupilResultStep { Correct, Withdraw }

/// <summary>How a figure stands after a change.</summary>
/// <param name="IsWithdrawn">It counts no longer.</param>
/// <param name="Version">To be given with the next change.</param>
public sealed record PupilResultState(Guid Id, bool IsWithdrawn, int Version);
