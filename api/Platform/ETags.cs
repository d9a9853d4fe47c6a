using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace Mentoring.Api.Platform;

/// <summary>
/// Conditional reads: the tag is the hash of the answer itself, so that it changes with everything that the caller sees, the
/// caller's own possibilities included, and with nothing else.
/// </summary>
public static class ETags
{
    /// <returns>304 without a body when the caller's <c>If-None-Match</c> holds the tag of this very answer.</returns>
    public static Results<Ok<T>, StatusCodeHttpResult> Conditional<T>(HttpContext http, T answer)
    {
        var hash = SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(answer, Json.Options)).AsSpan(0, 16);
        var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(hash)}\"");
        http.Response.Headers.ETag = tag.ToString();
        http.Response.Headers.CacheControl = "private, no-cache";
        var known = http.Request.GetTypedHeaders().IfNoneMatch;
        return known.Any(one => one.Compare(tag, useStrongComparison: false) || one.Equals(EntityTagHeaderValue.Any))
            ? TypedResults.StatusCode(StatusCodes.Status304NotModified)
            : TypedResults.Ok(answer);
    }
}
