using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Mentoring.Tests.Support;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.IdentityModel.Tokens;

namespace Mentoring.Tests.Features.Common.Identity;

/// <summary>The steps of the protocol as the web client takes them, by hand. Its HTTP client keeps the session's cookie.</summary>
public sealed class OpenIdClient(HttpClient http)
{
    readonly string _verifier = Base64UrlEncoder.Encode(RandomNumberGenerator.GetBytes(32));

    public HttpClient Http { get; } = http;

    public Task<HttpResponseMessage> SignIn(string email, string password, string? code = null) =>
        Http.Post("/api/v1/session", code is null ? new { email, password } : new { email, password, code });

    /// <summary>The own client comes back to the address from which it was served.</summary>
    string Callback => new Uri(Http.BaseAddress!, "/callback").ToString();

    public string AuthorizePath(string? redirect = null, string method = "S256", string scope = "openid profile offline_access mentoring") =>
        QueryHelpers.AddQueryString("/connect/authorize", new Dictionary<string, string?>
        {
            ["client_id"] = "mentoring-spa", ["redirect_uri"] = redirect ?? Callback, ["response_type"] = "code", ["scope"] = scope,
            ["state"] = "s", ["code_challenge_method"] = method,
            ["code_challenge"] = method == "S256" ? Base64UrlEncoder.Encode(SHA256.HashData(Encoding.ASCII.GetBytes(_verifier))) : _verifier,
        });

    /// <summary>Follows the authorize endpoint to the address that it sends the browser to.</summary>
    public async Task<Uri> Authorize(string path)
    {
        using var answer = await Http.GetAsync(path);
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Redirect), await answer.Content.ReadAsStringAsync());
        return new Uri(Http.BaseAddress!, answer.Headers.Location!);
    }

    public async Task<string> Code() => CodeOf(await Authorize(AuthorizePath()));

    public static string CodeOf(Uri back) => QueryHelpers.ParseQuery(back.Query)["code"].ToString();

    public Task<HttpResponseMessage> Exchange(string code, string? verifier = null) => Token(new()
    {
        ["grant_type"] = "authorization_code", ["client_id"] = "mentoring-spa", ["code"] = code, ["redirect_uri"] = Callback,
        ["code_verifier"] = verifier ?? _verifier,
    });

    public Task<HttpResponseMessage> Refresh(string token) =>
        Token(new() { ["grant_type"] = "refresh_token", ["client_id"] = "mentoring-spa", ["refresh_token"] = token });

    public Task<HttpResponseMessage> Token(Dictionary<string, string> form) => Http.PostAsync("/connect/token", new FormUrlEncodedContent(form));

    /// <summary>Signs in and trades the code for tokens.</summary>
    public async Task<JsonNode> Tokens(string email, string password)
    {
        await SignIn(email, password).Gives(204);
        return await Exchange(await Code()).Ok();
    }
}
