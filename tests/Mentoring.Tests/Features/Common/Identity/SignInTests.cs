using Dapper;
using Mentoring.Api.Features.Common.Identity;
using Mentoring.Api.Platform;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.Common.Identity;

[Covers(nameof(SignIn), nameof(StartTotp))]
public sealed class SignInTests : IdentityTest
{
    [Test]
    public async Task The_right_password_opens_a_session_that_scripts_cannot_read()
    {
        var email = await WithPassword(await World.Account());
        using var answer = await Browser().SignIn(email.ToUpperInvariant(), Password);
        Assert.That((int)answer.StatusCode, Is.EqualTo(204), Failures.Last);
        var cookie = answer.Headers.GetValues("Set-Cookie").Single();
        Assert.That(cookie, Does.Contain("httponly").And.Contain("samesite=lax"));
    }

    [Test]
    public async Task A_wrong_password_an_unknown_e_mail_and_an_account_without_password_look_alike()
    {
        var email = await WithPassword(await World.Account());
        var invited = $"{await World.Account():n}@test.example";
        foreach (var (who, password) in new[] { (email, "not the password"), ("nobody@test.example", Password), (invited, Password) })
        {
            var problem = await Browser().SignIn(who, password).IsProblem(400, "session.wrong-credentials");
            Assert.That((string?)problem["detail"], Is.EqualTo("E-mail, password or code is wrong."));
        }
    }

    [Test]
    public async Task Five_failures_lock_the_account_for_ten_minutes_even_against_the_right_password()
    {
        var email = await WithPassword(await World.Account());
        for (var attempt = 1; attempt < 5; attempt++) await Browser().SignIn(email, "not the password").IsProblem(400, "session.wrong-credentials");
        await Browser().SignIn(email, "not the password").IsProblem(409, "session.locked-out");
        await Browser().SignIn(email, Password).IsProblem(409, "session.locked-out");

        await Sql.ExecuteAsync("update identity.sign_in_failure set locked_until = locked_until - interval '10 minutes' where locked_until is not null");
        await Browser().SignIn(email, Password).Gives(204);
    }

    [Test]
    public async Task An_e_mail_without_account_is_locked_like_one_that_has_one()
    {
        for (var attempt = 1; attempt < 5; attempt++) await Browser().SignIn("stranger@test.example", Password).IsProblem(400, "session.wrong-credentials");
        await Browser().SignIn("stranger@test.example", Password).IsProblem(409, "session.locked-out");
        await Browser().SignIn("Stranger@test.example", Password).IsProblem(409, "session.locked-out");
    }

    [Test]
    public async Task Attempts_at_the_same_time_are_all_counted()
    {
        var account = await World.Account();
        var email = await WithPassword(account);
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Browser().SignIn(email, "not the password")));
        Assert.That(answers.Count(a => (int)a.StatusCode == 409), Is.EqualTo(4), "the fifth and those after it");
    }

    [Test]
    public async Task Another_site_cannot_sign_a_browser_in()
    {
        var email = await WithPassword(await World.Account());
        var browser = Browser();
        browser.Http.DefaultRequestHeaders.Add("Origin", "https://elsewhere.example");
        await browser.SignIn(email, Password).IsProblem(403, "session.other-origin");
        var form = new StringContent("email=x&password=y", null, "application/x-www-form-urlencoded");
        await browser.Http.PostAsync("/api/v1/session", form).IsProblem(415, "request.media-type");
    }

    [Test]
    public async Task What_is_missing_is_pointed_to()
    {
        await Browser().Http.Post("/api/v1/session", new { email = "x@test.example" }).PointsTo("/password");
        await Browser().SignIn("", Password).PointsTo("/email");
        await Browser().SignIn("x@test.example", Password, "12").PointsTo("/code");
    }

    [Test]
    public async Task With_two_factors_a_code_is_asked_for_and_works_once()
    {
        var account = await World.Account();
        var email = await WithPassword(account);
        var secret = (string)(await As(account).Post("/api/v1/me/totp").Ok())["secret"]!;
        string Code(int ahead) => Totp.Code(secret, Totp.StepAt(TimeProvider.System.GetUtcNow()) + ahead);
        await As(account).Put("/api/v1/me/totp", new { code = Code(-1) }).Gives(204);

        await Browser().SignIn(email, Password).IsProblem(409, "session.code-required");
        var code = Code(1);
        await Browser().SignIn(email, Password, code).Gives(204);
        await Browser().SignIn(email, Password, code).IsProblem(400, "session.wrong-credentials");
        await Browser().SignIn(email, "not the password", Code(1)).IsProblem(400, "session.wrong-credentials");
    }

    [Test]
    public async Task The_dashboard_of_jobs_opens_for_operators_alone()
    {
        Assert.That((await Browser().Authorize("/hangfire")).PathAndQuery, Is.EqualTo("/signin?returnUrl=%2Fhangfire"));

        var teacher = Browser();
        await teacher.SignIn(await WithPassword(await World.Account(Role.Head, await World.School())), Password).Gives(204);
        await teacher.Http.GetAsync("/hangfire").IsProblem(403, "permission.missing");

        var operators = Browser();
        await operators.SignIn(await WithPassword(await World.Account(Role.SystemAdministrator, "RU")), Password).Gives(204);
        await operators.Http.GetAsync("/hangfire").Ok();
        await operators.Http.GetAsync("/api/v1/me").IsProblem(401, "token.missing");
    }
}
