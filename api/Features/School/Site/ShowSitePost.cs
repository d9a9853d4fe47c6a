using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Site;

/// <summary>One public post in full.</summary>
public static class ShowSitePost
{
    public static void Map(RouteGroupBuilder site) =>
        site.MapGet("/{organizationId:guid}/{postId:guid}", Show).Operation(nameof(ShowSitePost), Permission.Public);

    static async Task<IResult> Show(HttpContext http, Guid organizationId, Guid postId, Db db, Caller caller, string? lang, string? embed, CancellationToken ct)
    {
        var words = SiteWords.For(lang);
        if (await SiteReader.One(db, caller, organizationId, postId, ct) is not { } found) return SiteHtml.Nothing(words);
        var (school, post) = found;
        var html = new SiteHtml(school, words, embed is not null);
        var content = html.Page(post.Title, $"""
            <article>
            <h1>{SiteMarkup.Text(post.Title)}</h1>
            {html.Meta(post)}
            <p class="lead">{SiteMarkup.Text(post.Lead)}</p>
            {html.HeldOn(post)}
            {SiteMarkup.Html(post.Body)}
            {html.Names(post)}
            </article>
            <p><a href="{html.Link()}">{words["back"]}</a></p>
            """, (html with { Words = SiteWords.For(words.Other) }).Link($"/{post.Id}"));
        return SiteHtml.Answer(http, content, "text/html", html.Embedded);
    }
}
