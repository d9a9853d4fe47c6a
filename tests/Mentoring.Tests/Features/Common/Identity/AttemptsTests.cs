using Dapper;
using Mentoring.Api.Features.Common.Identity;
using Mentoring.Tests.Support;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace Mentoring.Tests.Features.Common.Identity;

/// <summary>The lock tells nobody which e-mail addresses have an account, whatever the attempts and the waits between them.</summary>
public sealed class AttemptsTests : IdentityTest
{
    /// <summary>Around every edge of the ten minutes.</summary>
    static readonly TimeSpan[] Waits =
        [TimeSpan.Zero, TimeSpan.Zero, TimeSpan.FromMinutes(4), new(0, 9, 59), TimeSpan.FromMinutes(10), new(0, 10, 1), TimeSpan.FromMinutes(25)];

    readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 2, 8, 0, 0, TimeSpan.Zero));

    protected override void Trust(IServiceCollection services)
    {
        base.Trust(services);
        services.AddSingleton<TimeProvider>(_time);
    }

    [Test]
    public async Task Any_sequence_looks_the_same_with_an_account_and_without([Range(1, 12)] int seed)
    {
        var random = new Random(seed);
        // Cheap to check: the sequence is what matters here.
        var hash = new PasswordHasher<Account>(Options.Create(new PasswordHasherOptions { IterationCount = 1 })).HashPassword(null!, Password);
        var account = await World.Account();
        await Sql.ExecuteAsync("update identity.account set password_hash = @hash where id = @account", new { hash, account });
        var (known, unknown) = ($"{account:n}@test.example", $"nobody-{seed}@test.example");
        var story = new List<string>();
        var locks = 0;
        for (var step = 0; step < 14; step++)
        {
            var wait = step < 5 && seed % 2 == 0 ? TimeSpan.Zero : Waits[random.Next(Waits.Length)];
            _time.Advance(wait);
            var (one, other) = (await Attempt(known), await Attempt(unknown));
            story.Add($"+{wait}: {one} / {other}");
            if (one == "session.locked-out") locks++;
            Assert.That(other, Is.EqualTo(one), string.Join('\n', story));
        }

        if (seed % 2 == 0) Assert.That(locks, Is.GreaterThan(0));
    }

    async Task<string> Attempt(string email)
    {
        using var answer = await Browser().SignIn(email, "not the password");
        return (string)System.Text.Json.Nodes.JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["code"]!;
    }

    [Test]
    public void Five_failures_lock_for_ten_minutes_and_ten_quiet_minutes_forget()
    {
        var now = new DateTime(2026, 11, 2, 8, 0, 0, DateTimeKind.Utc);
        Attempts.Tally? tally = null;
        for (var failure = 1; failure < Attempts.Allowed; failure++) Assert.That((tally = Attempts.Tally.After(tally, now)).LockedUntil, Is.Null);
        Assert.That(Attempts.Tally.After(tally, now).LockedUntil, Is.EqualTo(now.AddMinutes(10)));
        Assert.That(Attempts.Tally.After(tally, now.AddMinutes(10)), Is.EqualTo(new Attempts.Tally(1, now.AddMinutes(10), null)));
        Assert.That(Attempts.Tally.After(new(5, now, now.AddMinutes(10)), now.AddMinutes(11)).Failures, Is.EqualTo(1));
    }
}
