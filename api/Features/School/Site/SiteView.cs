using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Site;

/// <summary>A school's public section as a reader sees it: the addresses of its pages in the reader's language and frame.</summary>
/// <param name="Embedded">Shown inside the school's own site: without header and footer, and framed by any page.</param>
public sealed record SiteView(SiteReader.School School, SiteWords Words, bool Embedded)
{
    string Home => $"/site/{School.Id}";

    public string Feed => $"{Home}/feed.atom";

    public string Link(string path = "", params (string Name, string? Value)[] query)
    {
        var all = query.Append(("lang", Words.Language)).Append(("embed", Embedded ? "1" : null)).Where(pair => pair.Item2 is not null);
        return $"{Home}{path}{QueryString.Create(all.Select(pair => KeyValuePair.Create(pair.Item1, pair.Item2)))}";
    }

    public SiteView InOtherLanguage() => this with { Words = SiteWords.For(Words.Other) };

    /// <summary>The school's day on which a post was published.</summary>
    public DateOnly DayOf(SiteReader.Post post) => RegionTime.DayOf(new DateTimeOffset(post.PublishedAt, TimeSpan.Zero), School.TimeZone);
}
