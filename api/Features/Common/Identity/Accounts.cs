using Mentoring.Api.Platform;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Mentoring.Api.Features.Common.Identity;

/// <summary>Loads accounts inside the request's transaction, so that what happens to one is audited with it or not at all.</summary>
public sealed class Accounts(IdentityContext context, ILookupNormalizer names, Db db)
{
    static readonly PasswordHasher<Account> Hasher = new(Options.Create(HasherOptions(new())));

    /// <summary>The form in which passwords are kept, for whoever inserts accounts in bulk.</summary>
    public static string Hash(string password) => Hasher.HashPassword(null!, password);

    /// <summary>PBKDF2-HMAC-SHA512 with the number of rounds that OWASP asks for.</summary>
    public static PasswordHasherOptions HasherOptions(PasswordHasherOptions options)
    {
        options.IterationCount = 210_000;
        return options;
    }

    /// <summary>Locks the row: attempts at one account's secret are counted one after the other.</summary>
    public Task<Account?> Find(string email, CancellationToken ct) =>
        Locked($"select * from identity.account where normalized_email = {names.NormalizeEmail(email)} for update", ct);

    public Task<Account?> Maybe(Guid id, CancellationToken ct) => Locked($"select * from identity.account where id = {id} for update", ct);

    /// <summary>The caller's own account; systems have none.</summary>
    public async Task<Account> Own(Caller caller, CancellationToken ct) =>
        Guid.TryParse(caller.Id, out var id) && await Maybe(id, ct) is { } account ? account : throw new Forbidden("caller.not-a-person");

    /// <summary>Lets the stores of Identity and OpenIddict work in the request's transaction.</summary>
    public async Task Join(CancellationToken ct) => context.Join(await db.Connection(ct));

    async Task<Account?> Locked(FormattableString sql, CancellationToken ct)
    {
        await Join(ct);
        var account = (await context.Accounts.FromSql(sql).ToListAsync(ct)).SingleOrDefault();
        // Accounts inserted in bulk have no stamp, and Identity refuses to work without one.
        if (account is not null) account.SecurityStamp ??= "";
        return account;
    }
}
