using Mentoring.Api.Features.Notifications;
using static Mentoring.Api.Features.Notifications.Audience;
using static Mentoring.Api.Features.Notifications.NotificationKind;

namespace Mentoring.Api.Features.People;

/// <summary>Who is told what of records that become one.</summary>
sealed class PeopleNotices : INotices
{
    public IReadOnlyDictionary<NotificationKind, KindFacts> Kinds { get; } = new Dictionary<NotificationKind, KindFacts>
    {
        [RecordsMerged] = new(NotificationTopic.Roles, NotificationSubject.AtSchool("/profile"), EmailMode.Now),
        [RecordsParted] = new(NotificationTopic.Roles, NotificationSubject.AtSchool("/profile"), EmailMode.Now),
    };

    public IReadOnlyDictionary<string, NotificationRule[]> Rules { get; } = new Dictionary<string, NotificationRule[]>
    {
        [nameof(MergePeople)] = [new(RecordsMerged, [Concerned])],
        [nameof(UnmergePeople)] = [new(RecordsParted, [Concerned])],
    };
}
