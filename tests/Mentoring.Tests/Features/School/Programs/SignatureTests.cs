using System.Security.Claims;
using Dapper;
using Mentoring.Api.Features.Common.Identity;
using Mentoring.Api.Platform;
using Mentoring.Tests.Features.Common.Identity;
using Mentoring.Tests.Support;
using Microsoft.AspNetCore.Hosting;

namespace Mentoring.Tests.Features.School.Programs;

/// <summary>What is signed in a person's name asks for a proof of these minutes, and keeps how it was given.</summary>
public sealed class SignatureTests : ProgramTest
{
    const string Password = "correct horse battery";

    protected override void Configure(IWebHostBuilder host)
    {
        base.Configure(host);
        host.UseSetting("Identity:ConfirmationMinutes", "10");
        host.UseSetting("RateLimit:SecretsPerMinute", "100000");
    }

    async Task<HttpClient> SignedIn(Guid account)
    {
        await Sql.ExecuteAsync("update identity.account set password_hash = @hash where id = @account", new { hash = Accounts.Hash(Password), account });
        return WithToken((string)(await new OpenIdClient(Anonymous()).Tokens($"{account:n}@test.example", Password))["access_token"]!);
    }

    /// <summary>Somebody sat down at an open session.</summary>
    Task Later(Guid account) => Sql.ExecuteAsync(
        "update identity.session set confirmed_at = confirmed_at - interval '11 minutes' where account_id = @account", new { account });

    /// <summary>Signed in by another provider, an hour ago.</summary>
    HttpClient Stale(Guid account) => WithToken(TestTokens.For(account.ToString(), token => token.Subject = new ClaimsIdentity(
    [
        new Claim("sub", account.ToString()), new Claim("scope", Tokens.Scope),
        new Claim("auth_time", $"{DateTimeOffset.UtcNow.AddHours(-1).ToUnixTimeSeconds()}", ClaimValueTypes.Integer64),
    ])));

    [Test]
    public async Task A_consent_asks_for_the_password_anew_and_records_how_the_person_was_identified()
    {
        var id = await Submitted();
        var mentee = await SignedIn(School.MenteeAccount);
        await Later(School.MenteeAccount);
        var seen = await mentee.GetAsync($"{Path}/{id}").Ok();
        var decision = new { given = true, termsVersion = (int)seen["termsVersion"]!, termsHash = (string)seen["termsHash"]! };
        Assert.That((int)(await mentee.Post($"{Path}/{id}/consents/decide", decision).IsProblem(409, "session.confirm-first"))["minutes"]!, Is.EqualTo(10));
        Assert.That((await Read(id))["consents"]!.AsArray().Select(c => (string?)c!["status"]), Is.All.EqualTo("Requested"));

        await mentee.Post("/api/v1/session/confirm", new { password = "not the password" }).IsProblem(400, "session.wrong-credentials");
        await mentee.Post($"{Path}/{id}/consents/decide", decision).IsProblem(409, "session.confirm-first");
        await mentee.Post("/api/v1/session/confirm", new { password = Password }).Gives(204);
        await mentee.Post($"{Path}/{id}/consents/decide", decision).Ok();

        var kept = await Sql.QuerySingleAsync<(string By, Guid Account, bool OwnSession, bool Recorded)>("""
            select c.identified_by, c.account_id,
                   exists (select from identity.session s where s.id = c.session_id and s.account_id = c.account_id and s.confirmed_at = c.identified_at),
                   c.invitation_id is not null
              from consent c where c.program_id = @id and c.status = 'Given'
            """, new { id });
        Assert.That(kept, Is.EqualTo(("Password", School.MenteeAccount, true, false)));
    }

    [Test]
    public async Task Whatever_is_signed_asks_for_it()
    {
        var (active, asked) = (await Active(), await Submitted());
        var consent = (Guid)(await Read(active))["consents"]![0]!["id"]!;
        var mentor = Stale(School.MentorAccount);
        var hash = (string)(await Read(asked))["termsHash"]!;
        var version = await Version(active);
        (string Path, object Body)[] signatures =
        [
            ($"{Path}/{asked}/consents/decide", new { given = false, termsVersion = 1, termsHash = hash }),
            ($"{Path}/{active}/consents/revoke", new { reason = "Ухожу" }),
            ($"{Path}/{active}/consents/{consent}/contest", new { words = "Не я" }),
            ($"{Path}/{active}/plan-versions/1/sign", new { }),
            ($"{Path}/{active}/extend", new { version, endsOn = $"{Today.AddDays(250):O}", reason = "Больничный" }),
        ];
        foreach (var (path, body) in signatures) await mentor.Post(path, body).IsProblem(409, "session.confirm-first");
        await mentor.Put($"/api/v1/me/site-releases/{School.Id}", new { released = true }).IsProblem(409, "session.confirm-first");
        await mentor.Put($"/api/v1/me/site-releases/{School.Id}", new { released = false }).Ok();
        Assert.That(await Version(active), Is.EqualTo(version));
    }

    [Test]
    public async Task The_page_shows_who_opened_the_account_and_leaves_older_consents_as_they_are()
    {
        var invitation = Guid.CreateVersion7();
        await Sql.ExecuteAsync("""
            insert into identity.invitation (id, account_id, organization_id, region_code, delivery, code_hash, token_hash, invited_by, invited_by_name,
                                             invited_at, expires_at, document, handed_over_by, handed_over_by_name, handed_over_at, used_at)
            select @invitation, @MentorAccount, id, region_code, 'Sheet', 'x', 'x', 'a', 'Директорова', now(), now(), 'Passport', 'b', 'Кураторова',
                   now(), now() from organization where id = @Id
            """, new { invitation, School.MentorAccount, School.Id });
        var id = await BeforeCouncil();
        await Sql.ExecuteAsync(
            "update consent set identified_by = null, identified_at = null, account_id = null where program_id = @id and person_id = @Mentee",
            new { id, School.Mentee });

        var consents = (await Read(id))["consents"]!.AsArray().ToDictionary(c => (Guid)c!["personId"]!, c => c!);
        var (mentor, mentee) = (consents[School.Mentor], consents[School.Mentee]);
        string[] shown = ["status", "identifiedBy", "delivery", "invitedByName", "handedOverByName", "document"];
        Assert.That(shown.Select(field => (string?)mentor[field]),
            Is.EqualTo(new[] { "Given", "OtherProvider", "Sheet", "Директорова", "Кураторова", "Passport" }));
        Assert.That(shown.Select(field => (string?)mentee[field]), Is.EqualTo(new[] { "Given", null, null, null, null, null }));
    }
}
