using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Common.Imports;

/// <summary>
/// Whose files somebody sees and decides, beside the right to imports: those of an organization's staff by the right to rosters there, a
/// file that an area brings by the right that the area names. A file of the register has no organization.
/// </summary>
static class ImportReach
{
    public static readonly IReadOnlyDictionary<ImportKind, IBringFiles> Brought = Contributions.Of<IBringFiles>().ToDictionary(one => one.Kind);

    /// <summary>Of import <c>i</c>, by <see cref="Of"/>.</summary>
    public const string Sql = """
        (i.organization_id is null or exists (select from unnest(@Kinds::text[], @Places::uuid[]) r (kind, place)
                                               where r.kind = i.kind and r.place = i.organization_id))
        """;

    static readonly ImportKind[] OfOrganizations = [.. Enum.GetValues<ImportKind>().Where(kind => kind != ImportKind.OrganizationRegister)];

    static Permission Needs(ImportKind kind) => Brought.GetValueOrDefault(kind)?.Permission ?? Permission.RosterImport;

    /// <summary>Kinds and the places of each, side by side.</summary>
    public static (string[] Kinds, Guid[] Places) Of(Caller caller)
    {
        var all = OfOrganizations.SelectMany(kind => (caller.Grants.For(Needs(kind))?.Organizations ?? []).Select(place => (Kind: kind.ToString(), place)));
        return ([.. all.Select(one => one.Kind)], [.. all.Select(one => one.place)]);
    }

    /// <summary>What is out of the caller's reach is not found.</summary>
    public static void Demand(Caller caller, ImportKind kind, Guid? organization)
    {
        if (organization is { } place && !caller.May(Needs(kind), place)) throw new NotFound();
    }
}
