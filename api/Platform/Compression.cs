using System.Collections.Frozen;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.Options;

namespace Mentoring.Api.Platform;

/// <summary>
/// Texts that the API's operations answer with travel compressed, over TLS too. What length can betray of a secret beside
/// words of an attacker's choosing (BREACH) takes a browser that sends its user's rights along by itself. Operations take
/// access tokens alone, which no other site can send; and even so nothing is compressed that hands out a secret, that sets
/// a cookie, or that is answered to a cookie: the OpenID endpoints and the dashboard of jobs are no operations.
/// </summary>
public static class Compression
{
    /// <summary>A text that fits in one packet gains nothing.</summary>
    const int Packet = 1400;

    /// <summary>No events: each is sent at once. No files: they are compressed in themselves.</summary>
    static readonly string[] Texts = ["application/json", "application/atom+xml", "text/csv", "text/html", "text/css"];

    static readonly FrozenSet<string> Secrets = typeof(ISecret).Assembly.GetTypes()
        .Where(type => type.IsClass && type.IsAssignableTo(typeof(ISecret))).Select(Operations.NameOf).ToFrozenSet();

    public static void AddCompression(this IServiceCollection services)
    {
        services.AddResponseCompression(options =>
        {
            options.EnableForHttps = true;
            options.MimeTypes = Texts;
        });
        services.AddSingleton<IResponseCompressionProvider, OfOperations>();
    }

    sealed class OfOperations(IServiceProvider services, IOptions<ResponseCompressionOptions> options) : ResponseCompressionProvider(services, options)
    {
        public override bool ShouldCompressResponse(HttpContext context)
        {
            var headers = context.Response.Headers;
            if (context.GetEndpoint()?.Metadata.GetMetadata<OperationMetadata>() is not { } operation || Secrets.Contains(operation.Name)) return false;
            if (headers.SetCookie.Count > 0 || headers.ContentLength < Packet || !base.ShouldCompressResponse(context)) return false;

            // The bytes are no longer those that a strong tag promises.
            if (headers.ETag is [{ } tag] && tag.StartsWith('"')) headers.ETag = $"W/{tag}";
            return true;
        }
    }
}
