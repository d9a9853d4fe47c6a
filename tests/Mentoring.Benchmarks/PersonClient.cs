using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.IdentityModel.Tokens;

namespace Mentoring.Benchmarks;

/// <summary>A person who signs in as the web client signs people in.</summary>
public static class PersonClient
{
    /// <returns>A fresh access token.</returns>
    public static async Task<string> Token(Uri address, string email, string password)
    {
        using var handler = new HttpClientHandler { AllowAutoRedirect = false };
        using var http = new HttpClient(handler) { BaseAddress = address };
        (await http.PostAsJsonAsync("/api/v1/session", new { email, password })).EnsureSuccessStatusCode();
        var (verifier, callback) = (Base64UrlEncoder.Encode(RandomNumberGenerator.GetBytes(32)), new Uri(address, "/callback").ToString());
        var authorize = QueryHelpers.AddQueryString("/connect/authorize", new Dictionary<string, string?>
        {
            ["client_id"] = "mentoring-spa", ["redirect_uri"] = callback, ["response_type"] = "code", ["scope"] = "openid mentoring", ["state"] = "s",
            ["code_challenge_method"] = "S256", ["code_challenge"] = Base64UrlEncoder.Encode(SHA256.HashData(Encoding.ASCII.GetBytes(verifier))),
        });
        using var answer = await http.GetAsync(new Uri(authorize, UriKind.Relative));
        var code = QueryHelpers.ParseQuery(new Uri(address, answer.Headers.Location!).Query)["code"].ToString();
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "authorization_code", ["client_id"] = "mentoring-spa", ["code"] = code, ["redirect_uri"] = callback, ["code_verifier"] = verifier,
        });
        using var given = await http.PostAsync(new Uri("/connect/token", UriKind.Relative), form);
        given.EnsureSuccessStatusCode();
        using var tokens = await JsonDocument.ParseAsync(await given.Content.ReadAsStreamAsync());
        return tokens.RootElement.GetProperty("access_token").GetString()!;
    }
}
