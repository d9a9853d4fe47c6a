using Mentoring.Api.Features.Common.Identity;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.Common.Identity;

/// <summary>What people change about their own account.</summary>
[Covers(nameof(ChangePassword), nameof(DisableTotp))]
public sealed class MyAccountTests : IdentityTest
{
    static string Code(string secret, int ahead = 0) => Totp.Code(secret, Totp.StepAt(TimeProvider.System.GetUtcNow()) + ahead);

    [Test]
    public async Task A_password_is_changed_by_who_knows_it_to_a_better_one()
    {
        var account = await World.Account();
        await WithPassword(account);
        const string path = "/api/v1/me/password";
        await As(account).Put(path, new { current = "not the password", password = "another horse battery" }).PointsTo("/current", "account.password-wrong");
        await As(account).Put(path, new { current = Password, password = "short" }).PointsTo("/password", "account.password-short");
        await As(account).Put(path, new { current = Password }).PointsTo("/password");
        await As(account).Put(path, new { current = Password, password = "another horse battery" }).Gives(204);
    }

    [Test]
    public async Task Refusals_speak_the_reader_s_language()
    {
        var account = await World.Account();
        await WithPassword(account);
        var russian = As(account);
        russian.DefaultRequestHeaders.AcceptLanguage.Clear();
        russian.DefaultRequestHeaders.AcceptLanguage.ParseAdd("ru");
        var problem = await russian.Put("/api/v1/me/password", new { current = Password, password = "коротко" }).IsProblem(400, "account.password-short");
        Assert.That((string?)problem["errors"]!["/password"]![0], Does.StartWith("Нужно не меньше 12 знаков"));
    }

    [Test]
    public async Task Two_factor_sign_in_is_on_once_the_application_has_proved_itself()
    {
        var me = As(await World.Account());
        const string path = "/api/v1/me/totp";
        var started = await me.Post(path).Ok();
        var secret = (string)started["secret"]!;
        Assert.That((string?)started["uri"], Does.StartWith("otpauth://totp/").And.Contain(secret));
        Assert.That((bool?)(await me.GetAsync("/api/v1/me").Ok())["twoFactorEnabled"], Is.False);

        await me.Put(path, new { code = "12345" }).PointsTo("/code");
        await me.Put(path, new { code = Code(secret, 50) }).PointsTo("/code", "totp.code-wrong");
        await me.Put(path, new { code = Code(secret) }).Gives(204);
        Assert.That((bool?)(await me.GetAsync("/api/v1/me").Ok())["twoFactorEnabled"], Is.True);
        await me.Post(path).IsProblem(409, "totp.enabled");

        await me.DeleteAsync($"{path}?code={Code(secret, 50)}").PointsTo("/code", "totp.code-wrong");
        await me.DeleteAsync($"{path}?code={Code(secret, 1)}").Gives(204);
        await me.DeleteAsync($"{path}?code={Code(secret, 1)}").IsProblem(409, "totp.not-enabled");
    }

    [Test]
    public async Task Guessing_at_the_current_password_locks_as_guessing_at_sign_in_does()
    {
        var account = await World.Account();
        var email = await WithPassword(account);
        Task<HttpResponseMessage> Change(string current) => As(account).Put("/api/v1/me/password", new { current, password = "another horse battery" });
        for (var attempt = 1; attempt < 5; attempt++) await Change("not the password").PointsTo("/current", "account.password-wrong");
        await Change("not the password").IsProblem(409, "session.locked-out");
        await Change(Password).IsProblem(409, "session.locked-out");
        await Browser().SignIn(email, Password).IsProblem(409, "session.locked-out");
    }

    [Test]
    public async Task Guessing_at_a_code_locks_too()
    {
        var me = As(await World.Account());
        var secret = (string)(await me.Post("/api/v1/me/totp").Ok())["secret"]!;
        await me.Put("/api/v1/me/totp", new { code = Code(secret) }).Gives(204);
        Task<HttpResponseMessage> TurnOff(int ahead) => me.DeleteAsync($"/api/v1/me/totp?code={Code(secret, ahead)}");
        for (var attempt = 1; attempt < 5; attempt++) await TurnOff(50).PointsTo("/code", "totp.code-wrong");
        await TurnOff(50).IsProblem(409, "session.locked-out");
        await TurnOff(1).IsProblem(409, "session.locked-out");
    }

    [Test]
    public async Task Systems_have_no_password_and_no_second_factor()
    {
        var system = WithToken(TestTokens.For("system-1"));
        await system.Post("/api/v1/me/totp").IsProblem(403, "caller.not-a-person");
        await system.Put("/api/v1/me/password", new { current = Password, password = "another horse battery" }).IsProblem(403, "caller.not-a-person");
    }
}
