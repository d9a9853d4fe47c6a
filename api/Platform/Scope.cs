namespace Mentoring.Api.Platform;

/// <summary>
/// Whose rows the caller may touch with the permission that the operation asks for. The row policies of the database
/// compare with nothing else.
/// </summary>
/// <param name="Organizations">Schools and other bodies whose rows are open to the caller.</param>
/// <param name="Programs">Programs in which the caller takes part, wherever they are.</param>
/// <param name="Territories">Municipalities whose sums are open to the caller.</param>
/// <param name="Regions">Regions whose sums are open to the caller.</param>
/// <param name="Person">The caller as a person; null for systems.</param>
/// <param name="Account">The caller's account or client id.</param>
/// <param name="Permission">What the operation asks for: some rows are open to one permission alone.</param>
/// <param name="Federation">The right is held for the whole federation: what belongs to no organization is open too.</param>
/// <param name="System">A job of the platform itself: every row.</param>
public sealed record Scope(
    IReadOnlyCollection<Guid> Organizations,
    IReadOnlyCollection<Guid> Programs,
    IReadOnlyCollection<string> Territories,
    IReadOnlyCollection<string> Regions,
    Guid? Person,
    string Account,
    Permission Permission,
    bool Federation = false,
    bool System = false)
{
    public static readonly Scope None = new([], [], [], [], null, "", Permission.Public);

    /// <summary>The settings with which a statement carries it to the database.</summary>
    public IReadOnlyList<(string Name, string Value)> Settings =>
    [
        ("organizations", Literal(Organizations)),
        ("programs", Literal(Programs)),
        ("territories", Literal(Territories)),
        ("regions", Literal(Regions)),
        ("person", Person?.ToString() ?? ""),
        ("account", Account),
        ("federation", Federation ? "on" : ""),
        ("system", System ? "on" : ""),
        ("permission", Permission.ToString()),
    ];

    /// <summary>By a role there, by work there where that is enough, or because a job of the platform reaches every row.</summary>
    public bool Reaches(Guid organization) => System || Organizations.Contains(organization);

    public bool ReachesRegion(string region) => System || Regions.Contains(region);

    /// <param name="region">In which the territory lies, or which it is.</param>
    public bool ReachesTerritory(string territory, string region) => ReachesRegion(region) || Territories.Contains(territory);

    /// <summary>Sums are open to the organization itself and to whoever stands above it.</summary>
    public bool ReachesSums(Guid organization, string territory, string region) =>
        Federation || Reaches(organization) || ReachesTerritory(territory, region);

    /// <summary>A program is open by its organization, and to whoever takes part in it.</summary>
    public bool Opens(Guid organization, Guid program) => Reaches(organization) || Programs.Contains(program);

    /// <summary>What is out of reach is not found.</summary>
    public void MustReach(Guid organization)
    {
        if (!Reaches(organization)) throw new NotFound();
    }

    public void MustReachRegion(string region)
    {
        if (!ReachesRegion(region)) throw new NotFound();
    }

    public static Scope Platform(string job) => None with { Account = job, System = true };

    /// <summary>A PostgreSQL array literal; the empty one for nobody. Codes and ids hold no character that needs a quote.</summary>
    public static string Literal<T>(IReadOnlyCollection<T> values) => $"{{{string.Join(',', values)}}}";
}
