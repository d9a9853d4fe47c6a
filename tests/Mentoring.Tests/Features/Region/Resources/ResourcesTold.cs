using Mentoring.Api.Features.Region.Resources;
using Mentoring.Tests.Features.Common.Notifications;

namespace Mentoring.Tests.Features.Region.Resources;

/// <summary>Who hears of what happens in this area.</summary>
sealed class ResourcesTold : ITold
{
    static readonly Guid Any = Guid.Parse("019ab000-0000-7000-8000-000000000001");
    static readonly DateOnly Day = new(2026, 9, 1);

    public IEnumerable<ToldOf> All =>
    [
        new(new ResourceAdded("club"), "School", ""),
        new(new ResourceRevised(), "School", ""),
        new(new ResourceMoved(ResourceStep.Withdraw), "School", ""),
        new(new ResourceRunOpened(Any, Day, 2), "ResourceRun", ""),
        new(new ResourceRunRevised(Any, Day, Day.AddDays(1), true), "ResourceRun", "ResourceRunMoved: Named"),
        new(new ResourceRunRevised(Any, Day, Day.AddDays(1), false), "ResourceRun", ""),
        new(new ResourceRunCalledOff(Any), "ResourceRun", "ResourceRunDropped: Named"),
        new(new ResourcePlaceTaken(Any), "ResourceRun", ""),
        new(new ResourcePlaceGivenUp(Any), "ResourceRun", ""),
    ];
}
