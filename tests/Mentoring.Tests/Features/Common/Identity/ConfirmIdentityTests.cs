using Dapper;
using Mentoring.Api.Features.Common.Identity;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.Common.Identity;

[Covers(nameof(ConfirmIdentity), nameof(ConfirmTotp))]
public sealed class ConfirmIdentityTests : IdentityTest
{
    const string Path = "/api/v1/session/confirm";

    async Task<HttpClient> SignedIn(Guid account)
    {
        var client = Bearer(await Browser().Tokens(await WithPassword(account), Password));
        await Sql.ExecuteAsync("update identity.session set confirmed_at = confirmed_at - interval '1 hour' where account_id = @account", new { account });
        return client;
    }

    Task<bool> IsFresh(Guid account) =>
        Sql.ExecuteScalarAsync<bool>("select confirmed_at > now() - interval '1 minute' from identity.session where account_id = @account", new { account });

    [Test]
    public async Task The_password_confirms_who_is_at_the_keyboard()
    {
        var account = await World.Account();
        var client = await SignedIn(account);
        await client.Post(Path, new { password = "not the password" }).IsProblem(400, "session.wrong-credentials");
        Assert.That(await IsFresh(account), Is.False);
        await client.Post(Path, new { password = Password }).Gives(204);
        Assert.That(await IsFresh(account), Is.True);
    }

    [Test]
    public async Task Where_the_account_asks_for_a_code_so_does_the_confirmation()
    {
        var account = await World.Account();
        var client = await SignedIn(account);
        var secret = (string)(await client.Post("/api/v1/me/totp").Ok())["secret"]!;
        string Code(int ahead) => Totp.Code(secret, Totp.StepAt(TimeProvider.System.GetUtcNow()) + ahead);
        await client.Put("/api/v1/me/totp", new { code = Code(-1) }).Gives(204);

        await client.Post(Path, new { password = Password }).IsProblem(409, "session.code-required");
        await client.Post(Path, new { password = Password, code = Code(-1) }).IsProblem(400, "session.wrong-credentials");
        await client.Post(Path, new { password = Password, code = Code(1) }).Gives(204);
        var method = await Sql.ExecuteScalarAsync<string>("select method from identity.session where account_id = @account", new { account });
        Assert.That(method, Is.EqualTo("PasswordAndCode"));
    }

    [Test]
    public async Task Failures_lock_it_with_sign_in()
    {
        var account = await World.Account();
        var client = await SignedIn(account);
        for (var attempt = 1; attempt < 5; attempt++)
            await client.Post(Path, new { password = "not the password" }).IsProblem(400, "session.wrong-credentials");
        await client.Post(Path, new { password = "not the password" }).IsProblem(409, "session.locked-out");
        await client.Post(Path, new { password = Password }).IsProblem(409, "session.locked-out");
        await Browser().SignIn($"{account:n}@test.example", Password).IsProblem(409, "session.locked-out");
    }

    [Test]
    public async Task Who_has_no_session_here_has_nothing_to_confirm()
    {
        var account = await World.Account();
        await WithPassword(account);
        await As(account).Post(Path, new { password = Password }).IsProblem(409, "session.kept-elsewhere");
        await As(await World.Account()).Post(Path, new { password = Password }).IsProblem(409, "session.kept-elsewhere");
        await WithToken(TestTokens.For("system-1")).Post(Path, new { password = Password }).IsProblem(403, "caller.not-a-person");
        await Anonymous().Post(Path, new { password = Password }).IsProblem(401, "token.missing");
    }

    [Test]
    public async Task What_is_missing_is_pointed_to()
    {
        var client = await SignedIn(await World.Account());
        await client.Post(Path, new { password = "" }).PointsTo("/password");
        await client.Post(Path, new { password = Password, code = "12" }).PointsTo("/code");
    }
}
