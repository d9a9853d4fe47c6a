using Mentoring.Api.Features.School.Entitlements;
using Mentoring.Tests.Features.Common.Notifications;

namespace Mentoring.Tests.Features.School.Entitlements;

/// <summary>Who hears of what happens in this area.</summary>
sealed class EntitlementsTold : ITold
{
    static readonly Guid Any = Guid.Parse("019ab000-0000-7000-8000-000000000001");

    public IEnumerable<ToldOf> All =>
    [
        new(new EntitlementGiven(Any, default), "Named", "EntitlementGranted: Named"),
    ];
}
