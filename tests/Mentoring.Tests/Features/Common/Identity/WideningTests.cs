using System.Text.Json.Nodes;
using Dapper;
using FsCheck;
using FsCheck.Fluent;
using Mentoring.Api.Platform;
using Mentoring.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Mentoring.Tests.Features.Common.Identity;

/// <summary>
/// Whatever one person grants, ends, offers, accepts and hands over, in any order, with the own account and with accounts
/// made for nobody: what that person reads does not grow.
/// </summary>
public sealed class WideningTests : ApiTest
{
    /// <param name="Kind">What is tried.</param>
    /// <param name="Who">By which of the person's accounts.</param>
    /// <param name="Whom">To which account or person.</param>
    public sealed record Act(int Kind, int Who, int Whom, int What, int Where)
    {
        public override string ToString() => $"{(Try)Kind} by {Who} to {Whom}: {What} at {Where}";
    }

    enum Try { Grant, GrantLater, End, Extend, Invite, AnswerSeat, Propose, Accept, AnswerRole, DecideRole, Withdraw, Register }

    static readonly Arbitrary<Act[]> Acts = (
        from kind in Gen.Frequency((1, Gen.Constant((int)Try.Grant)), (3, Gen.Choose(0, Enum.GetValues<Try>().Length - 1)))
        from who in Gen.Frequency((5, Gen.Constant(0)), (1, Gen.Constant(1)))
        from whom in Gen.Choose(0, 2)
        from what in Gen.Frequency((2, Gen.Elements((int)Role.Curator, (int)Role.CouncilChair, (int)Role.Psychologist)), (1, Gen.Choose(0, 15)))
        from @where in Gen.Choose(0, 1)
        select new Act(kind, who, whom, what, @where)).ArrayOf(10).ToArbitrary();

    /// <summary>Somebody with rights to give, and those whom they could give them to.</summary>
    sealed record Cast(Guid[] Schools, Guid Person, Guid[] Own, Guid[] Accounts, Guid[] People);

    async Task<Cast> Meet(Role[] first, Role[] second, bool administrator)
    {
        Guid[] schools = [await World.School(), await World.School()];
        var (person, colleague) = (await World.Teacher(schools[0]), await World.Teacher(schools[0]));
        var (own, nobody, other) = (await World.Account(person), await World.Account(), await World.Account(colleague));
        foreach (var role in first) await World.Assign(own, role, schools[0]);
        foreach (var role in second) await World.Assign(own, role, schools[1]);
        if (administrator)
            await Sql.ExecuteAsync("""
                insert into role_assignment (id, account_id, role, territory_code, started_on, granted_by)
                values (gen_random_uuid(), @own, 'SystemAdministrator', 'RU', '2024-01-01', 'test')
                """, new { own });
        return new(schools, person, [own, nobody], [own, nobody, other], [person, colleague]);
    }

    [Test]
    public void A_head() => Holds([Role.Head], [], Reads);

    [Test]
    public void A_head_who_is_a_psychologist_elsewhere() => Holds([Role.Head], [Role.Psychologist], Reads);

    [Test]
    public void A_head_of_two_schools_who_sits_on_both_councils() => Holds([Role.Head, Role.CouncilMember], [Role.Head, Role.CouncilMember], Reads);

    [Test]
    public void A_curator_who_leads_another_school() => Holds([Role.Curator], [Role.Head], Reads);

    [Test]
    public void A_chair_of_the_council() => Holds([Role.CouncilChair], [Role.Curator], Reads);

    /// <summary>Who runs the platform makes heads and registers systems; what is confidential stays closed all the same.</summary>
    [Test]
    public void An_administrator_as_far_as_it_is_confidential() =>
        Holds([], [], of => Reads(of).Where(read => Confidential.Permissions.Contains(read.Permission)), administrator: true);

