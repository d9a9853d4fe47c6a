using Dapper;
using Mentoring.Api.Features.Common.Identity;
using Mentoring.Api.Platform;
using Mentoring.Tests.Support;
using Npgsql;

namespace Mentoring.Tests.Features.Common.Identity;

[Covers(nameof(DecideRoleProposal))]
public sealed class DecideRoleProposalTests : RoleProposalTest
{
    Task<HttpResponseMessage> Decide(HttpClient who, Guid id, bool confirmed = true, int version = 2, string? reason = null) =>
        who.Post($"{Proposals}/{id}/decide", new { version, confirmed, reason });

    [Test]
    public async Task A_confidential_role_counts_once_three_people_stand_behind_it()
    {
        var id = await Agreed();
        Assert.That(await AtWork(), Is.EqualTo(403));
        await Decide(Region, id).Ok();
        Assert.That(await AtWork(), Is.EqualTo(200));
        var row = await Sql.QuerySingleAsync<(string GrantedBy, string ConfirmedBy, string Basis)>(
            "select granted_by, confirmed_by, basis from role_assignment where account_id = @Candidate", new { Candidate });
        Assert.That((row.GrantedBy, row.Basis), Is.EqualTo((HeadAccount.ToString(), "Приказ № 12")));
        await Decide(Region, id, version: 3).IsProblem(409, "assignment.step-not-now");
    }

    [Test]
    public async Task The_municipality_and_the_administrator_confirm_too()
    {
        foreach (var (role, place) in ((Role, string)[])[(Role.MunicipalCoordinator, World.Municipality), (Role.SystemAdministrator, "RU")])
        {
            await OpenSchool();
            var id = await Agreed();
            await Decide(await As(role, place), id).Ok();
            Assert.That(await AtWork(), Is.EqualTo(200), $"{role}");
        }
    }

    [Test]
    public async Task A_refusal_says_why_and_opens_nothing()
    {
        var id = await Agreed("CouncilChair");
        await Decide(Region, id, confirmed: false).PointsTo("/reason");
        await Decide(Region, id, confirmed: false, reason: "Приказ не подписан").Ok();
        Assert.That(await Sql.ExecuteScalarAsync<long>("select count(*) from role_assignment where account_id = @Candidate", new { Candidate }), Is.Zero);
        var seen = (await Head.GetAsync($"/api/v1/organizations/{Place}/role-proposals").Ok()).AsArray().Single()!;
        Assert.That(((string?)seen["status"], (string?)seen["reason"], (bool)seen["may"]!), Is.EqualTo(("Refused", "Приказ не подписан", false)));
    }

    [Test]
    public async Task Nobody_confirms_before_the_person_has_agreed()
    {
        var id = await Proposed();
        await Decide(Region, id, version: 1).IsProblem(409, "assignment.step-not-now");
    }

    [Test]
    public async Task Only_the_places_own_region_and_municipality_confirm()
    {
        var id = await Agreed();
        await Decide(await As(Role.RegionalCoordinator, World.OtherRegion), id).IsProblem(404, "not-found");
        await Decide(await As(Role.MunicipalCoordinator, "28701000"), id).IsProblem(404, "not-found");
        foreach (var without in (HttpClient[])[Head, As(Candidate), await As(Role.Curator, Place), await As(Role.RegionalAnalyst, World.Region)])
            await Decide(without, id).IsProblem(403, "permission.missing");
        await Decide(Region, id, version: 1).IsProblem(412, "version.stale");
    }

    [Test]
    public async Task Whoever_proposed_it_is_to_hold_it_or_belongs_to_the_school_does_not_confirm()
    {
        var id = await Agreed();
        var within = await World.Account(Role.RegionalCoordinator, World.Region);
        await World.Assign(within, Role.Mentor, Place);
        await Decide(As(within), id).IsProblem(403, "assignment.third-person");

        await Sql.ExecuteAsync("""
            insert into role_assignment (id, account_id, role, territory_code, started_on, granted_by)
            values (gen_random_uuid(), @HeadAccount, 'SystemAdministrator', 'RU', '2024-01-01', 'test'),
                   (gen_random_uuid(), @Candidate, 'RegionalCoordinator', @Region, '2024-01-01', 'test')
            """, new { HeadAccount, Candidate, World.Region });
        Forget(HeadAccount, Candidate);
        await Decide(Head, id).IsProblem(403, "assignment.third-person");
        await Decide(As(Candidate), id).IsProblem(403, "assignment.third-person");

        var puppet = await World.Account(Role.RegionalCoordinator, World.Region);
        await Sql.ExecuteAsync("update role_assignment set granted_by = @by where account_id = @puppet", new { by = HeadAccount.ToString(), puppet });
        await Decide(As(puppet), id).IsProblem(403, "assignment.third-person");
        var seen = (await As(puppet).GetAsync(Proposals).Ok()).AsArray().Single(p => (Guid)p!["id"]! == id)!;
        Assert.That((bool)seen["may"]!, Is.False);
        Assert.That(await Status(id), Is.EqualTo("Agreed"));
    }

