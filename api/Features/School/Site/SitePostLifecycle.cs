using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Site;

/// <summary>A post is drafted, published and withdrawn; what was withdrawn may be published again.</summary>
public static class SitePostLifecycle
{
    public static readonly Lifecycle<SitePostStatus, SitePostStep> Steps = new((status, _) => new RuleViolation("site.wrong-status", ("status", status)),
        new Dictionary<(SitePostStatus, SitePostStep), SitePostStatus>
        {
            [(SitePostStatus.Draft, SitePostStep.Publish)] = SitePostStatus.Published,
            [(SitePostStatus.Withdrawn, SitePostStep.Publish)] = SitePostStatus.Published,
            [(SitePostStatus.Draft, SitePostStep.Withdraw)] = SitePostStatus.Withdrawn,
            [(SitePostStatus.Published, SitePostStep.Withdraw)] = SitePostStatus.Withdrawn,
        });
}
