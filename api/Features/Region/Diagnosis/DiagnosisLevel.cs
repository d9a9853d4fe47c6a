using System.Text.Json;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.Diagnosis;

/// <summary>The level of one area as it was written down.</summary>
/// <param name="Area">Code of the dictionary `competence-area`.</param>
/// <param name="Level">0 to 100; of deficits, more is harder for the teacher.</param>
public sealed record DiagnosisLevel(string Area, int Level, RestsOn RestsOn)
{
    internal sealed record Row(string Area, int Level, string RestsOn);

    internal static IReadOnlyList<DiagnosisLevel> Of(IEnumerable<Row> rows) =>
        [.. rows.Select(row => new DiagnosisLevel(row.Area, row.Level, JsonSerializer.Deserialize<RestsOn>(row.RestsOn, Json.Options)!))];

    /// <summary>Of the diagnosis <c>@Id</c>, in the dictionary's order.</summary>
    internal const string Sql = """
        select a.area_code area, a.level, a.rests_on::text rests_on
          from diagnosis_area a left join dictionary_entry e on e.dictionary = 'competence-area' and e.code = a.area_code and e.valid_to is null
         where a.diagnosis_id = @Id order by e.position, a.area_code
        """;
}
