using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.PupilResults;

/// <summary>A file of results with an example of each kind, to fill in. CSV unless XLSX is asked for.</summary>
public static class GetPupilResultTemplate
{
    public static void Map(RouteGroupBuilder imports) =>
        imports.MapGet("/pupil-results/template", ([AsParameters] ExportChoice choice, TimeProvider time) =>
                Export.File(choice, Export.IsRussian ? "Образец результатов обучающихся" : "pupil-results-sample", PupilColumns.Table,
                    Examples(Common.People.SchoolYear.Of(RegionTime.Today(RegionTime.Federation, time)) - 1)))
            .WithDescription(Export.Description)
            .Produces<string>(StatusCodes.Status200OK, "text/csv", Export.Spreadsheet)
            .Operation(nameof(GetPupilResultTemplate), Permission.PupilResultImport);

    static IEnumerable<object?[]> Examples(int year)
    {
        var (ru, june) = (Export.IsRussian, new DateOnly(year + 1, 6, 20));
        var (name, maths) = (ru ? "Иванова Мария Петровна" : "Ivanova Maria Petrovna", ru ? "Математика" : "Mathematics");
        yield return PupilColumns.Row(name, "0147", PupilResultKind.Vpr, maths, year, 6, null, null, new(52, 47, new(year + 1, 5, 15)));
        yield return PupilColumns.Row(name, "0147", PupilResultKind.Oge, maths, year, 9, null, null, new(26, 25, june));
        yield return PupilColumns.Row(name, "0147", PupilResultKind.Ege, maths, year, 11, null, null, new(12, 12, june));
        yield return PupilColumns.Row(name, "0147", PupilResultKind.Attainment, maths, year, 6, AttainmentTerm.Quarter1, null,
            new(54, 51, new(year, 10, 31)));
        yield return PupilColumns.Row(name, "0147", PupilResultKind.Olympiad, maths, year, 6, null, ru ? "Школьный этап" : "School stage",
            new(54, 18, new(year, 10, 25), 3));
    }
}
