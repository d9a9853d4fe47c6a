using System.Net.Http.Headers;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text.Json;
using Dapper;
using Mentoring.Api.Platform;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Npgsql;

namespace Mentoring.Tests.Support;

/// <summary>
/// A system with a role at an organization, for a product that runs in a process of its own: it gets its tokens as any other
/// system does, with a key of its own.
/// </summary>
public sealed class SystemClient
{
    readonly ECDsaSecurityKey _key = new(ECDsa.Create(ECCurve.NamedCurves.nistP256)) { KeyId = "own" };

    SystemClient(string id) => Id = id;

    public string Id { get; }

    /// <param name="owner">The owner's connection to the product's database.</param>
    public static async Task<SystemClient> Register(NpgsqlConnection owner, Role role, Guid organization)
    {
        var client = new SystemClient($"system-{Guid.CreateVersion7():n}");
        var point = client._key.ECDsa.ExportParameters(false).Q;
        await owner.ExecuteAsync(Sql, new
        {
            client.Id, Role = role.ToString(), organization,
            Keys = JsonSerializer.Serialize(new
            {
                keys = new[] { new { kty = "EC", crv = "P-256", kid = "own", alg = "ES256", use = "sig", x = Base64UrlEncoder.Encode(point.X),
                    y = Base64UrlEncoder.Encode(point.Y) } },
            }),
        });
        return client;
    }

    /// <summary>An HTTP client that carries a fresh token, good for ten minutes.</summary>
    public async Task<HttpClient> Connect(Uri address)
    {
        var http = new HttpClient { BaseAddress = address, DefaultRequestHeaders = { { "Accept-Language", "en" } } };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await Token(http));
        return http;
    }

    async Task<string> Token(HttpClient http)
    {
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials", ["client_id"] = Id, ["scope"] = "mentoring",
            ["client_assertion_type"] = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
            ["client_assertion"] = new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
            {
                Issuer = Id, Audience = http.BaseAddress!.AbsoluteUri, TokenType = "client-authentication+jwt",
                Subject = new ClaimsIdentity([new("sub", Id), new("jti", Guid.CreateVersion7().ToString())]),
                SigningCredentials = new(_key, SecurityAlgorithms.EcdsaSha256),
            }),
        });
        using var answer = await http.PostAsync("/connect/token", form);
        var text = await answer.Content.ReadAsStringAsync();
        if (!answer.IsSuccessStatusCode) throw new InvalidOperationException($"No token: {text}");
        return JsonDocument.Parse(text).RootElement.GetProperty("access_token").GetString()!;
    }

    const string Sql = """
        insert into identity.oidc_application (id, client_id, client_type, display_name, concurrency_token, permissions, json_web_key_set)
        values (gen_random_uuid(), @Id, 'confidential', @Id, gen_random_uuid()::text, '["ept:token","gt:client_credentials","scp:mentoring"]', @Keys);
        insert into role_assignment (id, client_id, role, organization_id, region_code, started_on, granted_by)
        select gen_random_uuid(), @Id, @Role, id, region_code, '2024-01-01', 'test' from organization where id = @organization
        """;
}
