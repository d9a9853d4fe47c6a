namespace Mentoring.Api.Platform;

/// <summary>
/// What an organization holds and its head and curator do not read: the psychologist's work and the cases before the
/// council. The one list from which it follows which roles need a confirmation and which exclude leading the organization;
/// the constraints of <c>role_assignment</c> and <c>role_proposal</c> name the same roles, which a test compares.
/// </summary>
public static class Confidential
{
    /// <summary>Rights that open it. CaseOpen everybody has for the own cases; held at an organization, it opens them all.</summary>
    public static readonly IReadOnlySet<Permission> Permissions =
        new HashSet<Permission> { Permission.PsychologyWork, Permission.CaseOpen, Permission.CaseArbitrate };

    public static readonly IReadOnlySet<Role> Roles =
        Platform.Roles.Permissions.Where(of => of.Value.Overlaps(Permissions)).Select(of => of.Key).ToHashSet();

    public static readonly IReadOnlySet<Component> Components =
        Platform.Roles.OfComponent.Where(of => of.Value.Overlaps(Permissions)).Select(of => of.Key).ToHashSet();

    /// <summary>
    /// Whoever leads an organization takes nothing back of what it handed over, and whoever leads it, be it in the curator's
    /// place, does not read there what is confidential. The database keeps the roles of one organization apart; what comes
    /// by a delegation comes on another organization's word, and is kept apart here.
    /// </summary>
    public static IReadOnlyList<Assignment> Apart(IReadOnlyList<Assignment> held)
    {
        var led = Places(held.Where(a => a.Delegated is null && a.Role is Role.Head or Role.Curator or Role.CentreHead));
        var own = held.Where(a => a.Delegated is null || !led.Contains(a.OrganizationId)).ToList();
        led.UnionWith(Places(own.Where(a => a.Delegated is Component.CuratorDuties)));
        return own.Where(a => !led.Contains(a.OrganizationId) || !a.Permissions.Overlaps(Permissions)).ToList();
    }

    static HashSet<Guid?> Places(IEnumerable<Assignment> assignments) => assignments.Select(a => a.OrganizationId).ToHashSet();
}
