using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Common.Notifications;

/// <summary>Who is told. Whoever did it is left out.</summary>
public enum Audience
{
    /// <summary>Those who take part in the program now.</summary>
    Participants,

    /// <summary>Those who took part in it until it ended, also where their work has ended since.</summary>
    LastParticipants,
    Curators,
    Council,
    CouncilChair,
    Heads,
    Union,
    Psychologists,

    /// <summary>Whoever coordinates the organization's municipality and region.</summary>
    Coordinators,

    /// <summary>Everybody at the school who may read its acts.</summary>
    ActReaders,

    /// <summary>Whoever drafted the act.</summary>
    ActAuthor,

    /// <summary>Whoever was given the role.</summary>
    RoleHolder,

    /// <summary>Whose account it is.</summary>
    AccountHolder,

    /// <summary>Whoever is asked to hold a role that has to be confirmed.</summary>
    RoleCandidate,

    /// <summary>Whoever sent the file.</summary>
    Importer,

    /// <summary>The person whom the command was about.</summary>
    Subject,

    /// <summary>People whom the command named itself, as its rows are closed to the platform's jobs or do not tell whom it asked just now.</summary>
    Concerned,

    /// <summary>Those who have not signed the version yet; also a mentor who would come.</summary>
    PlanSigners,

    /// <summary>Whoever is asked to sit on the council.</summary>
    SeatHolder,

    /// <summary>Whose name the council wrote beside a task: one person of the school with exactly this name.</summary>
    TaskHolder,

    /// <summary>Whoever is to be rewarded.</summary>
    IncentivePerson,

    /// <summary>Whoever proposed the reward.</summary>
    IncentiveProposer,

    /// <summary>The mentor and the mentee who are asked to work together.</summary>
    MatchPair,

    /// <summary>Those who wrote the practice.</summary>
    PracticeAuthors,

    /// <summary>Whom a post would name and who has not let the school do so.</summary>
    Unreleased,

    /// <summary>Whoever answers for the partner's contract and is not told as a curator.</summary>
    ContractHolder,

    /// <summary>Whoever answers for the next step and is not told as a curator.</summary>
    StepHolder,

    /// <summary>Whoever heads a body of the external contour.</summary>
    CentreHeads,
}

/// <summary>How each audience is found, as accounts.</summary>
public static class Audiences
{
    /// <summary>The roles whose holders at the organization are meant.</summary>
    public static readonly IReadOnlyDictionary<Audience, Role[]> Roles = new Dictionary<Audience, Role[]>
    {
        [Audience.Curators] = [Role.Curator],
        [Audience.Council] = [Role.CouncilChair, Role.CouncilMember],
        [Audience.CouncilChair] = [Role.CouncilChair],
        [Audience.Heads] = [Role.Head],
        [Audience.Union] = [Role.UnionRepresentative],
        [Audience.CentreHeads] = [Role.CentreHead],
        [Audience.Psychologists] = [Role.Psychologist],
        [Audience.ActReaders] = [.. Platform.Roles.Permissions.Where(role => role.Value.Contains(Permission.ActRead)).Select(role => role.Key)],
    };

    const string NotCurator = """
        not exists (select from role_assignment r where r.account_id = a.id and r.organization_id = @OrganizationId and r.role = 'Curator'
                       and r.started_on <= @Today and (r.ended_on is null or r.ended_on > @Today))
        """;

