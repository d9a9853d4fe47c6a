using Dapper;
using Mentoring.Api.Features.Common.Identity;
using Mentoring.Api.Platform;
using Mentoring.Tests.Support;
using Microsoft.AspNetCore.Hosting;

namespace Mentoring.Tests.Features.Common.Identity;

/// <summary>The other acts on accounts: a link to a new password, an end of sessions, an unlocked address, a lost second factor.</summary>
[Covers(nameof(EndAccountSessions), nameof(ResetSecondFactor), nameof(SendPasswordLink), nameof(UnlockAccount))]
public sealed class SendPasswordLinkTests : AccountActsTest
{
    protected override void Configure(IWebHostBuilder host)
    {
        base.Configure(host);
        host.UseSetting("Identity:ConfirmationMinutes", "10");
    }

    static string Code(string secret, int ahead = 0) => Totp.Code(secret, Totp.StepAt(TimeProvider.System.GetUtcNow()) + ahead);

    async Task<string> WithSecondFactor(Guid account)
    {
        var secret = (string)(await As(account).Post("/api/v1/me/totp").Ok())["secret"]!;
        await As(account).Put("/api/v1/me/totp", new { code = Code(secret, -1) }).Gives(204);
        return secret;
    }

    [Test]
    public async Task The_link_goes_to_the_proven_address_alone_and_whoever_sends_it_sees_none()
    {
        var (id, email, _) = await Account();
        using var answer = await Head.Post(Act(id, "password-link"));
        Assert.That(((int)answer.StatusCode, await answer.Content.ReadAsStringAsync()), Is.EqualTo((202, "")));
        await SetPassword(await TokenTo(email), password: "quite another battery").Gives(204);
        await Browser().SignIn(email, "quite another battery").Gives(204);
        Assert.That(await Told(id), Does.Contain("AccountLinkIssued"));

        await Head.Post(Act(id, "password-link")).IsProblem(409, "account.link-just-sent");
        await Sql.ExecuteAsync("update identity.account set email_confirmed = false where id = @id", new { id });
        await Administrator.Post(Act(id, "password-link")).IsProblem(409, "account.address-unproven");
    }

    [Test]
    public async Task None_beside_a_link_of_officials_and_none_to_a_blocked_account()
    {
        var (id, _, person) = await Account();
        await Sql.ExecuteAsync("update person set email = 'beside@school.example' where id = @person", new { person });
        await Head.Post($"{Accounts}/{id}/invitations", new { organizationId = School }).Ok();
        await Head.Post(Act(id, "password-link")).IsProblem(409, "account.invitation-open");
        await Head.Post(Act(id, "block"), new { reason = "Other" }).Gives(204);
        await Head.Post(Act(id, "password-link")).IsProblem(409, "account.blocked");
    }

    [TestCase("password-link")]
    [TestCase("sessions/end")]
    [TestCase("unlock")]
    public async Task No_head_does_it_to_who_reaches_beyond_the_school_nor_to_another_s(string act)
    {
        foreach (var (id, code) in await ReachingBeyond()) await Head.Post(Act(id, act)).IsProblem(403, code);
        var stranger = await World.Account(await World.Teacher(Neighbour));
        await Head.Post(Act(stranger, act)).IsProblem(404, "not-found");
        await Curator.Post(Act(stranger, act)).IsProblem(403, "permission.missing");
        var own = await World.Account(Role.SystemAdministrator, "RU");
        await As(own).Post(Act(own, act)).IsProblem(403, "account.own");
    }

    [Test]
    public async Task All_sessions_of_somebody_end_at_once()
    {
        var (id, email, _) = await Account();
        var (here, there) = (await SignedIn(email), await SignedIn(email));
        Assert.That((int?)(await Head.Post(Act(id, "sessions/end")).Ok())["ended"], Is.EqualTo(2));
        await here.GetAsync("/api/v1/me").IsProblem(401, "session.ended");
        await there.GetAsync("/api/v1/me").IsProblem(401, "session.ended");
        Assert.That(await Told(id), Does.Contain("AccountSessionsEnded"));
        await Browser().SignIn(email, Password).Gives(204);
    }

    [Test]
    public async Task Who_is_locked_out_signs_in_again_at_once()
    {
        var (id, email, _) = await Account();
        await Head.Post(Act(id, "unlock")).IsProblem(409, "account.not-locked-out");
        for (var attempt = 0; attempt < 5; attempt++) await Browser().SignIn(email, "not the password");
        await Browser().SignIn(email, Password).IsProblem(409, "session.locked-out");
        Assert.That(Strings((await Of(Head, id))["acts"]), Does.Contain("Unlock"));
        await Head.Post(Act(id, "unlock")).Gives(204);
        await Browser().SignIn(email, Password).Gives(204);
        Assert.That(await Audited("UnlockAccount", id), Is.EqualTo(1));
    }

    [Test]
    public async Task A_lost_second_factor_is_switched_off_by_an_administrator_who_has_just_proved_who_it_is()
    {
        var (id, email, _) = await Account();
        await WithSecondFactor(id);
        await Browser().SignIn(email, Password).IsProblem(409, "session.code-required");
        await Head.Post(Act(id, "second-factor/reset")).IsProblem(403, "account.administrator-only");

        var account = await World.Account(Role.SystemAdministrator, "RU");
        var administrator = await Fresh(account);
        await Sql.ExecuteAsync("update identity.session set confirmed_at = now() - interval '1 hour' where account_id = @account", new { account });
        await administrator.Post(Act(id, "second-factor/reset")).IsProblem(409, "session.confirm-first");
        await administrator.Post("/api/v1/session/confirm", new { password = Password }).Gives(204);
        await administrator.Post(Act(id, "second-factor/reset")).Gives(204);
        await Browser().SignIn(email, Password).Gives(204);
        Assert.That(await Told(id), Does.Contain("AccountFactorReset"));
        await administrator.Post(Act(id, "second-factor/reset")).IsProblem(409, "totp.not-enabled");
        await administrator.Post(Act(account, "second-factor/reset")).IsProblem(403, "account.own");
    }
}
