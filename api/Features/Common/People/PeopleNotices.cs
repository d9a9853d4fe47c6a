using Mentoring.Api.Features.Common.Notifications;
using static Mentoring.Api.Features.Common.Notifications.Audience;
using static Mentoring.Api.Features.Common.Notifications.NotificationKind;
using static Mentoring.Api.Features.Common.Notifications.NotificationRule;

namespace Mentoring.Api.Features.Common.People;

/// <summary>Who is told what of records that become one.</summary>
sealed class PeopleNotices : INotices
{
    public IReadOnlyDictionary<NotificationKind, KindFacts> Kinds { get; } = new Dictionary<NotificationKind, KindFacts>
    {
        [RecordsMerged] = new(NotificationTopic.Roles, NotificationSubject.AtSchool("/profile"), EmailMode.Now),
        [RecordsParted] = new(NotificationTopic.Roles, NotificationSubject.AtSchool("/profile"), EmailMode.Now),
    };

    public IReadOnlyList<NotificationRule> Rules { get; } =
    [
        On<PeopleMerged>(RecordsMerged, [Concerned]),
        On<PeopleUnmerged>(RecordsParted, [Concerned]),
    ];
}
