using Mentoring.Api.Features.Common.Notifications;
using static Mentoring.Api.Features.Common.Notifications.NotificationKind;
using static Mentoring.Api.Features.Common.Notifications.NotificationRule;

namespace Mentoring.Api.Features.Region.Resources;

/// <summary>Who is told what of the resource map: whoever has a place in a run, of other days and of its end.</summary>
sealed class ResourcesNotices : INotices
{
    static readonly Audience Holders = Audience.Of("""
        select a.id from resource_place p join identity.account a on a.person_id = p.person_id where p.run_id = @SubjectId and p.given_up_at is null
        """);

    static readonly NotificationSubject Run = new("""
        select r.title, concat_ws(' · ', to_char(n.starts_on, 'DD.MM.YYYY') || '–' || to_char(n.ends_on - 1, 'DD.MM.YYYY'), n.called_off_reason) about,
               null::timestamptz starts_at
          from resource_run n join resource r on r.region_code = n.region_code and r.id = n.resource_id where n.id = @SubjectId
        """, "/resources");

    public IReadOnlyDictionary<NotificationKind, KindFacts> Kinds { get; } = new Dictionary<NotificationKind, KindFacts>
    {
        [ResourceRunMoved] = new(NotificationTopic.Resources, Run, EmailMode.Now),
        [ResourceRunDropped] = new(NotificationTopic.Resources, Run, EmailMode.Now),
    };

    public IReadOnlyList<NotificationRule> Rules { get; } =
    [
        On<ResourceRunRevised>(ResourceRunMoved, [Holders], e => e.DaysChanged),
        On<ResourceRunCalledOff>(ResourceRunDropped, [Holders]),
    ];
}
