using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Site;

/// <summary>The school's public section on mentoring: what is published, the newest first.</summary>
public static class ShowSite
{
    const int LastPage = 500;

    public static void Map(RouteGroupBuilder site) =>
        site.MapGet("/{organizationId:guid}", Show).Operation(nameof(ShowSite), Permission.Public);

    static async Task<IResult> Show(HttpContext http, Guid organizationId, Db db, Caller caller, SiteCategory? category, int? page, string? lang,
        string? embed, CancellationToken ct)
    {
        var (words, number) = (SiteWords.For(lang), Math.Clamp(page ?? 1, 1, LastPage));
        if (await SiteReader.Page(db, caller, organizationId, category, number, ct) is not { } found) return SiteHtml.Nothing(words);
        var html = new SiteHtml(found.School, words, embed is not null);
        var other = html with { Words = SiteWords.For(words.Other) };
        var title = words.Raw(category?.ToString() ?? "title");
        var content = html.Page(title, $"""
            <h1>{SiteMarkup.Text(title)}</h1>
            {Sections(html, category)}
            {string.Join('\n', found.Posts.Take(SiteReader.PageSize).Select(post => Item(html, post)))}
            {(found.Posts.Count == 0 ? $"<p>{words["none"]}</p>" : "")}
            {Pager(html, category, number, found.Posts.Count > SiteReader.PageSize)}
            """, other.Link("", ("category", category?.ToString())));
        return SiteHtml.Answer(http, content, "text/html", html.Embedded);
    }

    static string Sections(SiteHtml html, SiteCategory? current)
    {
        string Section(SiteCategory? category) =>
            $"""<li><a href="{html.Link("", ("category", category?.ToString()))}"{(category == current ? " aria-current=\"page\"" : "")}>"""
            + $"""{html.Words[category?.ToString() ?? "all"]}</a></li>""";
        var sections = string.Concat(Enum.GetValues<SiteCategory>().Select(category => Section(category)));
        return $"""<nav class="sections" aria-label="{html.Words["categories"]}"><ul>{Section(null)}{sections}</ul></nav>""";
    }

    static string Item(SiteHtml html, SiteReader.Post post) => $"""
        <article>
        <h2><a href="{html.Link($"/{post.Id}")}">{SiteMarkup.Text(post.Title)}</a></h2>
        {html.Meta(post)}
        <p>{SiteMarkup.Text(post.Lead)}</p>
        {html.HeldOn(post)}
        </article>
        """;

    static string Pager(SiteHtml html, SiteCategory? category, int page, bool more)
    {
        if (page == 1 && !more) return "";
        string To(int number, string word) => $"""<a href="{html.Link("", ("category", category?.ToString()), ("page",
            $"{number}"))}">{html.Words[word]}</a>""";
        return $"""<nav class="pages" aria-label="{html.Words["pages"]}">"""
            + $"""{(page > 1 ? To(page - 1, "newer") : "")} {(more ? To(page + 1, "older") : "")}</nav>""";
    }
}
