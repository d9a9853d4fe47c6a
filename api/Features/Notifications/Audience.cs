using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Notifications;

/// <summary>Who is told. Whoever did it is left out.</summary>
public enum Audience
{
    /// <summary>Those who take part in the program now.</summary>
    Participants,
    Curators,
    Council,
    Heads,

    /// <summary>Whoever was given the role.</summary>
    RoleHolder,

    /// <summary>Whoever sent the file.</summary>
    Importer,
}

/// <summary>How each audience is found, as accounts.</summary>
public static class Audiences
{
    /// <summary>The roles whose holders at the organization are meant.</summary>
    public static readonly IReadOnlyDictionary<Audience, Role[]> Roles = new Dictionary<Audience, Role[]>
    {
        [Audience.Curators] = [Role.Curator],
        [Audience.Council] = [Role.CouncilChair, Role.CouncilMember],
        [Audience.Heads] = [Role.Head],
    };

    static readonly Dictionary<Audience, string> Others = new()
    {
        [Audience.Participants] = """
            select a.id from program_participant p join identity.account a on a.person_id = p.person_id
             where p.program_id = @ProgramId and (p.left_on is null or p.left_on > @Today)
            """,
        [Audience.RoleHolder] = "select account_id from role_assignment where id = @SubjectId",
        [Audience.Importer] = "select a.id from import i join identity.account a on a.id::text = i.created_by where i.id = @SubjectId",
    };

    /// <summary>One query for all accounts of these audiences.</summary>
    public static string Sql(IEnumerable<Audience> audiences) => string.Join("\nunion\n", audiences.Select(Of));

    static string Of(Audience audience) => Roles.TryGetValue(audience, out var roles)
        ? $"""
            select account_id from role_assignment
             where organization_id = @OrganizationId and role in ('{string.Join("','", roles)}') and account_id is not null
               and started_on <= @Today and (ended_on is null or ended_on > @Today)
            """
        : Others[audience];

    /// <summary>Whether somebody with these grants can belong to the audience at all.</summary>
    public static bool MayHold(this Audience audience, Grants grants) => audience switch
    {
        Audience.RoleHolder => true,
        Audience.Participants => grants.Person is not null,
        Audience.Importer => grants.Permissions.Contains(Permission.ImportManage),
        _ => grants.Held.Any(held => Roles[audience].Contains(held.Role)),
    };
}
