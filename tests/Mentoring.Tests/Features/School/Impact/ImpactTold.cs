using Mentoring.Api.Features.School.Impact;
using Mentoring.Tests.Features.Common.Notifications;

namespace Mentoring.Tests.Features.School.Impact;

/// <summary>Who hears of what happens in this area.</summary>
sealed class ImpactTold : ITold
{
    public IEnumerable<ToldOf> All =>
    [
        new(new ImpactMoved(ImpactMoment.Before, ImpactStep.Send), "", ""),
        new(new ImpactReminded(), "", "ImpactDue: Named"),
        new(new AdaptationSaid(false), "", "AdaptationAsked: Mentee Mentor"),
        new(new AdaptationSaid(true), "", "AdaptationAgreed: Curator Mentee Mentor"),
    ];
}
