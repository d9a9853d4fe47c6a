using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Common.Notifications;

/// <summary>Who is told. Whoever did it is left out. What only one area tells of is declared beside its notices.</summary>
/// <param name="Accounts">
/// The query that finds them, as accounts, by what it happened to: <c>@OrganizationId</c>, <c>@ProgramId</c>, <c>@SubjectId</c>, <c>@Concerned</c>,
/// <c>@Today</c>, <c>@Now</c>.
/// </param>
/// <param name="MayHold">Whether somebody with these grants can belong to them at all.</param>
public sealed record Audience(string Accounts, Func<Grants, bool> MayHold)
{
    /// <summary>Those who take part in the program now.</summary>
    public static readonly Audience Participants = Of("""
        select a.id from program_participant p join identity.account a on a.person_id = p.person_id
         where p.program_id = @ProgramId and takes_part(p, @Now)
        """);

    /// <summary>Those who took part in it until it ended, also where their work has ended since.</summary>
    public static readonly Audience LastParticipants = Of("""
        select a.id from program_participant p join program ended on ended.id = p.program_id join identity.account a on a.person_id = p.person_id
         where p.program_id = @ProgramId and (p.left_on is null or p.left_on >= local_day(ended.finished_at, ended.organization_id))
        """);

    public static readonly Audience Curators = Holders(Role.Curator);
    public static readonly Audience Council = Holders(Role.CouncilChair, Role.CouncilMember);
    public static readonly Audience CouncilChair = Holders(Role.CouncilChair);
    public static readonly Audience Heads = Holders(Role.Head);
    public static readonly Audience CentreHeads = Holders(Role.CentreHead);
    public static readonly Audience Union = Holders(Role.UnionRepresentative);
    public static readonly Audience Psychologists = Holders(Role.Psychologist);

    /// <summary>Whoever coordinates the organization's municipality and region.</summary>
    public static readonly Audience Coordinators = Of("""
        select r.account_id from role_assignment r join organization o on r.territory_code in (o.territory_code, o.region_code)
         where o.id = @OrganizationId and r.role in ('MunicipalCoordinator', 'RegionalCoordinator') and r.account_id is not null
           and r.started_on <= @Today and (r.ended_on is null or r.ended_on > @Today)
        """,
        grants => grants.Held.Any(held => held.Role is Role.MunicipalCoordinator or Role.RegionalCoordinator));

    /// <summary>The person whom the command was about.</summary>
    public static readonly Audience Subject = Of("select id from identity.account where person_id = @SubjectId");

    /// <summary>People whom the command named itself, as its rows are closed to the platform's jobs or do not tell whom it asked just now.</summary>
    public static readonly Audience Concerned = Of("select id from identity.account where person_id = any(@Concerned)");

    /// <summary>Leaves out of the accounts <c>a</c> whoever is told as a curator.</summary>
    public const string NotCurator = """
        not exists (select from role_assignment r where r.account_id = a.id and r.organization_id = @OrganizationId and r.role = 'Curator'
                       and r.started_on <= @Today and (r.ended_on is null or r.ended_on > @Today))
        """;

    /// <summary>Whom a query finds: people, unless it says who else.</summary>
    public static Audience Of(string accounts, Func<Grants, bool>? mayHold = null) => new(accounts, mayHold ?? (grants => grants.Person is not null));

    /// <summary>Who holds one of these roles at the organization.</summary>
    public static Audience Holders(params Role[] roles) => new($"""
        select account_id from role_assignment
         where organization_id = @OrganizationId and role in ('{string.Join("','", roles)}') and account_id is not null
           and started_on <= @Today and (ended_on is null or ended_on > @Today)
        """, grants => grants.Held.Any(held => roles.Contains(held.Role)));
}
