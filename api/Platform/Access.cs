using System.Globalization;
using System.Security.Claims;
using Dapper;
using Microsoft.Extensions.Caching.Memory;
using Npgsql;

namespace Mentoring.Api.Platform;

/// <summary>
/// The first lock: may this caller do this at all? Grants and the session are read from the database together and kept for
/// seconds, so that revoking an assignment or ending a session takes effect at once for people and costs nothing for busy systems.
/// </summary>
public sealed class Access(NpgsqlDataSource source, IMemoryCache cache, TimeProvider time, IConfiguration configuration)
{
    /// <summary>A person who holds several roles names the one in use.</summary>
    public const string AssignmentHeader = "Mentoring-Assignment";

    static readonly TimeSpan KeptFor = TimeSpan.FromSeconds(3);

    /// <summary>Another provider may name its own sessions in <c>sid</c>: we know nothing of them.</summary>
    readonly bool _sessionsAreOurs = configuration["Identity:Authority"] is null;

    public async Task Admit(HttpContext http, Caller caller, Permission permission)
    {
        if (permission == Permission.Public) return;
        var subject = http.User.FindFirstValue("sub") ?? throw new Unauthorized();
        var (grants, session, kept) = await Load(subject, http.User, http.RequestAborted);
        var scope = As(http, grants).For(permission);
        if (scope is null && kept && await Renewed(subject, grants, http) is { } newer) (grants, scope) = (newer, As(http, newer).For(permission));
        caller.Become(As(http, grants), scope ?? throw new Forbidden("permission.missing"), session);
    }

    /// <summary>
    /// Looks again whether the caller may see what was not found: somebody may have been named in the seconds for which
    /// grants are kept.
    /// </summary>
    /// <returns>Whether the caller holds anything else than before.</returns>
    public async Task<bool> Again(HttpContext http, Caller caller)
    {
        var subject = http.User.FindFirstValue("sub");
        if (subject is null || cache.Get<Grants>(("grants", subject)) is not { } kept) return false;
        if (await Renewed(subject, kept, http) is not { } grants || As(http, grants).For(caller.Scope.Permission) is not { } scope) return false;
        caller.Become(As(http, grants), scope, caller.Session);
        return true;
    }

    /// <summary>What the subject holds now; null when it is what was kept. All of it is read only if somebody changed any of it.</summary>
    async Task<Grants?> Renewed(string subject, Grants kept, HttpContext http)
    {
        if (!await Changed(subject, kept, http.RequestAborted)) return null;
        Forget(subject);
        var (now, _, _) = await Load(subject, http.User, http.RequestAborted);
        return Fingerprint(now) == Fingerprint(kept) ? null : now;
    }

    async Task<bool> Changed(string subject, Grants kept, CancellationToken ct)
    {
        string[] who = [subject, .. kept.Person is { } person ? [person.ToString()] : Array.Empty<string>(),
            .. kept.Held.Where(held => held.OrganizationId is not null).Select(held => held.OrganizationId.ToString()!)];
        await using var connection = await source.OpenConnectionAsync(ct);
        await using var rows = await connection.QueryMultipleAsync(new CommandDefinition(ChangedSql, new { who, kept.AsOf }, cancellationToken: ct));
        await rows.ReadAsync();
        return await rows.ReadSingleAsync<bool>();
    }

    static string Fingerprint(Grants grants) => string.Join(';',
        string.Join(',', grants.Held.Select(held => held.Id)), string.Join(',', grants.Programs.Order()), string.Join(',', grants.Employers.Order()),
        string.Join(',', grants.Invitations.Order()), grants.Person);

    static Grants As(HttpContext http, Grants grants) => http.Request.Headers[AssignmentHeader].ToString() is not { Length: > 0 } wanted ? grants
        : grants.As(Guid.TryParse(wanted, out var id) ? id : throw new Forbidden("caller.assignment-not-held"));

    async Task<(Grants, CurrentSession, bool Kept)> Load(string subject, ClaimsPrincipal user, CancellationToken ct)
    {
        var id = _sessionsAreOurs && Guid.TryParse(user.FindFirstValue("sid"), out var sid) ? sid : (Guid?)null;
        var grants = cache.Get<Grants>(("grants", subject));
        var standing = id is null ? null : cache.Get<Standing>(("session", id));
        var kept = grants is not null && (id is null || standing is not null);
        if (!kept)
        {
            (grants, standing) = await Read(subject, id, ct);
            cache.Set(("grants", subject), grants, KeptFor);
            if (id is not null) cache.Set(("session", id), standing, KeptFor);
        }

        if (id is not null) return (grants!, new(id, standing!.ConfirmedAt ?? throw new SessionEnded()), kept);
        var signedIn = long.TryParse(user.FindFirstValue("auth_time"), NumberStyles.None, CultureInfo.InvariantCulture, out var at);
        return (grants!, new(null, signedIn ? DateTimeOffset.FromUnixTimeSeconds(at).UtcDateTime : null), kept);
    }

