using Mentoring.Api.Hosting;
using Microsoft.Net.Http.Headers;

namespace Mentoring.Api.Platform;

/// <summary>What every answer says to browsers and to what stands between: keep no copy that nobody allowed, guess no type, come by TLS.</summary>
public static class ResponseHeaders
{
    /// <summary>Goes first, so that the answers of every other part pass it. What an endpoint says itself about keeping stays.</summary>
    public static void UseResponseHeaders(this WebApplication app)
    {
        var address = app.Services.GetRequiredService<PublicAddress>().Origin ?? app.Configuration["Identity:Issuer"];
        var isPublishedByTls = address?.StartsWith("https://", StringComparison.OrdinalIgnoreCase) ?? false;
        app.Use((http, next) =>
        {
            http.Response.OnStarting(() =>
            {
                var headers = http.Response.Headers;
                if (headers.CacheControl.Count == 0) headers.CacheControl = "no-store";
                headers.XContentTypeOptions = "nosniff";
                if (isPublishedByTls) headers[HeaderNames.StrictTransportSecurity] = "max-age=31536000";
                return Task.CompletedTask;
            });
            return next(http);
        });
    }
}
