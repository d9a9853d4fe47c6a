using System.Reflection;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Site;

/// <summary>The style sheet of the public pages.</summary>
public static class ShowSiteStyle
{
    static readonly Lazy<string> Style = new(() =>
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("site/site.css")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    });

    public static void Map(RouteGroupBuilder site) =>
        site.MapGet("/style.css", (HttpContext http) => SitePages.Answer(http, Style.Value, "text/css"))
            .Operation(nameof(ShowSiteStyle), Permission.Public);
}