    [Test]
    public async Task Who_became_the_curator_meanwhile_is_not_confirmed_and_two_requests_do_not_race()
    {
        var id = await Agreed();
        var answers = await Task.WhenAll(Decide(Region, id), Head.Post(Grants, Wanted(Candidate, "Curator")));
        Assert.That(answers.Count(answer => answer.IsSuccessStatusCode), Is.EqualTo(1));
        Assert.That(answers.Where(answer => !answer.IsSuccessStatusCode).Select(answer => (int)answer.StatusCode), Is.All.EqualTo(409));
        foreach (var answer in answers) answer.Dispose();
        await Head.Post(Grants, Wanted(Candidate, "Curator")).Gives(409);
    }

    [Test]
    public async Task The_database_itself_takes_no_unconfirmed_no_own_and_no_doubled_role()
    {
        Assert.That(await Refused("Psychologist", "test", null), Is.EqualTo("role_assignment_confirmed"));
        Assert.That(await Refused("Psychologist", "test", "test"), Is.EqualTo("role_assignment_confirmed"));
        Assert.That(await Refused("CouncilChair", "test", Candidate.ToString()), Is.EqualTo("role_assignment_confirmed"));
        Assert.That(await Refused("Curator", Candidate.ToString(), null), Is.EqualTo("role_assignment_not_own"));
        await World.Assign(Candidate, Role.Psychologist, Place);
        Assert.That(await Refused("Head", "test", null), Is.EqualTo("role_assignment_apart"));

        var rules = (await Sql.QueryAsync<string>("""
            select pg_get_constraintdef(oid) from pg_constraint where conname in ('role_assignment_confirmed', 'role_proposal_role_check')
            """)).ToList();
        Assert.That(rules, Has.Count.EqualTo(2));
        foreach (var rule in rules)
            Assert.That(Enum.GetValues<Role>().Where(role => rule.Contains($"'{role}'", StringComparison.Ordinal)), Is.EquivalentTo(Confidential.Roles), rule);
    }

    async Task<string?> Refused(string role, string by, string? confirmed)
    {
        try
        {
            await Sql.ExecuteAsync("""
                insert into role_assignment (id, account_id, role, organization_id, region_code, started_on, granted_by, confirmed_by)
                values (gen_random_uuid(), @Candidate, @role, @Place, @Region, current_date, @by, @confirmed)
                """, new { Candidate, role, Place, World.Region, by, confirmed });
            return null;
        }
        catch (PostgresException refused)
        {
            return refused.ConstraintName;
        }
    }

    [Test]
    public async Task Rows_that_the_head_does_not_open_are_those_of_the_confidential_rights()
    {
        var policies = (await Sql.QueryAsync<string>("""
            select distinct (regexp_matches(rule, $$'([A-Z][A-Za-z]+)'::text$$, 'g'))[1]
              from (select coalesce(qual, '') || coalesce(with_check, '') rule from pg_policies) policy where rule like '%scope.permission%'
            """)).Where(name => Enum.TryParse<Permission>(name, out _)).Select(Enum.Parse<Permission>).ToHashSet();
        // Answered by everybody, held over a territory or at a body of the external contour, or for writing what everybody reads: these
        // open nothing of one organization that its head does not read.
        Permission[] elsewhere =
        [
            Permission.PulseAnswer, Permission.RoleConfirm, Permission.PersonMerge, Permission.SupportManage, Permission.ResourceManage,
            Permission.TutorManage, Permission.HelpAnswer, Permission.HelpLead, Permission.InstrumentManage, Permission.DiagnosisImport,
            Permission.ImportManage, Permission.InitiativeRead, Permission.InitiativeWork, Permission.SchoolTaskSet, Permission.ImpactTake,
        ];
        Assert.That(policies.Except(Roles.Permissions[Role.Head]).Except(elsewhere), Is.EquivalentTo(Confidential.Permissions));
    }
}
