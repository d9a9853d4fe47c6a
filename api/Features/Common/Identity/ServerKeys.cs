using System.Security.Cryptography;
using Dapper;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Tokens;
using Npgsql;
using OpenIddict.Server;

namespace Mentoring.Api.Features.Common.Identity;

/// <summary>
/// The keys that sign tokens and encrypt authorization codes. The first process that starts makes them, under a lock; all
/// others read the same ones. They are kept protected by the key ring.
/// </summary>
public sealed class ServerKeys(NpgsqlDataSource source, IDataProtectionProvider protection, TimeProvider time) : IConfigureOptions<OpenIddictServerOptions>
{
    const long Lock = 0x6F70656E6964;
    readonly IDataProtector _protector = protection.CreateProtector("identity.server_key");

    sealed record Key(string Purpose, string Id, string Secret);

    public void Configure(OpenIddictServerOptions options)
    {
        foreach (var key in Load())
        {
            var secret = _protector.Unprotect(Convert.FromBase64String(key.Secret));
            if (key.Purpose == "Signing")
            {
                var pair = ECDsa.Create();
                pair.ImportPkcs8PrivateKey(secret, out _);
                options.SigningCredentials.Add(new(new ECDsaSecurityKey(pair) { KeyId = key.Id }, SecurityAlgorithms.EcdsaSha256));
            }
            else
            {
                options.EncryptionCredentials.Add(new(new SymmetricSecurityKey(secret) { KeyId = key.Id },
                    SecurityAlgorithms.Aes256KW, SecurityAlgorithms.Aes256CbcHmacSha512));
            }
        }
    }

    List<Key> Load()
    {
        using var connection = source.OpenConnection();
        using var transaction = connection.BeginTransaction();
        connection.Execute("select pg_advisory_xact_lock(@Lock)", new { Lock });
        var keys = Read(connection);
        if (keys.Count == 0)
        {
            using var pair = ECDsa.Create(ECCurve.NamedCurves.nistP256);
            Keep(connection, "Signing", pair.ExportPkcs8PrivateKey());
            Keep(connection, "Encryption", RandomNumberGenerator.GetBytes(32));
            keys = Read(connection);
        }

        transaction.Commit();
        return keys;
    }

    static List<Key> Read(NpgsqlConnection connection) =>
        connection.Query<Key>(
            "select purpose, id, secret from identity.server_key where purpose in ('Signing', 'Encryption') order by created_at desc").AsList();

    void Keep(NpgsqlConnection connection, string purpose, byte[] secret) => connection.Execute(
        "insert into identity.server_key (purpose, id, secret, created_at) values (@purpose, @Id, @Secret, @Now)",
        new
        {
            purpose, Id = Guid.CreateVersion7(time.GetUtcNow()).ToString("n"), Secret = Convert.ToBase64String(_protector.Protect(secret)),
            Now = time.GetUtcNow().UtcDateTime
        });
}
