using Mentoring.Api.Features.Common.Notifications;
using Mentoring.Api.Platform;
using static Mentoring.Api.Features.Common.Notifications.NotificationKind;
using static Mentoring.Api.Features.Common.Notifications.NotificationRule;

namespace Mentoring.Api.Features.Region.Tutors;

/// <summary>Who is told what of tutors: the teacher of offers, the centre of answers, tutor and teacher of what they do together.</summary>
sealed class TutorsNotices : INotices
{
    static readonly Audience Teacher = Audience.Of(
        "select a.id from tutor_assignment t join identity.account a on a.person_id = t.person_id where t.id = @SubjectId");

    /// <summary>As long as it is open, or was until just now.</summary>
    static readonly Audience Tutor = Audience.Of(
        "select a.id from tutor_assignment t join identity.account a on a.person_id = t.tutor_id where t.id = @SubjectId");

    /// <summary>The tutor from whom another takes over.</summary>
    static readonly Audience FormerTutor = Audience.Of("""
        select a.id from tutor_assignment t join tutor_assignment f on f.region_code = t.region_code and f.id = t.follows_id
          join identity.account a on a.person_id = f.tutor_id where t.id = @SubjectId
        """);

    static readonly Audience Centre = Audience.Of("""
        select r.account_id from tutor_assignment t join role_assignment r on r.organization_id = t.body_id and r.role = 'CentreHead'
         where t.id = @SubjectId and r.account_id is not null and r.started_on <= @Today and (r.ended_on is null or r.ended_on > @Today)
        """, grants => grants.Held.Any(held => held.Role == Role.CentreHead));

    static readonly Audience TwoOfConsultation = Audience.Of(
        "select a.id from consultation c join identity.account a on a.person_id in (c.person_id, c.tutor_id) where c.id = @SubjectId");

    static readonly NotificationSubject Own = Of("/my-tutor");

    static readonly NotificationSubject OfCentre = new("""
        select b.name_short title, o.name_short about, null::timestamptz starts_at, t.body_id page_id
          from tutor_assignment t join organization o on o.id = t.organization_id join organization b on b.id = t.body_id where t.id = @SubjectId
        """, "/school/{page}/tutoring");

    static readonly NotificationSubject Consultation = new("""
        select b.name_short title, c.topic about, c.starts_at, c.assignment_id page_id
          from consultation c join organization b on b.id = c.body_id where c.id = @SubjectId
        """, "/tutoring/{page}");

    public IReadOnlyDictionary<NotificationKind, KindFacts> Kinds { get; } = new Dictionary<NotificationKind, KindFacts>
    {
        [TutorOffered] = new(NotificationTopic.Tutoring, Own, EmailMode.Now),
        [TutorRefused] = new(NotificationTopic.Tutoring, Own, EmailMode.Digest),
        [TutorWanted] = new(NotificationTopic.Tutoring, OfCentre, EmailMode.Digest),
        [TutorAnswered] = new(NotificationTopic.Tutoring, OfCentre, EmailMode.Digest),
        [TuteeBegun] = new(NotificationTopic.Tutoring, Of("/tutoring"), EmailMode.Digest),
        [TutoringOver] = new(NotificationTopic.Tutoring, Of("/notifications"), EmailMode.Digest),
        [TutoringNote] = new(NotificationTopic.Tutoring, Of("/tutoring/{subject}"), EmailMode.Digest),
        [TutoringDiffers] = new(NotificationTopic.Tutoring, Of("/tutoring/{subject}"), EmailMode.Digest),
        [ConsultationPlanned] = new(NotificationTopic.Tutoring, Consultation, EmailMode.Now),
        [ConsultationCancelled] = new(NotificationTopic.Tutoring, Consultation, EmailMode.Now),
    };

    public IReadOnlyList<NotificationRule> Rules { get; } =
    [
        On<TutorProposed>(TutorOffered, [Teacher]),
        On<TutoringHandedOver>(TutorOffered, [Teacher]),
        On<TutoringRefused>(TutorRefused, [Teacher]),
        On<TutorAsked>(TutorWanted, [Centre]),
        On<TutoringAnswered>(TutorAnswered, [Centre]),
        On<TutoringAnswered>(TuteeBegun, [Tutor], e => e.Yes),
        On<TutoringAnswered>(TutoringOver, [FormerTutor], e => e.Yes),
        On<TutoringEnded>(TutoringOver, [Teacher, Tutor]),
        On<TutoringLeft>(TutoringOver, [Tutor, Centre], e => e.Status == TutoringStatus.Ended),
        On<TutoringLapsed>(TutoringOver, [Teacher, Tutor, Centre], e => e.Status == TutoringStatus.Ended),
        On<TutoringCommented>(TutoringNote, [Teacher, Tutor]),
        On<TutoringMarked>(TutoringDiffers, [Audience.Curators], e => e.Differs && e.Side == TutoringSide.Tutor),
        On<TutoringMarked>(TutoringDiffers, [Tutor], e => e.Differs && e.Side == TutoringSide.School),
        On<ConsultationSet>(ConsultationPlanned, [TwoOfConsultation]),
        On<ConsultationCalledOff>(ConsultationCancelled, [TwoOfConsultation]),
    ];

    static NotificationSubject Of(string path) => new("""
        select b.name_short title, null::text about, null::timestamptz starts_at
          from tutor_assignment t join organization b on b.id = t.body_id where t.id = @SubjectId
        """, path);
}
