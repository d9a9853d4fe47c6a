namespace Mentoring.Api.Features.School.PupilResults;

/// <summary>The counts of one figure.</summary>
/// <param name="Pupils">Who sat the test or exam, or is taught: 1 to 10,000.</param>
/// <param name="Successful">Who of them passed or succeeds; of olympiads how often they took part, which may be more.</param>
/// <param name="Prizes">Of olympiads alone: how often a place was won.</param>
/// <param name="CountedOn">Since when the figure counts: a day of the school year, not after today. Its month is that of the indicators.</param>
public sealed record PupilFigure(int Pupils, int Successful, DateOnly CountedOn, int? Prizes = null)
{
    public const int MostPupils = 10_000;
    public const int MostTimes = 100_000;

    /// <summary>Under this many pupils a figure stays at the school.</summary>
    public const int FewestShown = 10;
}

/// <summary>What one figure is of, beside the teacher and the school.</summary>
public sealed record PupilResultKey(int SchoolYear, PupilResultKind Kind, int Grade, AttainmentTerm? Term, string? Stage)
{
    public DateOnly FirstDay => new(SchoolYear, 9, 1);

    public DateOnly LastDay => new(SchoolYear + 1, 8, 31);
}

/// <summary>What counts must hold together; the database holds the same.</summary>
public static class PupilResultRules
{
    public const int FirstYear = 2015, LastYear = 2100;

    /// <summary>In the grades in which the order of such a test or exam has it.</summary>
    public static bool HasGrade(PupilResultKind kind, int grade) => kind switch
    {
        PupilResultKind.Vpr => grade is (>= 4 and <= 8) or 10,
        PupilResultKind.Oge => grade == 9,
        PupilResultKind.Ege => grade == 11,
        _ => grade is >= 1 and <= 11,
    };

    /// <returns>Each member that is wrong, as requests call it, with the code of the problem.</returns>
    public static IEnumerable<(string Member, string Code)> Faults(PupilResultKey key, PupilFigure figure, DateOnly today)
    {
        if (!HasGrade(key.Kind, key.Grade)) yield return ("grade", "pupil-results.grade");
        if (key.Kind == PupilResultKind.Attainment != key.Term.HasValue) yield return ("term", "pupil-results.term");
        if (key.Kind == PupilResultKind.Olympiad != key.Stage is not null) yield return ("stage", "pupil-results.stage");
        if (figure.Pupils is < 1 or > PupilFigure.MostPupils) yield return ("pupils", "pupil-results.pupils");
        var most = key.Kind == PupilResultKind.Olympiad ? PupilFigure.MostTimes : figure.Pupils;
        if (figure.Successful < 0 || figure.Successful > most) yield return ("successful", "pupil-results.successful");
        if (key.Kind == PupilResultKind.Olympiad ? figure.Prizes is not { } prizes || prizes < 0 || prizes > figure.Successful : figure.Prizes is not null)
            yield return ("prizes", "pupil-results.prizes");
        if (figure.CountedOn < key.FirstDay || figure.CountedOn > key.LastDay) yield return ("countedOn", "pupil-results.day-outside");
        else if (figure.CountedOn > today) yield return ("countedOn", "pupil-results.day-ahead");
    }
}
