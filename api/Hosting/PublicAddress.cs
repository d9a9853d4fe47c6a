namespace Mentoring.Api.Hosting;

/// <summary>
/// The address at which people open the product (<c>PublicAddress</c>). Where it is set, it alone stands in links, redirects,
/// cookies and tokens, whatever a request says about itself. Where it is not, an answer names the address that the caller
/// itself used, to that caller alone, and what others may keep names none.
/// </summary>
public sealed class PublicAddress
{
    readonly Uri? _known;

    public PublicAddress(IConfiguration configuration)
    {
        if (configuration[nameof(PublicAddress)] is not { Length: > 0 } text) return;
        if (!Uri.TryCreate(text, UriKind.Absolute, out _known) || _known is not { Scheme: "http" or "https", PathAndQuery: "/", UserInfo: "" })
            throw new HostingProblem($"PublicAddress is «{text}»: set it to the scheme and the host that people open, as in https://mentoring.example.");
    }

    /// <summary>Without a slash at its end; null when it is not known.</summary>
    public string? Origin => _known?.GetLeftPart(UriPartial.Authority);

    /// <summary>Goes right after the forwarded headers: what comes later asks the request, and hears what is known.</summary>
    public static void Use(WebApplication app)
    {
        if (app.Services.GetRequiredService<PublicAddress>()._known is not { } known) return;
        // Browsers name no port that is the scheme's own.
        var host = known.IsDefaultPort ? new HostString(known.IdnHost) : new HostString(known.IdnHost, known.Port);
        app.Use((http, next) =>
        {
            (http.Request.Scheme, http.Request.Host) = (known.Scheme, host);
            return next();
        });
    }
}
