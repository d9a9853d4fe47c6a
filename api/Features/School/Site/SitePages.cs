using System.Text;
using Mentoring.Api.Platform;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace Mentoring.Api.Features.School.Site;

/// <summary>Public pages on their way to the reader: written by components, which encode whatever a row holds, and cached for minutes.</summary>
public sealed class SitePages(HtmlRenderer renderer)
{
    /// <summary>How long anybody may keep a page, in seconds: a name that was withdrawn is gone after it.</summary>
    const int Kept = 300;

    public Task<string> Render<TPage>(params (string Name, object? Value)[] values) where TPage : IComponent =>
        renderer.Dispatcher.InvokeAsync(async () =>
            (await renderer.RenderComponentAsync<TPage>(ParameterView.FromDictionary(values.ToDictionary(one => one.Name, one => one.Value)))).ToHtmlString());

    public async Task<IResult> Nothing(SiteWords words) =>
        TypedResults.Text(await Render<SiteNothing>((nameof(SiteNothing.Words), words)), "text/html", Encoding.UTF8, StatusCodes.Status404NotFound);

    /// <summary>The answer with its tag: 304 for whoever has this very page.</summary>
    public static IResult Answer(HttpContext http, string content, string type, bool embedded = false)
    {
        var headers = http.Response.Headers;
        var tag = ETags.Of(Encoding.UTF8.GetBytes(content));
        headers.ETag = tag.ToString();
        headers.CacheControl = $"public, max-age={Kept}";
        headers.Vary = "Accept-Language";
        headers.ContentSecurityPolicy = $"default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors "
            + $"{(embedded ? "*" : "'none'")}";
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        return ETags.Known(http).Holds(tag) ? TypedResults.StatusCode(StatusCodes.Status304NotModified) : TypedResults.Text(content, type, Encoding.UTF8);
    }
}
