using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Site;

/// <summary>A post is drafted, published and withdrawn; what was withdrawn may be published again.</summary>
public static class SitePostLifecycle
{
    /// <exception cref="RuleViolation">The step is not open from here.</exception>
    public static SitePostStatus Next(SitePostStatus status, SitePostStep step) => (status, step) switch
    {
        (SitePostStatus.Draft or SitePostStatus.Withdrawn, SitePostStep.Publish) => SitePostStatus.Published,
        (SitePostStatus.Draft or SitePostStatus.Published, SitePostStep.Withdraw) => SitePostStatus.Withdrawn,
        _ => throw new RuleViolation("site.wrong-status", ("status", status)),
    };
}
