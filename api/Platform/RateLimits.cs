using System.Security.Claims;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;

namespace Mentoring.Api.Platform;

/// <summary>Each client has a budget of requests a minute; the answer tells what is left of it.</summary>
public static class RateLimits
{
    /// <summary>Endpoints that guess at secrets (signing in, tokens) have a budget of their own, per address.</summary>
    public const string Secrets = "secrets";

    public static void AddRateLimits(this WebApplicationBuilder builder)
    {
        var perMinute = builder.Configuration.GetValue("RateLimit:RequestsPerMinute", 1200);
        var secretsPerMinute = builder.Configuration.GetValue("RateLimit:SecretsPerMinute", 30);
        builder.Services.AddRateLimiter(limiter =>
        {
            limiter.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(http =>
                http.Request.Path.StartsWithSegments("/api") ? Window(Client(http), perMinute) : RateLimitPartition.GetNoLimiter(""));
            limiter.AddPolicy(Secrets, http => Window(http.Connection.RemoteIpAddress?.ToString() ?? "", secretsPerMinute));
            limiter.OnRejected = async (rejected, ct) =>
            {
                var http = rejected.HttpContext;
                var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? (int)Math.Ceiling(after.TotalSeconds) : 60;
                http.Response.Headers.RetryAfter = wait.ToString(System.Globalization.CultureInfo.InvariantCulture);
                http.Response.Headers["RateLimit-Policy"] = $"\"default\";q={perMinute};w=60";
                http.Response.Headers["RateLimit"] = $"\"default\";r=0;t={wait}";
                http.Response.StatusCode = StatusCodes.Status429TooManyRequests;
                await http.RequestServices.GetRequiredService<IProblemDetailsService>().TryWriteAsync(new()
                {
                    HttpContext = http,
                    ProblemDetails = new()
                    {
                        Status = 429, Type = "urn:mentoring:problem:rate-limited", Title = ProblemTexts.Of("title.429", []),
                        Detail = ProblemTexts.Of("rate-limited", [("seconds", wait)]), Extensions = { ["code"] = "rate-limited" },
                    },
                });
            };
        });
    }

    /// <summary>Tells every caller of the API what is left of its budget.</summary>
    public static void UseRateLimitHeaders(this WebApplication app)
    {
        var limiter = app.Services.GetRequiredService<IOptions<RateLimiterOptions>>().Value.GlobalLimiter!;
        app.Use((http, next) =>
        {
            if (http.Request.Path.StartsWithSegments("/api"))
                http.Response.Headers["RateLimit"] = $"\"default\";r={limiter.GetStatistics(http)?.CurrentAvailablePermits}";
            return next();
        });
    }

    /// <summary>Who a budget belongs to: the account or system, else the address.</summary>
    internal static string Client(HttpContext http) => http.User.FindFirstValue("sub") ?? http.Connection.RemoteIpAddress?.ToString() ?? "";

    static RateLimitPartition<string> Window(string client, int perMinute) => RateLimitPartition.GetSlidingWindowLimiter(client, _ =>
        new SlidingWindowRateLimiterOptions { PermitLimit = perMinute, Window = TimeSpan.FromMinutes(1), SegmentsPerWindow = 6 });
}
