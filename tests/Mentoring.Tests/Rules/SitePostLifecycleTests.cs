using Mentoring.Api.Features.School.Site;
using Mentoring.Api.Platform;

namespace Mentoring.Tests.Rules;

public sealed class SitePostLifecycleTests
{
    static readonly Dictionary<(SitePostStatus, SitePostStep), SitePostStatus> Table = new()
    {
        [(SitePostStatus.Draft, SitePostStep.Publish)] = SitePostStatus.Published,
        [(SitePostStatus.Draft, SitePostStep.Withdraw)] = SitePostStatus.Withdrawn,
        [(SitePostStatus.Published, SitePostStep.Withdraw)] = SitePostStatus.Withdrawn,
        [(SitePostStatus.Withdrawn, SitePostStep.Publish)] = SitePostStatus.Published,
    };

    [Test, Combinatorial]
    public void Each_step_leads_where_the_table_says([Values] SitePostStatus status, [Values] SitePostStep step)
    {
        if (Table.TryGetValue((status, step), out var next))
            Assert.That(SitePostLifecycle.Steps.Next(status, step), Is.EqualTo(next));
        else
            Assert.That(() => SitePostLifecycle.Steps.Next(status, step), Throws.TypeOf<RuleViolation>().With.Property("Code").EqualTo("site.wrong-status"));
    }
}
