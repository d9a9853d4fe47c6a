using System.Globalization;
using System.Xml.Linq;
using Mentoring.Api.Hosting;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Site;

/// <summary>The newest public posts of a school as an Atom feed (RFC 4287).</summary>
public static class ShowSiteFeed
{
    static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    public static void Map(RouteGroupBuilder site) =>
        site.MapGet("/{organizationId:guid}/feed.atom", Show)
            .Operation(nameof(ShowSiteFeed), Permission.Public);

    static async Task<IResult> Show(HttpContext http, Guid organizationId, PublicAddress address, Db db, Caller caller, SitePages pages,
        CancellationToken ct)
    {
        var words = SiteWords.For("ru");
        if (await SiteReader.Page(db, caller, organizationId, null, 1, ct) is not { } found) return await pages.Nothing(words);
        var (school, posts) = found;
        // Anybody may keep the feed: it names the address that is known, else paths, and never what a request called us.
        var home = $"{address.Origin}/site/{school.Id}";
        var feed = new XElement(Atom + "feed",
            new XElement(Atom + "id", $"urn:uuid:{school.Id}"),
            new XElement(Atom + "title", $"{words["title"]} — {school.Name}"),
            new XElement(Atom + "updated", Instant(posts.Count > 0 ? posts.Max(post => post.UpdatedAt) : DateTime.UnixEpoch)),
            new XElement(Atom + "author", new XElement(Atom + "name", school.Name)),
            new XElement(Atom + "link", new XAttribute("rel", "self"), new XAttribute("href", $"{home}/feed.atom")),
            new XElement(Atom + "link", new XAttribute("href", home)),
            posts.Take(SiteReader.PageSize).Select(post => new XElement(Atom + "entry",
                new XElement(Atom + "id", $"urn:uuid:{post.Id}"),
                new XElement(Atom + "title", post.Title),
                new XElement(Atom + "link", new XAttribute("href", $"{home}/{post.Id}")),
                new XElement(Atom + "published", Instant(post.PublishedAt)),
                new XElement(Atom + "updated", Instant(post.UpdatedAt)),
                new XElement(Atom + "category", new XAttribute("term", post.Category), new XAttribute("label", words[post.Category.ToString()])),
                new XElement(Atom + "summary", post.Lead),
                new XElement(Atom + "content", new XAttribute("type", "html"), SiteMarkup.Html(post.Body)))));
        return SitePages.Answer(http, $"<?xml version=\"1.0\" encoding=\"utf-8\"?>\n{feed}", "application/atom+xml");
    }

    static string Instant(DateTime utc) => utc.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
