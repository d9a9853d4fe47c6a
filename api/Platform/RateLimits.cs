using System.Globalization;
using System.Net.Sockets;
using System.Security.Claims;
using System.Text;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;

namespace Mentoring.Api.Platform;

/// <summary>
/// Each client has a budget of requests a minute; the answer tells what is left of it. What middleware answers before the
/// caller is known (files, the identity server) is counted by address, before that middleware.
/// </summary>
public static class RateLimits
{
    /// <summary>
    /// Endpoints that guess at secrets (signing in, passwords, codes) have a budget of their own: per address, and for those
    /// who are signed in per caller, since a whole school signs from one address.
    /// </summary>
    public const string Secrets = "secrets";

    /// <summary>A first visit loads many files, and a school shares one address.</summary>
    const int FilesPerRequest = 10;

    /// <summary>What the identity server answers while it authenticates.</summary>
    static readonly PathString[] OfIdentityServer = ["/connect", "/.well-known"];

    public static void AddRateLimits(this WebApplicationBuilder builder)
    {
        var (perMinute, secretsPerMinute) = Budgets(builder.Configuration);
        builder.Services.AddRateLimiter(limiter =>
        {
            limiter.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(http =>
                IsOfIdentityServer(http) ? RateLimitPartition.GetNoLimiter("the identity server") : Window(Client(http), perMinute));
            limiter.AddPolicy(Secrets, http => Window(Client(http), secretsPerMinute));
            limiter.OnRejected = (rejected, _) => new(Refuse(rejected.HttpContext, rejected.Lease, perMinute));
        });
    }

    /// <summary>
    /// Goes before files and authentication, which end requests that the limiter proper never sees. Wrong secrets of systems
    /// count per client and address; a right one costs nothing of that budget.
    /// </summary>
    public static void UseEarlyRateLimits(this WebApplication app)
    {
        var (perMinute, secretsPerMinute) = Budgets(app.Configuration);
        var files = Limiter(address => Window(address, perMinute * FilesPerRequest));
        var requests = Limiter(address => Window(address, perMinute));
        var wrongSecrets = Limiter(client => Window(client, secretsPerMinute));
        // Those of one moment are judged one after the other, or all would pass before the first is counted.
        var turns = Limiter(client => RateLimitPartition.GetConcurrencyLimiter(client, _ =>
            new ConcurrencyLimiterOptions { PermitLimit = 1, QueueLimit = secretsPerMinute }));
        app.Use(async (http, next) =>
        {
            var (limiter, budget) = IsOfIdentityServer(http) ? (requests, perMinute) : (files, perMinute * FilesPerRequest);
            if (limiter == requests || http.GetEndpoint() is null)
            {
                using var lease = limiter.AttemptAcquire(Address(http));
                if (!lease.IsAcquired)
                {
                    await Refuse(http, lease, budget);
                    return;
                }
            }

            if (await ClientWithSecret(http.Request) is not { } client)
            {
                await next();
                return;
            }

            var key = $"{client} {Address(http)}";
            using var turn = await turns.AcquireAsync(key, 1, http.RequestAborted);
            using var left = wrongSecrets.AttemptAcquire(key, 0);
            if (!turn.IsAcquired || !left.IsAcquired)
            {
                await Refuse(http, left, secretsPerMinute);
                return;
            }

            await next();
            if (http.Response.StatusCode >= 400) wrongSecrets.AttemptAcquire(key).Dispose();
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

    static (int PerMinute, int SecretsPerMinute) Budgets(IConfiguration configuration) =>
        (configuration.GetValue("RateLimit:RequestsPerMinute", 1200), configuration.GetValue("RateLimit:SecretsPerMinute", 30));

    static async Task Refuse(HttpContext http, RateLimitLease lease, int budget)
    {
        var wait = lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? (int)Math.Ceiling(after.TotalSeconds) : 60;
        http.Response.Headers.RetryAfter = wait.ToString(CultureInfo.InvariantCulture);
        http.Response.Headers["RateLimit-Policy"] = $"\"default\";q={budget};w=60";
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
    }

    /// <returns>The client for which a secret or a signed assertion is given; null when none is.</returns>
    static async Task<string?> ClientWithSecret(HttpRequest request)
    {
        if (!request.Path.StartsWithSegments("/connect")) return null;
        if (request.Headers.Authorization.ToString() is { Length: > 0 } authorization)
        {
            var credentials = authorization.StartsWith("Basic ", StringComparison.OrdinalIgnoreCase) ? authorization[6..].Trim() : "";
            var decoded = new byte[credentials.Length];
            return Convert.TryFromBase64String(credentials, decoded, out var length) ? Encoding.UTF8.GetString(decoded, 0, length).Split(':')[0] : "";
        }

        if (!request.HasFormContentType) return null;
        try
        {
            var form = await request.ReadFormAsync(request.HttpContext.RequestAborted);
            return form.ContainsKey("client_secret") || form.ContainsKey("client_assertion") ? form["client_id"].ToString() : null;
        }
        catch (InvalidDataException unreadable)
        {
            throw new BadHttpRequestException(unreadable.Message, unreadable);
        }
    }

    static bool IsOfIdentityServer(HttpContext http) => Array.Exists(OfIdentityServer, prefix => http.Request.Path.StartsWithSegments(prefix));

    /// <summary>Who a budget belongs to: the account or system, else the address.</summary>
    internal static string Client(HttpContext http) => http.User.FindFirstValue("sub") ?? Address(http);

    /// <summary>Of IPv6 the first half: the other one its holder chooses.</summary>
    static string Address(HttpContext http) => http.Connection.RemoteIpAddress switch
    {
        null => "",
        { AddressFamily: AddressFamily.InterNetworkV6, IsIPv4MappedToIPv6: false } six => Convert.ToHexString(six.GetAddressBytes(), 0, 8),
        var address => address.ToString(),
    };

    static PartitionedRateLimiter<string> Limiter(Func<string, RateLimitPartition<string>> partition) => PartitionedRateLimiter.Create(partition);

    static RateLimitPartition<string> Window(string client, int perMinute) => RateLimitPartition.GetSlidingWindowLimiter(client, _ =>
        new SlidingWindowRateLimiterOptions { PermitLimit = perMinute, Window = TimeSpan.FromMinutes(1), SegmentsPerWindow = 6 });
}