    /// <summary>Forgets what is kept of a subject, after its own command changed it.</summary>
    public void Forget(string subject) => cache.Remove(("grants", subject));

    public void ForgetSession(Guid session) => cache.Remove(("session", (Guid?)session));

    /// <param name="ConfirmedAt">Null when the session has ended.</param>
    sealed record Standing(DateTime? ConfirmedAt);

    async Task<(Grants, Standing)> Read(string subject, Guid? session, CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        var now = time.GetUtcNow().UtcDateTime;
        var account = Guid.TryParse(subject, out var id) ? id : (Guid?)null;
        await using var rows = await connection.QueryMultipleAsync(new CommandDefinition(Sql, new
        {
            Account = account, Client = subject, Now = now, Session = session, Unseen = now - CurrentSession.Lifetime,
        }, cancellationToken: ct));
        var asOf = await rows.ReadSingleAsync<string>();
        var who = await rows.ReadSingleOrDefaultAsync<Who>();
        var assignments = Confidential.Apart((await rows.ReadAsync<Assignment>()).AsList());
        var programs = (await rows.ReadAsync<Guid>()).AsList();
        var employers = (await rows.ReadAsync<Guid>()).AsList();
        var invitations = (await rows.ReadAsync<Guid>()).AsList();
        var confirmed = await rows.ReadSingleOrDefaultAsync<DateTime?>();
        if (account is not null && who is null) throw new Unauthorized();
        if (who is { Blocked: true }) throw new SessionEnded();
        var grants = new Grants(subject, who?.DisplayName ?? subject, who?.Email, who?.PersonId, assignments, programs, employers)
        {
            Invitations = invitations, AsOf = asOf,
        };
        return (grants, new(confirmed));
    }

    sealed record Who(string DisplayName, string? Email, Guid? PersonId, bool Blocked);

    // What had been committed when the rights were read is in them already.
    const string ChangedSql = """
        select set_config('scope.system', 'on', true);
        select exists (select from grant_change where who = any(@who) and not pg_visible_in_snapshot(txid, @AsOf::pg_snapshot))
        """;

    const string Sql = """
        select pg_current_snapshot()::text from set_config('scope.system', 'on', true);

        select display_name, email, person_id, blocked_at is not null blocked from identity.account where id = @Account;

        select a.id, a.role, a.organization_id, o.name_short organization_name, a.territory_code, t.name_ru territory_name, t.level territory_level,
               array(select r.code from territory_tree tree join territory r on r.code = tree.descendant_code and r.level = 'Region'
                      where tree.ancestor_code = a.territory_code) regions, null delegated, a.started_on
          from role_assignment a
          left join organization o on o.id = a.organization_id
          left join territory t on t.code = a.territory_code
          cross join lateral (select local_day(@Now, a.organization_id, a.territory_code) today) day
         where (a.account_id = @Account or a.client_id = @Client)
           and a.started_on <= day.today and (a.ended_on is null or a.ended_on > day.today)
        union all
        (select distinct on (d.id) d.id, a.role, d.organization_id, o.name_short, null, null, null, array[]::text[], d.component, d.starts_on
          from delegation d
          join role_assignment a on a.organization_id = d.taker_id
          join organization_zone zone on zone.place_id = d.organization_id
          join organization o on o.id = d.organization_id
          cross join lateral (select local_day(@Now, a.organization_id) today) day
         where (a.account_id = @Account or a.client_id = @Client)
           and a.started_on <= day.today and (a.ended_on is null or a.ended_on > day.today)
           and d.status in ('Accepted', 'InForce') and d.period @> (@Now::timestamptz at time zone zone.time_zone)::date
           and a.role = any(case d.component
                   when 'Psychologist' then array['Psychologist']
                   when 'CouncilMatching' then array['CouncilChair', 'CouncilMember']
                   when 'CouncilReview' then array['CouncilChair', 'CouncilMember']
                   else array['Curator'] end)
         order by d.id, a.role)
         order by started_on, id;

        select p.program_id
          from program_participant p
          join identity.account a on a.person_id = p.person_id
         where a.id = @Account and takes_part(p, @Now);

        select distinct e.organization_id
          from employment e
          join identity.account a on a.person_id = e.person_id
          cross join lateral (select local_day(@Now, e.organization_id) today) day
         where a.id = @Account and e.started_on <= day.today and (e.ended_on is null or e.ended_on > day.today);

        select v.program_id
          from program_version v
          join identity.account a on a.person_id = v.incoming_id
         where a.id = @Account and v.status = 'Proposed'
           and exists (select from employment e where e.person_id = v.incoming_id and e.organization_id = v.incoming_employer_id
                          and (e.ended_on is null or e.ended_on > local_day(@Now, e.organization_id)));

        select confirmed_at from identity.session where id = @Session and account_id = @Account and ended_at is null and seen_at > @Unseen;
        """;
}
