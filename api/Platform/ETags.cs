using System.Reflection;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Metadata;
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
    public static Tagged<T> Conditional<T>(T answer) where T : class
    {
        var content = JsonSerializer.SerializeToUtf8Bytes(answer, Json.Options);
        return new(Of(content), content);
    }

    /// <param name="answer">Null where it was not made, since the caller holds it.</param>
    public static Tagged<T> Conditional<T>(EntityTagHeaderValue tag, T? answer) where T : class =>
        new(tag, answer is null ? null : JsonSerializer.SerializeToUtf8Bytes(answer, Json.Options));
}

/// <summary>An answer under its tag, in the bytes that were hashed; 304 to whoever holds it.</summary>
public sealed class Tagged<T>(EntityTagHeaderValue tag, byte[]? content) : IResult, IEndpointMetadataProvider where T : class
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.Headers.ETag = tag.ToString();
        response.Headers.CacheControl = "private, no-cache";
        if (content is null || ETags.Known(httpContext).Holds(tag))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        response.ContentType = "application/json; charset=utf-8";
        response.ContentLength = content.Length;
        await response.Body.WriteAsync(content, httpContext.RequestAborted);
    }

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder)
    {
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(T), ["application/json"]));
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status304NotModified, typeof(void)));
    }
}
