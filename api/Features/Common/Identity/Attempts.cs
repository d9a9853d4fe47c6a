using System.Security.Cryptography;
using System.Text;
using Mentoring.Api.Platform;
using Microsoft.AspNetCore.Identity;

namespace Mentoring.Api.Features.Common.Identity;

/// <summary>
/// Failures to prove who one is lock the e-mail address at which they were made, wherever that is asked: at sign-in, at a
/// confirmation, at a changed password, at a one-time code. Whether the address has an account makes no difference, so that
/// no sequence of attempts tells who has one.
/// </summary>
public sealed class Attempts(Db db, ILookupNormalizer names, TimeProvider time)
{
    public const int Allowed = 5;

    /// <summary>How long a lock lasts, and after how long without a failure the count begins anew.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(10);

    /// <summary>What is known of an address.</summary>
    public sealed record Tally(int Failures, DateTime LastAt, DateTime? LockedUntil)
    {
        public static Tally After(Tally? before, DateTime now)
        {
            var failures = before is null || before.LockedUntil is not null || now - before.LastAt >= Window ? 1 : before.Failures + 1;
            return new(failures, now, failures >= Allowed ? now + Window : null);
        }
    }

    /// <summary>
    /// Lets one attempt at an address in at a time, until the transaction ends: those at the same moment are all counted.
    /// </summary>
    /// <returns>The refusal while the address is locked; an attempt meanwhile counts as none.</returns>
    public async Task<Problem?> Refusal(string who, CancellationToken ct)
    {
        await db.Execute("select pg_advisory_xact_lock(hashtextextended(encode(@Key, 'hex'), 14))", new { Key = Key(who) }, ct);
        return await Read(who, ct) is { LockedUntil: { } until } && until > Now ? LockedOut() : null;
    }

    /// <summary>Counts a failure; the caller sees to it that this is committed (a command by throwing what is returned).</summary>
    /// <param name="refusal">What to answer while the address is not locked yet.</param>
    public async Task<Problem> Fail(string who, Problem refusal, CancellationToken ct)
    {
        var tally = Tally.After(await Read(who, ct), Now);
        await db.Execute(Save, new { Key = Key(who), tally.Failures, tally.LastAt, tally.LockedUntil }, ct);
        var answer = tally.LockedUntil is null ? refusal : LockedOut();
        answer.Counted = true;
        return answer;
    }

    public Task Clear(string who, CancellationToken ct) => db.Execute("delete from identity.sign_in_failure where key = @Key", new { Key = Key(who) }, ct);

    Task<Tally?> Read(string who, CancellationToken ct) =>
        db.Maybe<Tally>("select failures, last_at, locked_until from identity.sign_in_failure where key = @Key", new { Key = Key(who) }, ct);

    /// <summary>The address at which an account's failures are counted.</summary>
    public static string At(Account account) => account.Email ?? account.Id.ToString();

    /// <summary>The same, for an account in SQL under this name: the key of its failures.</summary>
    public static string KeyOf(string account) =>
        $"sha256(convert_to(coalesce({account}.normalized_email, upper({account}.id::text)), 'UTF8'))";

    DateTime Now => time.GetUtcNow().UtcDateTime;

    static RuleViolation LockedOut() => new("session.locked-out", ("minutes", (int)Window.TotalMinutes));

    /// <summary>Addresses of strangers are not ours to keep.</summary>
    byte[] Key(string who) => SHA256.HashData(Encoding.UTF8.GetBytes(names.NormalizeEmail(who)));

    const string Save = """
        insert into identity.sign_in_failure (key, failures, last_at, locked_until) values (@Key, @Failures, @LastAt, @LockedUntil)
        on conflict (key) do update set failures = excluded.failures, last_at = excluded.last_at, locked_until = excluded.locked_until
        """;
}