    void Holds(Role[] first, Role[] second, Func<JsonNode, IEnumerable<(Permission Permission, Guid Place)>> reads, bool administrator = false) =>
        Prop.ForAll(Acts, acts =>
    {
        var cast = Meet(first, second, administrator).GetAwaiter().GetResult();
        return Task.Run(async () =>
        {
            var before = await All(cast, reads);
            var files = await Opened(cast);
            foreach (var act in acts) using (await Take(cast, act)) { }
            var more = (await All(cast, reads)).Except(before).ToList();
            if (more.Count > 0) await TestContext.Out.WriteLineAsync(string.Join(", ", more));
            return more.Count == 0 && (await Opened(cast)).IsSubsetOf(files);
        }).GetAwaiter().GetResult();
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(12));

    /// <summary>What the roles give, by place.</summary>
    static IEnumerable<(Permission Permission, Guid Place)> Reads(JsonNode me) =>
        from held in me["assignments"]!.AsArray()
        where held!["organizationId"] is not null
        let component = (string?)held!["delegated"]
        let rights = component is null ? Roles.Permissions[Enum.Parse<Role>((string)held["role"]!)] : Roles.OfComponent[Enum.Parse<Component>(component)]
        from right in rights
        select (right, (Guid)held["organizationId"]!);

    async Task<HashSet<(Permission, Guid)>> All(Cast cast, Func<JsonNode, IEnumerable<(Permission, Guid)>> reads)
    {
        var all = new HashSet<(Permission, Guid)>();
        foreach (var account in cast.Own)
        {
            Services.GetRequiredService<Access>().Forget(account.ToString());
            all.UnionWith(reads(await As(account).GetAsync("/api/v1/me").Ok()));
        }

        return all;
    }

    /// <summary>The psychologist's workspaces and the councils' cases that really open.</summary>
    async Task<HashSet<string>> Opened(Cast cast)
    {
        var opened = new HashSet<string>();
        string[] paths = [.. cast.Schools.Select(school => $"/api/v1/organizations/{school}/psychology/readiness"), $"/api/v1/cases/{await Case(cast)}"];
        foreach (var account in cast.Own)
            foreach (var path in paths)
                using (var answer = await As(account).GetAsync(path))
                    if (answer.IsSuccessStatusCode) opened.Add(path);
        return opened;
    }

    /// <summary>A colleague's case about the head, made when it is first asked for.</summary>
    async Task<Guid> Case(Cast cast)
    {
        await Sql.ExecuteAsync("""
            insert into arbitration_case (
                id, organization_id, region_code, kind, about, status, subject, statement, complainant_id, complainant_name, opened_at)
            select gen_random_uuid(), id, region_code, 'Complaint', 'Head', 'Opened', 'Тема', 'Так было', @complainant, 'Коллега', now()
              from organization where id = @school and not exists (select from arbitration_case where organization_id = @school)
            """, new { school = cast.Schools[0], complainant = cast.People[1] });
        return await Sql.ExecuteScalarAsync<Guid>("select id from arbitration_case where organization_id = @school", new { school = cast.Schools[0] });
    }

    async Task<HttpResponseMessage> Take(Cast cast, Act act)
    {
        var client = As(cast.Own[act.Who]);
        var (school, other) = (cast.Schools[act.Where], cast.Schools[1 - act.Where]);
        var today = RegionTime.DayOf(DateTimeOffset.UtcNow, "Europe/Moscow");
        const string Proposals = "/api/v1/role-proposals";
        string Day(int days) => $"{today.AddDays(days):O}";
        return (Try)act.Kind switch
        {
            Try.Grant => await client.Post("/api/v1/role-assignments", Granted(cast, act, null)),
            Try.GrantLater => await client.Post("/api/v1/role-assignments", Granted(cast, act, Day(1))),
            Try.End => await client.Post($"/api/v1/role-assignments/{await Some("role_assignment", cast, act)}/end"),
            Try.Extend => await client.Post($"/api/v1/role-assignments/{await Some("role_assignment", cast, act)}/end", new { endsOn = Day(300) }),
            Try.Invite => await client.Post($"/api/v1/organizations/{school}/council/seats",
                new { personId = cast.People[act.Whom % 2], seat = act.What % 2 == 0 ? "Chair" : "Member", basis = "Приказ № 1" }),
            Try.AnswerSeat => await client.Post($"/api/v1/council/seats/{await Some("council_seat", cast, act)}/answer", new { version = 1, accepted = true }),
            Try.Propose => await client.Post($"/api/v1/organizations/{school}/delegations",
                new { takerId = other, component = $"{(Component)(act.What % 10)}", startsOn = Day(0), endsOn = Day(9), basis = "Соглашение № 1" }),
            Try.Accept => await client.Post($"/api/v1/delegations/{await Some("delegation", cast, act)}/accept", new { version = 1 }),
            Try.AnswerRole => await client.Post($"{Proposals}/{await Some("role_proposal", cast, act)}/answer", new { version = 1, accepted = true }),
            Try.DecideRole => await client.Post($"{Proposals}/{await Some("role_proposal", cast, act)}/decide", new { version = 2, confirmed = true }),
            Try.Withdraw => await client.Post($"{Proposals}/{await Some("role_proposal", cast, act)}/withdraw", new { version = 1 }),
            _ => await client.Post("/api/v1/clients", new { name = "Система", organizationId = school }),
        };
    }

    static object Granted(Cast cast, Act act, string? until)
    {
        var (role, account) = ((Role)act.What, cast.Accounts[act.Whom]);
        var territory = role switch
        {
            Role.MunicipalCoordinator => World.Municipality,
            Role.RegionalCoordinator or Role.RegionalAnalyst => World.Region,
            Role.FederalOperator or Role.FederalAnalyst or Role.SystemAdministrator => "RU",
            _ => null,
        };
        return territory is null
            ? new { accountId = account, role = $"{role}", organizationId = cast.Schools[act.Where], basis = "Приказ № 1", endedOn = until }
            : new { accountId = account, role = $"{role}", territoryCode = territory };
    }

    /// <summary>One of the rows that there are, by its place among them.</summary>
    async Task<Guid> Some(string rows, Cast cast, Act act)
    {
        var ids = (await Sql.QueryAsync<Guid>($"select id from {rows} where organization_id = any(@Schools) order by id", new { cast.Schools })).ToList();
        return ids.Count == 0 ? Guid.Empty : ids[act.What % ids.Count];
    }
}
