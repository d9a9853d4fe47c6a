using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace Mentoring.Api.Platform;

/// <summary>Conditional reads: a tag changes with what the caller sees and with nothing else; whoever holds it gets 304 without a body.</summary>
public static class ETags
{
    public static EntityTagHeaderValue Of(byte[] content) => new($"\"{Convert.ToHexStringLower(SHA256.HashData(content).AsSpan(0, 16))}\"");

    /// <summary>What the caller holds: the tags of <c>If-None-Match</c>.</summary>
    public static IList<EntityTagHeaderValue> Known(HttpContext http) => http.Request.GetTypedHeaders().IfNoneMatch;

    public static bool Holds(this IList<EntityTagHeaderValue> known, EntityTagHeaderValue tag) =>
        known.Any(one => one.Compare(tag, useStrongComparison: false) || one.Equals(EntityTagHeaderValue.Any));

    /// <summary>By the hash of the answer itself, so that the caller's own possibilities are in it too.</summary>
    public static Results<Ok<T>, StatusCodeHttpResult> Conditional<T>(HttpContext http, T answer) where T : class =>
        Conditional(http, Of(JsonSerializer.SerializeToUtf8Bytes(answer, Json.Options)), answer);

    /// <param name="answer">Null where it was not made, since the caller holds it.</param>
    public static Results<Ok<T>, StatusCodeHttpResult> Conditional<T>(HttpContext http, EntityTagHeaderValue tag, T? answer) where T : class
    {
        http.Response.Headers.ETag = tag.ToString();
        http.Response.Headers.CacheControl = "private, no-cache";
        return answer is null || Known(http).Holds(tag) ? TypedResults.StatusCode(StatusCodes.Status304NotModified) : TypedResults.Ok(answer);
    }
}