    static readonly Dictionary<Audience, string> Others = new()
    {
        [Audience.Participants] = """
            select a.id from program_participant p join identity.account a on a.person_id = p.person_id
             where p.program_id = @ProgramId and takes_part(p, @Now)
            """,
        [Audience.LastParticipants] = """
            select a.id from program_participant p join program ended on ended.id = p.program_id join identity.account a on a.person_id = p.person_id
             where p.program_id = @ProgramId and (p.left_on is null or p.left_on >= local_day(ended.finished_at, ended.organization_id))
            """,
        [Audience.RoleHolder] = "select account_id from role_assignment where id = @SubjectId",
        [Audience.RoleCandidate] = "select account_id from role_proposal where id = @SubjectId",
        [Audience.AccountHolder] = "select id from identity.account where id = @SubjectId",
        [Audience.Coordinators] = """
            select r.account_id from role_assignment r join organization o on r.territory_code in (o.territory_code, o.region_code)
             where o.id = @OrganizationId and r.role in ('MunicipalCoordinator', 'RegionalCoordinator') and r.account_id is not null
               and r.started_on <= @Today and (r.ended_on is null or r.ended_on > @Today)
            """,
        [Audience.ActAuthor] = "select a.id from local_act l join identity.account a on a.id::text = l.created_by where l.id = @SubjectId",
        [Audience.Subject] = "select id from identity.account where person_id = @SubjectId",
        [Audience.Concerned] = "select id from identity.account where person_id = any(@Concerned)",
        [Audience.PlanSigners] = """
            select a.id from program_version v
              join lateral (
                  select p.person_id from program_participant p
                   where p.program_id = v.program_id and takes_part(p, @Now) and p.person_id is distinct from v.leaving_id
                  union select v.incoming_id) asked on true
              join identity.account a on a.person_id = asked.person_id
             where v.id = @SubjectId and v.status = 'Proposed'
               and not exists (select from program_version_signature s where s.version_id = v.id and s.person_id = asked.person_id)
            """,
        [Audience.SeatHolder] = "select a.id from council_seat s join identity.account a on a.person_id = s.person_id where s.id = @SubjectId",
        [Audience.TaskHolder] = """
            select (array_agg(a.id))[1] from council_task t
              join person p on t.organization_id = any(p.organization_ids) and person_name(p) = t.responsible_name
              join identity.account a on a.person_id = p.id
             where t.id = @SubjectId having count(*) = 1
            """,
        [Audience.IncentivePerson] = "select a.id from incentive_proposal i join identity.account a on a.person_id = i.person_id where i.id = @SubjectId",
        [Audience.IncentiveProposer] = "select a.id from incentive_proposal i join identity.account a on a.person_id = i.proposed_by where i.id = @SubjectId",
        [Audience.MatchPair] = "select a.id from match_request r join identity.account a on a.person_id in (r.mentor_id, r.mentee_id) where r.id = @SubjectId",
        [Audience.PracticeAuthors] = "select a.id from practice_author p join identity.account a on a.person_id = p.person_id where p.practice_id = @SubjectId",
        [Audience.Unreleased] = """
            select a.id from site_post_person p join identity.account a on a.person_id = p.person_id
             where p.post_id = @SubjectId
               and not exists (select from site_release r where r.organization_id = p.organization_id and r.person_id = p.person_id and r.revoked_at is null)
            """,
        [Audience.ContractHolder] = $"""
            select a.id from partner_contract c join identity.account a on a.person_id = c.responsible_id where c.id = @SubjectId and {NotCurator}
            """,
        [Audience.StepHolder] = $"""
            select a.id from coordination_entry e join identity.account a on a.person_id = e.next_responsible_id where e.id = @SubjectId and {NotCurator}
            """,
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
        _ when Roles.TryGetValue(audience, out var roles) => grants.Held.Any(held => roles.Contains(held.Role)),
        Audience.RoleHolder or Audience.AccountHolder => true,
        Audience.Coordinators => grants.Held.Any(held => held.Role is Role.MunicipalCoordinator or Role.RegionalCoordinator),
        Audience.Importer => grants.Permissions.Contains(Permission.ImportManage),
        Audience.ActAuthor => grants.Permissions.Contains(Permission.ActWrite),
        Audience.IncentiveProposer => grants.Permissions.Contains(Permission.IncentivePropose),
        _ => grants.Person is not null,
    };
}
