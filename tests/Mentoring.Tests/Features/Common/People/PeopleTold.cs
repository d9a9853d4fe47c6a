using Mentoring.Api.Features.Common.People;
using Mentoring.Tests.Features.Common.Notifications;

namespace Mentoring.Tests.Features.Common.People;

/// <summary>Who hears of what happens in this area.</summary>
sealed class PeopleTold : ITold
{
    static readonly Guid Any = Guid.Parse("019ab000-0000-7000-8000-000000000001");

    public IEnumerable<ToldOf> All =>
    [
        new(new PeopleMerged(Any, Any, 0, 0), "Named", "RecordsMerged: Named"),
        new(new PeopleUnmerged(Any, Any), "Named", "RecordsParted: Named"),
    ];
}
