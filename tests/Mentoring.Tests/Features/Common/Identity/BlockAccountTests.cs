using Dapper;
using Mentoring.Api.Features.Common.Identity;
using Mentoring.Api.Platform;
using Mentoring.Tests.Support;
using Npgsql;

namespace Mentoring.Tests.Features.Common.Identity;

[Covers(nameof(BlockAccount), nameof(UnblockAccount))]
public sealed class BlockAccountTests : AccountActsTest
{
    static readonly object Reason = new { reason = "Suspicion" };

    [Test]
    public async Task A_blocked_account_is_signed_out_at_once_and_signs_in_no_more_until_it_is_opened_again()
    {
        var (id, email, _) = await Account();
        var browser = Browser();
        var tokens = await browser.Tokens(email, Password);
        var open = Bearer(tokens);
        await open.GetAsync("/api/v1/me").Ok();

        await Head.Post(Act(id, "block"), Reason).Gives(204);
        await open.GetAsync("/api/v1/me").IsProblem(401, "session.ended");
        await browser.Refresh((string)tokens["refresh_token"]!).Gives(400);
        Assert.That((await browser.Authorize(browser.AuthorizePath())).AbsolutePath, Is.EqualTo("/signin"));
        await As(id).GetAsync("/api/v1/me").IsProblem(401, "session.ended");
        await Browser().SignIn(email, Password).IsProblem(409, "session.blocked");
        await Head.Post(Act(id, "block"), Reason).IsProblem(409, "account.blocked");

        await Head.Post(Act(id, "unblock")).Gives(204);
        await Browser().SignIn(email, Password).Gives(204);
        await As(id).GetAsync("/api/v1/me").Ok();
        await Head.Post(Act(id, "unblock")).IsProblem(409, "account.not-blocked");
    }

    [Test]
    public async Task A_stranger_does_not_learn_that_it_is_blocked()
    {
        var (id, email, _) = await Account();
        await Head.Post(Act(id, "block"), Reason).Gives(204);
        await Browser().SignIn(email, "not the password").IsProblem(400, "session.wrong-credentials");
        await Anonymous().Post($"{Accounts}/password/recover", new { email }).Gives(202);
        Assert.That((await LettersTo(email)).Count(text => text.Contains("/set-password#", StringComparison.Ordinal)), Is.Zero);
    }

