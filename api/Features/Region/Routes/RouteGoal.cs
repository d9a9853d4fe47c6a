using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.Routes;

/// <summary>A goal of a mentoring program of the route's teacher, as the program has it now.</summary>
public sealed record RouteGoal
{
    public required Guid GoalId { get; init; }
    public required Guid ProgramId { get; init; }
    public required string ProgramTitle { get; init; }
    public required ProgramStatus ProgramStatus { get; init; }

    /// <summary>Code of the dictionary `competence-area`.</summary>
    public required string AreaCode { get; init; }
    public required string Difficulty { get; init; }
    public required string Goal { get; init; }
    public required string? Measure { get; init; }
    public required decimal? MeasureBefore { get; init; }
    public required decimal? MeasureTarget { get; init; }

    /// <summary>Where it stands, once somebody of the pair has said so.</summary>
    public required decimal? MeasureAfter { get; init; }

    /// <summary>It stands in the route as a difficulty.</summary>
    public required bool Taken { get; init; }

    internal const string Columns = """
        goal_id, program_id, program_title, program_status, area_code, difficulty, goal, measure, measure_before, measure_target, measure_after, taken
        """;
}
