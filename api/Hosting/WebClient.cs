using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Mentoring.Api.Hosting;

/// <summary>Serves the built web client beside the API, from the same origin.</summary>
public static class WebClient
{
    /// <summary>What the API answers itself: an unknown address below these is a 404 and never the web client.</summary>
    static readonly PathString[] Reserved = ["/api", "/connect", "/.well-known", "/hangfire", "/swagger", "/health", "/openapi", "/ims", "/site", "/assets"];

    /// <summary>The build leaves each text in these codings beside it, the smaller first.</summary>
    static readonly (string Coding, string Suffix)[] Precompressed = [("br", ".br"), ("gzip", ".gz")];

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
        foreach (var (coding, suffix) in Precompressed)
        {
            app.UseWhen(context => Takes(context.Request, coding), branch => branch.UseStaticFiles(new StaticFileOptions
            {
                FileProvider = new Beside(files, suffix),
                OnPrepareResponse = response => SetHeaders(response, coding),
            }));
        }

        app.UseStaticFiles(new StaticFileOptions { FileProvider = files, OnPrepareResponse = response => SetHeaders(response) });
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

    /// <summary>A part of a file is a part of the file itself: who asks for one goes on with what is already there, uncompressed.</summary>
    static bool Takes(HttpRequest request, string coding) =>
        request.Headers.Range.Count == 0
        && request.GetTypedHeaders().AcceptEncoding.Any(one => one.Value.Equals(coding, StringComparison.OrdinalIgnoreCase) && one.Quality != 0);

    static void SetHeaders(StaticFileResponseContext response, string? coding = null)
    {
        var headers = response.Context.Response.Headers;
        // The build puts a hash of the content into the names below /assets.
        headers.CacheControl = response.Context.Request.Path.StartsWithSegments("/assets") ? "public, max-age=31536000, immutable" : "no-cache";
        headers.ContentSecurityPolicy = ContentSecurityPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers[HeaderNames.XFrameOptions] = "DENY";
        headers["Referrer-Policy"] = "same-origin";
        headers.Append(HeaderNames.Vary, HeaderNames.AcceptEncoding);
        if (coding is not null) headers.ContentEncoding = coding;
    }

    /// <summary>Finds <c>a.js.br</c> where <c>a.js</c> is asked for, so that name, type and caching stay those of <c>a.js</c>.</summary>
    sealed class Beside(IFileProvider files, string suffix) : IFileProvider
    {
        public IFileInfo GetFileInfo(string subpath) => files.GetFileInfo(subpath + suffix);

        public IDirectoryContents GetDirectoryContents(string subpath) => NotFoundDirectoryContents.Singleton;

        public IChangeToken Watch(string filter) => NullChangeToken.Singleton;
    }
}
