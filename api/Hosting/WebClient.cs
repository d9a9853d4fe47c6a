using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;
using Microsoft.Net.Http.Headers;

namespace Mentoring.Api.Hosting;

/// <summary>Serves the built web client beside the API, from the same origin.</summary>
public static class WebClient
{
    /// <summary>What the API answers itself: an unknown address below these is a 404 and never the web client.</summary>
    static readonly PathString[] Reserved = ["/api", "/connect", "/.well-known", "/hangfire", "/swagger", "/health", "/openapi", "/ims", "/site", "/assets"];

    /// <summary>Mantine sets styles on elements; scripts come from our files alone.</summary>
    const string ContentSecurityPolicy =
        "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; "
        + "connect-src 'self'; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    /// <summary>Goes after routing, so that endpoints come first, and before authorization, since anyone may load the web client.</summary>
    public static void UseWebClient(this WebApplication app)
    {
        if (Folder(app) is not { } folder) return;
        var files = new PhysicalFileProvider(folder);

        app.Use((context, next) =>
        {
            if (IsNavigation(context) && !files.GetFileInfo(context.Request.Path).Exists) context.Request.Path = "/index.html";
            return next(context);
        });
        app.UseStaticFiles(new StaticFileOptions { FileProvider = files, OnPrepareResponse = SetHeaders });
    }

    /// <summary>The files of a publication, else what the checkout's build left; null when the web client was not built.</summary>
    static string? Folder(WebApplication app)
    {
        string?[] candidates =
        [
            app.Configuration["WebClient:Folder"],
            Path.Combine(AppContext.BaseDirectory, "wwwroot"),
            Checkout.Of(app.Environment).Path("web-client", "dist"),
        ];
        return candidates.FirstOrDefault(folder => folder is not null && File.Exists(Path.Combine(folder, "index.html")));
    }

    static bool IsNavigation(HttpContext context) =>
        (HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method))
        && context.GetEndpoint() is null
        && (context.Request.Path == "/" || context.Request.GetTypedHeaders().Accept.Any(type => type.MediaType == "text/html"))
        && !Array.Exists(Reserved, prefix => context.Request.Path.StartsWithSegments(prefix));

    static void SetHeaders(StaticFileResponseContext response)
    {
        var headers = response.Context.Response.Headers;
        // The build puts a hash of the content into the names below /assets.
        headers.CacheControl = response.Context.Request.Path.StartsWithSegments("/assets") ? "public, max-age=31536000, immutable" : "no-cache";
        headers.ContentSecurityPolicy = ContentSecurityPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers[HeaderNames.XFrameOptions] = "DENY";
        headers["Referrer-Policy"] = "same-origin";
    }
}
