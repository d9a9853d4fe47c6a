using System.Security.Cryptography;
using System.Text;
using Dapper;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Caching.Memory;
using Npgsql;

namespace Mentoring.Api.Features.Common.Identity;

/// <summary>
/// The secret under which insurance numbers are hashed: a set one, else one that the first process makes and the key ring
/// protects. There are few enough numbers to try them all, so a hash without a secret would hide nothing.
/// </summary>
public sealed class SnilsKeys(
    NpgsqlDataSource source, IDataProtectionProvider protection, IConfiguration configuration, IMemoryCache cache, TimeProvider time)
{
    const string Purpose = "Snils";
    const int Bytes = 32;
    const long Lock = 0x736E696C73;

    readonly IDataProtector _protector = protection.CreateProtector("identity.server_key");

    public async Task<SnilsKey> Current(CancellationToken ct)
    {
        if (cache.Get<SnilsKey>(nameof(SnilsKeys)) is { } kept) return kept;
        var key = new SnilsKey(configuration["Identity:SnilsKey"] is { Length: > 0 } set ? Set(set) : await Own(ct));
        cache.Set(nameof(SnilsKeys), key);
        return key;
    }

    static byte[] Set(string text)
    {
        var secret = new byte[text.Length];
        return Convert.TryFromBase64String(text, secret, out var length) && length >= Bytes
            ? secret[..length] : throw new InvalidOperationException($"Identity:SnilsKey has to be {Bytes} bytes or more, in base64.");
    }

    async Task<byte[]> Own(CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await connection.ExecuteAsync("select pg_advisory_xact_lock(@Lock)", new { Lock });
        var kept = await connection.QuerySingleOrDefaultAsync<string>("select secret from identity.server_key where purpose = @Purpose", new { Purpose });
        if (kept is not null) return _protector.Unprotect(Convert.FromBase64String(kept));

        var secret = RandomNumberGenerator.GetBytes(Bytes);
        await connection.ExecuteAsync("insert into identity.server_key (purpose, id, secret, created_at) values (@Purpose, @Id, @Secret, @Now)", new
        {
            Purpose, Id = Guid.CreateVersion7(time.GetUtcNow()).ToString("n"), Secret = Convert.ToBase64String(_protector.Protect(secret)),
            Now = time.GetUtcNow().UtcDateTime,
        });
        await transaction.CommitAsync(ct);
        return secret;
    }
}

/// <summary>Hashes insurance numbers, so that equal ones are known and none can be read.</summary>
public sealed class SnilsKey(byte[] secret)
{
    /// <param name="digits">The eleven digits alone.</param>
    public string Of(string digits) => Convert.ToHexStringLower(HMACSHA256.HashData(secret, Encoding.ASCII.GetBytes(digits)));
}
