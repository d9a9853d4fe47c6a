using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Site;

/// <summary>One public post in full.</summary>
public static class ShowSitePost
{
    public static void Map(RouteGroupBuilder site) =>
        site.MapGet("/{organizationId:guid}/{postId:guid}", Show).Operation(nameof(ShowSitePost), Permission.Public);

    static async Task<IResult> Show(HttpContext http, Guid organizationId, Guid postId, Db db, Caller caller, SitePages pages, string? lang,
        string? embed, CancellationToken ct)
    {
        var words = SiteWords.For(lang);
        if (await SiteReader.One(db, caller, organizationId, postId, ct) is not { } found) return await pages.Nothing(words);
        var site = new SiteView(found.School, words, embed is not null);
        var content = await pages.Render<SitePostPage>((nameof(SitePostPage.Site), site), (nameof(SitePostPage.Post), found.Post));
        return SitePages.Answer(http, content, "text/html", site.Embedded);
    }
}
