namespace Mentoring.Api.Features.Common.Imports;

/// <summary>What a roster does to the staff, in people who work there.</summary>
/// <param name="Staff">Before it.</param>
/// <param name="IsFirst">No file has told of this staff yet.</param>
/// <param name="OfWhom">Who comes and who leaves, as a hash.</param>
public sealed record Staffing(int Staff, int Joins, int Leaves, bool IsFirst, string OfWhom = "");

/// <summary>
/// When a file would end or begin the work of so many that it is likelier to be cut short, of another school or numbered
/// anew than true: somebody is asked first. A few people are no mass, save where they are all; and a staff that no file has
/// told of yet has to come.
/// </summary>
public sealed record MassChange(int Percent, int People)
{
    public static MassChange Of(IConfiguration configuration) =>
        new(configuration.GetValue("Imports:AskAbovePercent", 20), configuration.GetValue("Imports:AskFromPeople", 5));

    public bool Asks(Staffing of) => IsMass(of.Leaves, of.Staff) || IsEverybody(of) || !of.IsFirst && IsMass(of.Joins, of.Staff);

    /// <summary>One who works alone leaves as anybody else does.</summary>
    static bool IsEverybody(Staffing of) => of.Leaves >= 2 && of.Leaves >= of.Staff;

    bool IsMass(int changed, int staff) => changed >= People && changed * 100L > (long)staff * Percent;
}
