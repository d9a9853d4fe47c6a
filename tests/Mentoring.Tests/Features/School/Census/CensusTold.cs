using Mentoring.Api.Features.School.Census;
using Mentoring.Tests.Features.Common.Notifications;

namespace Mentoring.Tests.Features.School.Census;

/// <summary>Who hears of what happens in this area.</summary>
sealed class CensusTold : ITold
{
    public IEnumerable<ToldOf> All =>
    [
        new(new SchoolYearCensusOpened(2026), "School", "CensusOpened: Curator"),
        new(new CensusReminded(ReminderKind.Overdue), "School", "CensusOverdue: Curator Head"),
        .. Enum.GetValues<ReminderKind>().Where(kind => kind != ReminderKind.Overdue)
            .Select(kind => new ToldOf(new CensusReminded(kind), "School", "CensusDue: Curator")),
    ];
}
