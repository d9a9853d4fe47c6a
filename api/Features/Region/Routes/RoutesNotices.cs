using Mentoring.Api.Features.Common.Notifications;
using static Mentoring.Api.Features.Common.Notifications.NotificationKind;
using static Mentoring.Api.Features.Common.Notifications.NotificationRule;

namespace Mentoring.Api.Features.Region.Routes;

/// <summary>Who is told what of a route: the teacher what the tutor says, the tutor how the teacher goes on; the school nothing.</summary>
sealed class RoutesNotices : INotices
{
    static readonly Audience Teacher = Audience.Of("select a.id from route r join identity.account a on a.person_id = r.person_id where r.id = @SubjectId");

    static readonly Audience Tutor = Audience.Of("select a.id from route r join identity.account a on a.person_id = any(r.reader_ids) where r.id = @SubjectId");

    static readonly NotificationSubject Own = new("""
        select o.name_short title, null::text about, null::timestamptz starts_at
          from route r join organization o on o.id = r.organization_id where r.id = @SubjectId
        """, "/my-route");

    static readonly NotificationSubject OfTutor = new("""
        select person_name(p) title, o.name_short about, null::timestamptz starts_at,
               (select a.id from tutor_assignment a where a.person_id = r.person_id and a.status = 'Active' order by a.starts_on desc, a.id limit 1) page_id
          from route r join organization o on o.id = r.organization_id join person p on p.id = r.person_id where r.id = @SubjectId
        """, "/tutoring/{page}");

    public IReadOnlyDictionary<NotificationKind, KindFacts> Kinds { get; } = new Dictionary<NotificationKind, KindFacts>
    {
        [RouteAnswered] = new(NotificationTopic.Routes, Own, EmailMode.Digest),
        [RouteCame] = new(NotificationTopic.Routes, Own, EmailMode.Digest),
        [RouteSaid] = new(NotificationTopic.Routes, OfTutor, EmailMode.Digest),
        [RouteStepped] = new(NotificationTopic.Routes, OfTutor, EmailMode.Digest),
        [RouteChanged] = new(NotificationTopic.Routes, OfTutor, EmailMode.Digest),
        [RouteReflected] = new(NotificationTopic.Routes, OfTutor, EmailMode.Digest),
    };

    public IReadOnlyList<NotificationRule> Rules { get; } =
    [
        On<RouteCommented>(RouteAnswered, [Teacher], e => !e.ByTeacher),
        On<RouteCommented>(RouteSaid, [Tutor], e => e.ByTeacher),
        On<RouteAdvanced>(RouteStepped, [Tutor]),
        On<RouteCorrected>(RouteChanged, [Tutor]),
        On<RouteReflectionShared>(RouteReflected, [Tutor], e => e.Shared),
        On<RouteArrived>(RouteCame, [Teacher]),
    ];
}
