using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Site;

/// <summary>The school's public section on mentoring: what is published, the newest first.</summary>
public static class ShowSite
{
    const int LastPage = 500;

    public static void Map(RouteGroupBuilder site) =>
        site.MapGet("/{organizationId:guid}", Show).Operation(nameof(ShowSite), Permission.Public);

    static async Task<IResult> Show(HttpContext http, Guid organizationId, Db db, Caller caller, SitePages pages, SiteCategory? category, int? page,
        string? lang, string? embed, CancellationToken ct)
    {
        var (words, number) = (SiteWords.For(lang), Math.Clamp(page ?? 1, 1, LastPage));
        if (await SiteReader.Page(db, caller, organizationId, category, number, ct) is not { } found) return await pages.Nothing(words);
        var site = new SiteView(found.School, words, embed is not null);
        var content = await pages.Render<SiteListPage>((nameof(SiteListPage.Site), site), (nameof(SiteListPage.Posts), found.Posts),
            (nameof(SiteListPage.Number), number), (nameof(SiteListPage.Category), category));
        return SitePages.Answer(http, content, "text/html", site.Embedded);
    }
}