    [Test]
    public async Task Its_holder_is_told_by_mail_and_gets_no_other_mail_meanwhile()
    {
        var (id, email, _) = await Account();
        await Head.Post(Act(id, "block"), Reason).Gives(204);
        Assert.That(await LettersTo(email), Has.Count.EqualTo(1));
        Assert.That(await Audited("BlockAccount", id), Is.EqualTo(1));
        await Administrator.Post("/api/v1/role-assignments", new { accountId = id, role = "SiteEditor", organizationId = School }).Gives(201);
        Assert.That(await Told(id), Is.EquivalentTo(new[] { "AccountBlocked", "RoleGranted" }));
        Assert.That(await LettersTo(email), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task A_link_that_was_given_before_opens_it_no_more()
    {
        var invited = await Invited(await Teacher("link@school.example"), "link@school.example");
        var token = await TokenTo("link@school.example");
        var id = (Guid)invited["accountId"]!;
        await Head.Post(Act(id, "block"), Reason).Gives(204);
        await SetPassword(token).PointsTo("/token", "account.link-invalid");
        await Head.Post($"{Accounts}/{id}/invitations", new { organizationId = School }).IsProblem(409, "account.blocked");
    }

    [Test]
    public async Task Its_calendar_closes_with_it()
    {
        var (id, _, _) = await Account();
        var feed = (string)(await As(id).Post("/api/v1/me/calendar-feed").Ok())["path"]!;
        await Anonymous().GetAsync(feed).Gives(200);
        await Head.Post(Act(id, "block"), Reason).Gives(204);
        await Anonymous().GetAsync(feed).Gives(404);
    }

    [Test]
    public async Task A_head_blocks_nobody_who_reaches_beyond_the_school_and_nobody_of_another()
    {
        foreach (var (id, code) in await ReachingBeyond())
        {
            await Head.Post(Act(id, "block"), Reason).IsProblem(403, code);
            Assert.That((string?)(await Of(Head, id))["refusal"], Is.EqualTo(code));
            await Administrator.Post(Act(id, "block"), Reason).Gives(204);
            await Head.Post(Act(id, "unblock")).IsProblem(403, code);
        }

        var stranger = await World.Account(await World.Teacher(Neighbour));
        await Head.Post(Act(stranger, "block"), Reason).IsProblem(404, "not-found");
        await Head.Post(Act(Guid.NewGuid(), "block"), Reason).IsProblem(404, "not-found");
        await Curator.Post(Act(stranger, "block"), Reason).IsProblem(403, "permission.missing");
        await Administrator.Post(Act(stranger, "block"), new { reason = "Dislike" }).Gives(400);
        await Administrator.Post(Act(stranger, "block"), new { }).Gives(400);
    }

    [Test]
    public async Task What_an_administrator_blocked_a_head_does_not_open()
    {
        var (id, _, _) = await Account();
        await Administrator.Post(Act(id, "block"), Reason).Gives(204);
        await Head.Post(Act(id, "unblock")).IsProblem(403, "account.blocked-outside");
        await Administrator.Post(Act(id, "unblock")).Gives(204);
        await Head.Post(Act(id, "block"), Reason).Gives(204);
        await Administrator.Post(Act(id, "unblock")).Gives(204);
        Assert.That(await Told(id), Does.Contain("AccountUnblocked"));
    }

    [Test]
    public async Task Nobody_blocks_the_own_account_and_administrators_do_not_shut_each_other_out()
    {
        var (one, two) = (await World.Account(Role.SystemAdministrator, "RU"), await World.Account(Role.SystemAdministrator, "RU"));
        await As(one).Post(Act(one, "block"), Reason).IsProblem(403, "account.own");
        var answers = await Task.WhenAll(As(one).Post(Act(two, "block"), Reason), As(two).Post(Act(one, "block"), Reason));
        foreach (var answer in answers) answer.Dispose();
        Assert.That(await Sql.ExecuteScalarAsync<int>("select count(*)::int from identity.account where id = any(@ids) and blocked_at is not null",
            new { ids = (Guid[])[one, two] }), Is.EqualTo(1));
    }

    [Test]
    public async Task The_last_administrator_who_is_not_blocked_stays_one()
    {
        var (one, two) = (await World.Account(Role.SystemAdministrator, "RU"), await World.Account(Role.SystemAdministrator, "RU"));
        var others = await Sql.QueryAsync<Guid>("""
            select account_id from role_assignment where role = 'SystemAdministrator' and account_id <> @one and ended_on is null
            """, new { one });
        foreach (var other in others) await As(one).Post(Act(other, "block"), Reason);
        var role = await Sql.ExecuteScalarAsync<Guid>("select id from role_assignment where account_id = @one", new { one });
        await As(one).Post($"/api/v1/role-assignments/{role}/end").IsProblem(409, "assignment.last-administrator");
        await Sql.ExecuteAsync("update identity.account set blocked_at = null, blocked_by = null, blocked_reason = null, blocked_in = null");
        await As(two).Post($"/api/v1/role-assignments/{role}/end").Ok();
    }

    /// <summary>The same rule below the slices: whatever a slice forgets, the database refuses.</summary>
    [TestCase("update identity.account set blocked_at = now(), blocked_by = id, blocked_reason = 'Other' where id = @id", "account_reach")]
    [TestCase("update identity.account set two_factor_enabled = true where id = @id", "account_reach")]
    [TestCase("update identity.account set password_hash = 'another' where id = @id", "account_reach")]
    [TestCase("update identity.session set ended_at = now() where account_id = @id", "account_reach")]
    [TestCase("update identity.account set password_hash = 'another' where id = @own", "account_own")]
    public async Task The_database_holds_the_rule_too(string sql, string constraint)
    {
        var (beyond, head) = (await ReachingBeyond(), await World.Account(Role.Head, School));
        foreach (var (id, _) in beyond)
        {
            await Sql.ExecuteAsync("""
                insert into identity.session (id, account_id, method, started_at, seen_at, confirmed_at)
                values (gen_random_uuid(), @id, 'Password', now(), now(), now())
                """, new { id });
            await using var transaction = await Sql.BeginTransactionAsync();
            await Sql.ExecuteAsync("""
                select set_config('scope.permission', 'AccountManage', true), set_config('scope.account', @head, true),
                       set_config('scope.organizations', @places, true)
                """, new { head = head.ToString(), places = $"{{{School}}}" });
            var refused = Assert.ThrowsAsync<PostgresException>(() => Sql.ExecuteAsync(sql, new { id, own = head }));
            Assert.That(refused!.ConstraintName, Is.EqualTo(constraint));
            await transaction.RollbackAsync();
        }
    }
}
