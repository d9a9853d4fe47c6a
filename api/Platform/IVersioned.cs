namespace Mentoring.Api.Platform;

/// <summary>A row that counts its changes, so that nobody overwrites what they have not seen.</summary>
public interface IVersioned
{
    int Version { get; }
}

public static class Versions
{
    /// <param name="seen">By which the caller goes; null where the change does not depend on the rest of the row.</param>
    public static T MustBeAt<T>(this T row, int? seen) where T : IVersioned
    {
        Stale.Unless(seen, row.Version);
        return row;
    }
}
