using Mentoring.Api.Features.Common.Notifications;
using static Mentoring.Api.Features.Common.Notifications.Audience;
using static Mentoring.Api.Features.Common.Notifications.NotificationKind;
using static Mentoring.Api.Features.Common.Notifications.NotificationRule;

namespace Mentoring.Api.Features.Region.Diagnosis;

/// <summary>Who is told what of diagnoses: an expert that somebody asks, the teacher of an expert's view, and whom a teacher lets read.</summary>
sealed class DiagnosisNotices : INotices
{
    /// <summary>The instrument, and beside it the teacher.</summary>
    static readonly NotificationSubject Of = new("""
        select i.name_ru title, d.person_name about, null::timestamptz starts_at
          from diagnosis d join instrument i on i.id = d.instrument_id where d.id = @SubjectId
        """, "/diagnoses/{subject}");

    public IReadOnlyDictionary<NotificationKind, KindFacts> Kinds { get; } = new Dictionary<NotificationKind, KindFacts>
    {
        [DiagnosisAsked] = new(NotificationTopic.Diagnosis, Of, EmailMode.Now),
        [DiagnosisFilled] = new(NotificationTopic.Diagnosis, Of, EmailMode.Now),
        [DiagnosisShared] = new(NotificationTopic.Diagnosis, Of, EmailMode.Digest),
        [DiagnosisImported] = new(NotificationTopic.Diagnosis, Of, EmailMode.Now),
    };

    public IReadOnlyList<NotificationRule> Rules { get; } =
    [
        On<DiagnosisStarted>(DiagnosisAsked, [Concerned]),
        On<DiagnosisMoved>(DiagnosisFilled, [Concerned], e => e.Step == DiagnosisStep.Finish),
        On<DiagnosisReadersChanged>(DiagnosisShared, [Concerned]),
        On<DiagnosisHanded>(DiagnosisImported, [Concerned]),
    ];
}
