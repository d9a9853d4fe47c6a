namespace Mentoring.Api.Platform;

/// <summary>One dated role at one organization or territory.</summary>
public sealed record Assignment
{
    public Guid Id { get; init; }
    public Role Role { get; init; }
    public Guid? OrganizationId { get; init; }
    public string? OrganizationName { get; init; }

    /// <summary>For what another organization handed over: the component, whose permissions take the place of the role's.</summary>
    public Component? Delegated { get; init; }

    public IReadOnlySet<Permission> Permissions => Delegated is { } component ? Roles.OfComponent[component] : Roles.Permissions[Role];
    public string? TerritoryCode { get; init; }
    public string? TerritoryName { get; init; }
    public string? TerritoryLevel { get; init; }

    /// <summary>For a role at a territory: the regions in it, whose sums it opens.</summary>
    public string[] Regions { get; init; } = [];
}

/// <summary>All that a caller holds today, as the database says.</summary>
public sealed record Grants(string Account, string Name, string? Email, Guid? Person, IReadOnlyList<Assignment> Assignments, IReadOnlyList<Guid> Programs,
    IReadOnlyList<Guid> Employers)
{
    public static readonly Grants None = new("", "", null, null, [], [], []);

    /// <summary>Programs that the caller is asked to join as a mentor, not answered yet.</summary>
    public IReadOnlyList<Guid> Invitations { get; init; } = [];

    /// <summary>The database's snapshot in which they were read.</summary>
    public string AsOf { get; init; } = "";

    /// <summary>All assignments, also after the caller switched to one of them.</summary>
    public IReadOnlyList<Assignment> Held { get; } = Assignments;

    /// <summary>The permissions of all assignments, of taking part in programs, of being a person and of working somewhere.</summary>
    public IReadOnlySet<Permission> Permissions =>
        Assignments.SelectMany(a => a.Permissions).Concat(Programs.Count > 0 ? Roles.OfParticipant : [])
            .Concat(Person is not null ? Roles.OfPerson : []).Concat(Employers.Count > 0 ? Roles.OfEmployee : [])
            .Concat(Invitations.Count > 0 ? Roles.OfInvited : []).ToHashSet();

    /// <summary>What the caller may do with this program, by a role in its organization or by taking part.</summary>
    public IReadOnlySet<Permission> PermissionsFor(Guid organization, Guid program) => Enum.GetValues<Permission>()
        .Where(permission => For(permission)?.Opens(organization, program) == true)
        .ToHashSet();

    /// <summary>Narrowed to one assignment, as a person who switched to that role sees the product.</summary>
    public Grants As(Guid assignment) => this with
    {
        Assignments = Assignments.Where(a => a.Id == assignment).ToList() is { Count: 1 } one ? one : throw new Forbidden("caller.assignment-not-held"),
    };

    /// <summary>The rows that <paramref name="permission"/> reaches; null when it is not held at all.</summary>
    public Scope? For(Permission permission)
    {
        if (permission is Permission.Public or Permission.SignedIn)
            return new Scope([], Programs, [], [], Person, Account, permission);

        var holding = Assignments.Where(a => a.Permissions.Contains(permission)).ToList();
        var asPerson = Person is not null && Roles.OfPerson.Contains(permission);
        IReadOnlyList<Guid> programs = [.. asPerson || Roles.OfParticipant.Contains(permission) ? Programs : [],
            .. Roles.OfInvited.Contains(permission) ? Invitations : []];
        var employers = Roles.OfEmployee.Contains(permission) ? Employers : [];
        if (holding.Count == 0 && programs.Count == 0 && employers.Count == 0 && !asPerson) return null;

        return new Scope(
            [.. holding.Where(a => a.OrganizationId is not null).Select(a => a.OrganizationId!.Value).Concat(employers).Distinct()],
            programs,
            [.. holding.Where(a => a.TerritoryLevel == "Municipality").Select(a => a.TerritoryCode!).Distinct()],
            [.. holding.Where(a => a.TerritoryLevel is not null and not "Municipality").SelectMany(a => a.Regions).Distinct()],
            Person,
            Account,
            permission,
            Federation: holding.Any(a => a.TerritoryLevel == "Federation"));
    }
}
