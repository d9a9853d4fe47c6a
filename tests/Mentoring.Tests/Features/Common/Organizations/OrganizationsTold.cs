using Mentoring.Api.Features.Common.Organizations;
using Mentoring.Tests.Features.Common.Notifications;

namespace Mentoring.Tests.Features.Common.Organizations;

/// <summary>Who hears of what happens in this area.</summary>
sealed class OrganizationsTold : ITold
{
    static readonly Guid Any = Guid.Parse("019ab000-0000-7000-8000-000000000001");
    static readonly DateOnly Day = new(2026, 9, 1);

    public IEnumerable<ToldOf> All =>
    [
        new(new OrganizationEndSettled(new(Any, false, null, 0, 0, 0, 0, 0, 0, 0, 0, 0), Day), "School", "OrganizationSettled: Region Town"),
    ];
}
