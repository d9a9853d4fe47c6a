using Dapper;
using Mentoring.Api.Features.Common.Identity;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.Common.Identity;

/// <summary>Sessions are their owner's: seen, ended one by one, ended everywhere, ended by what changes how one signs in.</summary>
[Covers(nameof(EndMySession), nameof(EndMySessions), nameof(ListMySessions))]
public sealed class EndMySessionTests : IdentityTest
{
    const string Path = "/api/v1/me/sessions";
    const string Firefox = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0";

    /// <summary>One person in two browsers.</summary>
    async Task<(HttpClient Here, HttpClient There, OpenIdClient Browser, string Refresh)> Two(Guid? account = null)
    {
        var email = await WithPassword(account ?? await World.Account());
        var here = await Browser().Tokens(email, Password);
        var browser = Browser();
        browser.Http.DefaultRequestHeaders.UserAgent.ParseAdd(Firefox);
        var there = await browser.Tokens(email, Password);
        return (Bearer(here), Bearer(there), browser, (string)there["refresh_token"]!);
    }

    static async Task<Guid> IdOf(HttpClient other) => (Guid)(await other.GetAsync(Path).Ok()).AsArray().Single(s => (bool)s!["current"]!)!["id"]!;

    static async Task IsOver((HttpClient Here, HttpClient There, OpenIdClient Browser, string Refresh) two)
    {
        await two.There.GetAsync("/api/v1/me").IsProblem(401, "session.ended");
        await two.Browser.Refresh(two.Refresh).Gives(400);
        Assert.That((await two.Browser.Authorize(two.Browser.AuthorizePath())).AbsolutePath, Is.EqualTo("/signin"));
    }

    [Test]
    public async Task They_are_listed_to_their_owner_by_device()
    {
        var two = await Two();
        var listed = (await two.There.GetAsync(Path).Ok()).AsArray();
        Assert.That(listed, Has.Count.EqualTo(2));
        var current = listed.Single(s => (bool)s!["current"]!)!;
        Assert.That(((string?)current["device"], (string?)current["method"]), Is.EqualTo(("Firefox, Windows", "Password")));
        Assert.That((await As(await World.Account()).GetAsync(Path).Ok()).AsArray(), Is.Empty);
    }

    [Test]
    public async Task One_is_ended_and_the_other_goes_on()
    {
        var two = await Two();
        var id = await IdOf(two.There);
        await two.Here.DeleteAsync($"{Path}/{id}").Gives(204);
        await IsOver(two);
        Assert.That((await two.Here.GetAsync(Path).Ok()).AsArray(), Has.Count.EqualTo(1));
        await two.Here.DeleteAsync($"{Path}/{id}").IsProblem(404, "not-found");
    }

    [Test]
    public async Task Nobody_ends_another_s()
    {
        var two = await Two();
        var stranger = Bearer(await Browser().Tokens(await WithPassword(await World.Account()), Password));
        await stranger.DeleteAsync($"{Path}/{await IdOf(two.There)}").IsProblem(404, "not-found");
        await stranger.DeleteAsync(Path).Ok();
        await two.There.GetAsync("/api/v1/me").Ok();
    }

    [Test]
    public async Task Systems_have_none()
    {
        var system = WithToken(TestTokens.For("system-1"));
        await system.GetAsync(Path).IsProblem(403, "caller.not-a-person");
        await system.DeleteAsync(Path).IsProblem(403, "caller.not-a-person");
        await system.DeleteAsync($"{Path}/{Guid.NewGuid()}").IsProblem(403, "caller.not-a-person");
    }

    [Test]
    public async Task Everywhere_is_everywhere_or_everywhere_else()
    {
        var two = await Two();
        await two.Here.DeleteAsync($"{Path}?keepThis=perhaps").Gives(400);
        Assert.That((int?)(await two.Here.DeleteAsync($"{Path}?keepThis=true").Ok())["ended"], Is.EqualTo(1));
        await IsOver(two);
        await two.Here.GetAsync("/api/v1/me").Ok();

        Assert.That((int?)(await two.Here.DeleteAsync(Path).Ok())["ended"], Is.EqualTo(1));
        await two.Here.GetAsync("/api/v1/me").IsProblem(401, "session.ended");
    }

    [Test]
    public async Task A_changed_password_ends_all_and_a_changed_second_factor_the_others()
    {
        var account = await World.Account();
        var two = await Two(account);
        var secret = (string)(await two.Here.Post("/api/v1/me/totp").Ok())["secret"]!;
        string Code(int ahead) => Totp.Code(secret, Totp.StepAt(TimeProvider.System.GetUtcNow()) + ahead);
        await two.Here.Put("/api/v1/me/totp", new { code = Code(-1) }).Gives(204);
        await IsOver(two);
        await two.Here.DeleteAsync($"/api/v1/me/totp?code={Code(0)}").Gives(204);

        two = await Two(account);
        await two.Here.Put("/api/v1/me/password", new { current = Password, password = "another horse battery" }).Gives(204);
        await IsOver(two);
        await two.Here.GetAsync("/api/v1/me").IsProblem(401, "session.ended");
    }

    [Test]
    public async Task Unseen_for_eight_hours_one_is_over()
    {
        var account = await World.Account();
        var two = await Two(account);
        await Sql.ExecuteAsync("update identity.session set seen_at = seen_at - interval '8 hours' where account_id = @account", new { account });
        await IsOver(two);
        Assert.That((await As(account).GetAsync(Path).Ok()).AsArray(), Is.Empty);
    }

    [Test]
    public async Task A_token_names_a_session_of_its_own_subject_or_opens_nothing()
    {
        var two = await Two();
        var id = await IdOf(two.Here);
        var other = await World.Account();
        var token = TestTokens.For(other.ToString(), t => t.Subject.AddClaim(new("sid", id.ToString())));
        await WithToken(token).GetAsync("/api/v1/me").IsProblem(401, "session.ended");
    }
}
