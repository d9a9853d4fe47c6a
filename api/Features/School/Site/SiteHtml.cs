using System.Security.Cryptography;
using System.Text;
using Mentoring.Api.Platform;
using Microsoft.Net.Http.Headers;

namespace Mentoring.Api.Features.School.Site;

/// <summary>The frame of every public page: accessible, without script, in the page's own style, cached for minutes.</summary>
/// <param name="Embedded">Shown inside the school's own site: without header and footer, and framed by any page.</param>
sealed record SiteHtml(SiteReader.School School, SiteWords Words, bool Embedded)
{
    /// <summary>How long anybody may keep a page, in seconds: a name that was withdrawn is gone after it.</summary>
    const int Kept = 300;

    public string Home => $"/site/{School.Id}";

    /// <summary>An address of this section in the reader's language and frame.</summary>
    public string Link(string path = "", params (string Name, string? Value)[] query)
    {
        var all = query.Append(("lang", Words.Language)).Append(("embed", Embedded ? "1" : null)).Where(pair => pair.Item2 is not null);
        return SiteMarkup.Text($"{Home}{path}{QueryString.Create(all.Select(pair => KeyValuePair.Create(pair.Item1, pair.Item2)))}");
    }

    public string Page(string title, string main, string otherLanguage) => $"""
        <!doctype html>
        <html lang="{Words.Language}"{(Embedded ? " class=\"embedded\"" : "")}>
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>{SiteMarkup.Text(title)} — {SiteMarkup.Text(School.Name)}</title>
        <link rel="stylesheet" href="/site/style.css">
        <link rel="alternate" type="application/atom+xml" href="{Home}/feed.atom" title="{Words["title"]}">
        </head>
        <body>
        {(Embedded ? "" : Header(otherLanguage))}
        <main id="main">
        {main}
        </main>
        {(Embedded ? "" : $"<footer><a href=\"{Home}/feed.atom\">{Words["feed"]}</a></footer>")}
        </body>
        </html>
        """;

    string Header(string otherLanguage) => $"""
        <a class="skip" href="#main">{Words["skip"]}</a>
        <header>
        <p class="school">{SiteMarkup.Text(School.Name)}</p>
        <p class="section"><a href="{Link()}">{Words["title"]}</a></p>
        <p class="language"><a href="{otherLanguage}" lang="{Words.Other}" hreflang="{Words.Other}">{Words["language"]}</a></p>
        </header>
        """;

    /// <summary>One line: section, day of publication.</summary>
    public string Meta(SiteReader.Post post)
    {
        var day = RegionTime.DayOf(new DateTimeOffset(post.PublishedAt, TimeSpan.Zero), School.TimeZone);
        return $"""<p class="meta"><a href="{Link("", ("category", post.Category.ToString()))}">{Words[post.Category.ToString()]}</a> · """
            + $"""<time datetime="{day:yyyy-MM-dd}">{Words.Day(day)}</time></p>""";
    }

    public string HeldOn(SiteReader.Post post) =>
        post.HeldOn is { } day ? $"""<p class="held">{Words["heldOn"]} <time datetime="{day:yyyy-MM-dd}">{Words.Day(day)}</time></p>""" : "";

    public string Names(SiteReader.Post post) => post.Names.Length > 0
        ? $"""<p class="names">{Words["with"]} {SiteMarkup.Text(string.Join(", ", post.Names))}</p>""" : "";

    /// <summary>The answer with its tag: 304 for whoever has this very page.</summary>
    public static IResult Answer(HttpContext http, string content, string type, bool embedded = false)
    {
        var headers = http.Response.Headers;
        var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)).AsSpan(0, 16))}\"");
        headers.ETag = tag.ToString();
        headers.CacheControl = $"public, max-age={Kept}";
        headers.Vary = "Accept-Language";
        headers.ContentSecurityPolicy = $"default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors "
            + $"{(embedded ? "*" : "'none'")}";
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        return http.Request.GetTypedHeaders().IfNoneMatch.Any(one => one.Compare(tag, useStrongComparison: false) || one.Equals(EntityTagHeaderValue.Any))
            ? TypedResults.StatusCode(StatusCodes.Status304NotModified)
            : TypedResults.Text(content, type, Encoding.UTF8);
    }

    /// <summary>The page of an address at which there is nothing.</summary>
    public static IResult Nothing(SiteWords words) => TypedResults.Text($"""
        <!doctype html>
        <html lang="{words.Language}">
        <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
        <title>{words["notFound"]}</title><link rel="stylesheet" href="/site/style.css"></head>
        <body><main id="main"><h1>{words["notFound"]}</h1><p>{words["notFoundText"]}</p></main></body>
        </html>
        """, "text/html", Encoding.UTF8, StatusCodes.Status404NotFound);
}
