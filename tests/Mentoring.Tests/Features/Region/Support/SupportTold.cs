using Mentoring.Api.Features.Region.Support;
using Mentoring.Tests.Features.Common.Notifications;

namespace Mentoring.Tests.Features.Region.Support;

/// <summary>Who hears of what happens in this area.</summary>
sealed class SupportTold : ITold
{
    static readonly Guid Any = Guid.Parse("019ab000-0000-7000-8000-000000000001");
    static readonly DateOnly Day = new(2026, 9, 1);

    public IEnumerable<ToldOf> All =>
    [
        new(new BodyAdded("Cnppm"), "School", ""),
        new(new BodyRevised(), "School", ""),
        new(new SupportOpened(Any, "diagnosis", Day, null), "Support", "SupportBegun: Centre Curator Head"),
        new(new SupportTaken("diagnosis", 2, 2), "School", "SupportAssigned: Centre"),
        new(new SupportTaken("diagnosis", 0, 0), "School", ""),
        new(new SupportRevised(Any, Day, null), "Support", ""),
        new(new SupportEnded(Any, "diagnosis", Day), "Support", "SupportStopped: Centre Curator Head"),
        new(new SupportLost(Any, Day), "Support", "SupportStopped: Centre Curator Head"),
        new(new SupportGivenUp(Any, "diagnosis", Day), "Support", "SupportedLeft: Centre"),
        new(new SupportedLost(Any, Day), "Support", "SupportedLeft: Centre"),
        new(new SupportNearsEnd(), "Support", "SupportEnding: Centre"),
    ];
}
