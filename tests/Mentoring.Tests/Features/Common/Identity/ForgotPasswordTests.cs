using Dapper;
using Mentoring.Api.Features.Common.Identity;
using Mentoring.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace Mentoring.Tests.Features.Common.Identity;

[Covers(nameof(ForgotPassword), nameof(SetPassword))]
public sealed class ForgotPasswordTests : InvitationTest
{
    const string Other = "quite another battery";

    readonly FakeTimeProvider _time = new(DateTimeOffset.UtcNow);

    protected override TimeProvider Time => _time;

    Task<HttpResponseMessage> Forgot(string email) => Anonymous().Post($"{Accounts}/password/recover", new { email });

    /// <summary>How many letters with a link to a new password came because somebody asked.</summary>
    async Task<int> Asked(string email) => (await LettersTo(email)).Count(text => text.StartsWith("Кто-то попросил новый пароль", StringComparison.Ordinal));

    /// <summary>An account that has been opened by a mailed link.</summary>
    async Task<(Guid Account, string Email)> Proven()
    {
        var account = await World.Account(await Teacher());
        var email = await WithPassword(account);
        await Sql.ExecuteAsync("update identity.account set email_confirmed = true where id = @account", new { account });
        return (account, email);
    }

    [Test]
    public async Task The_link_sets_a_new_password_once_and_until_then_the_old_one_holds()
    {
        var (_, email) = await Proven();
        await Forgot(email.ToUpperInvariant()).Gives(202);
        await Browser().SignIn(email, Password).Gives(204);

        var token = await TokenTo(email);
        await SetPassword(token, password: Other).Gives(204);
        await Browser().SignIn(email, Password).IsProblem(400, "session.wrong-credentials");
        await Browser().SignIn(email, Other).Gives(204);
        await SetPassword(token).PointsTo("/token", "account.link-invalid");
    }

    [Test]
    public async Task The_answer_is_the_same_whether_there_is_an_account()
    {
        var (_, email) = await Proven();
        var (known, unknown) = (await Forgot(email), await Forgot("nobody@school.example"));
        Assert.That((unknown.StatusCode, await unknown.Content.ReadAsStringAsync()), Is.EqualTo((known.StatusCode, await known.Content.ReadAsStringAsync())));
        Assert.That(await LettersTo("nobody@school.example"), Is.Empty);
        await Forgot(" ").PointsTo("/email");
    }

    [Test]
    public async Task A_link_works_for_an_hour_and_the_newest_alone()
    {
        var (_, email) = await Proven();
        await Forgot(email).Gives(202);
        var first = await TokenTo(email);
        await Forgot(email).Gives(202);
        Assert.That(await LettersTo(email), Has.Count.EqualTo(1), "a second letter at once");

        _time.Advance(ForgotPassword.Pause + TimeSpan.FromSeconds(1));
        await Forgot(email).Gives(202);
        var second = await TokenTo(email);
        await SetPassword(first).PointsTo("/token", "account.link-invalid");
        _time.Advance(ForgotPassword.Lifetime);
        await SetPassword(second).PointsTo("/token", "account.link-invalid");
    }

    [Test]
    public async Task Nothing_goes_to_an_address_that_nobody_has_proven_or_beside_a_link_of_officials()
    {
        var account = await World.Account(await Teacher());
        var email = await WithPassword(account);
        await Forgot(email).Gives(202);
        Assert.That(await LettersTo(email), Is.Empty);

        var invited = await Invited(await Teacher("asked@school.example"), "asked@school.example");
        await Forgot("asked@school.example").Gives(202);
        Assert.That(await Asked("asked@school.example"), Is.Zero);
        await SetPassword(await TokenTo("asked@school.example")).Gives(204);
        await Forgot("asked@school.example").Gives(202);
        Assert.That(await Asked("asked@school.example"), Is.EqualTo(1));
        await Head.Post($"{Accounts}/{invited["accountId"]}/invitations", new { organizationId = School, delivery = "Mail" }).Ok();
        var official = await TokenTo("asked@school.example");
        _time.Advance(ForgotPassword.Pause + TimeSpan.FromSeconds(1));
        await Forgot("asked@school.example").Gives(202);
        Assert.That(await Asked("asked@school.example"), Is.EqualTo(1));
        await SetPassword(official, password: Other).Gives(204);
    }

    [Test]
    public async Task A_page_of_another_site_asks_for_no_letters()
    {
        var (_, email) = await Proven();
        var foreign = Anonymous();
        foreign.DefaultRequestHeaders.Add("Origin", "https://evil.example");
        Assert.That((int)(await foreign.Post($"{Accounts}/password/recover", new { email })).StatusCode, Is.InRange(400, 403));
        Assert.That(await LettersTo(email), Is.Empty);
    }
}
