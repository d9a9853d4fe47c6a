namespace Mentoring.Api.Platform;

/// <summary>Rules of one area that two requests can race, and so belong to the database: each constraint with its problem code.</summary>
public interface INamedConstraints
{
    IReadOnlyDictionary<string, string> Codes { get; }
}

/// <summary>The constraints of all areas.</summary>
public static class Constraints
{
    public static readonly IReadOnlyDictionary<string, string> Codes =
        Contributions.Of<INamedConstraints>().SelectMany(area => area.Codes).ToDictionary(constraint => constraint.Key, constraint => constraint.Value);
}
