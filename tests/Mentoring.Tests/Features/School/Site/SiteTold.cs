using Mentoring.Api.Features.School.Site;
using Mentoring.Tests.Features.Common.Notifications;

namespace Mentoring.Tests.Features.School.Site;

/// <summary>Who hears of what happens in this area.</summary>
sealed class SiteTold : ITold
{
    public IEnumerable<ToldOf> All =>
    [
        new(new SitePostWritten(), "Post", "SiteReleaseAsked: Named"),
        new(new SitePostRevised(), "Post", "SiteReleaseAsked: Named"),
    ];
}
