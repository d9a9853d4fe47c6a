using Mentoring.Api.Features.Region.Tutors;
using Mentoring.Tests.Features.Common.Notifications;

namespace Mentoring.Tests.Features.Region.Tutors;

/// <summary>Who hears of what happens in this area.</summary>
sealed class TutorsTold : ITold
{
    static readonly Guid Any = Guid.Parse("019ab000-0000-7000-8000-000000000001");

    public IEnumerable<ToldOf> All =>
    [
        new(new TutorAdded(Any, 10), "School", ""),
        new(new TutorRevised(10, true), "School", ""),
        new(new TutorLeft(Any), "School", ""),
        new(new TutorAsked(Any), "Tutoring", "TutorWanted: BodyHead"),
        new(new TutorProposed(), "Tutoring", "TutorOffered: Tutee"),
        new(new TutoringHandedOver(Any), "Tutoring", "TutorOffered: Tutee"),
        new(new TutoringRefused(TutoringStatus.Declined), "Tutoring", "TutorRefused: Tutee"),
        new(new TutoringAnswered(true), "Tutoring", "TuteeBegun: Tutor; TutorAnswered: BodyHead; TutoringOver: Former"),
        new(new TutoringAnswered(false), "Tutoring", "TutorAnswered: BodyHead"),
        new(new TutoringEnded(), "Tutoring", "TutoringOver: Tutee Tutor"),
        new(new TutoringLeft(TutoringStatus.Ended), "Tutoring", "TutoringOver: BodyHead Tutor"),
        new(new TutoringLeft(TutoringStatus.Withdrawn), "Tutoring", ""),
        new(new TutoringLapsed(TutoringStatus.Ended), "Tutoring", "TutoringOver: BodyHead Tutee Tutor"),
        new(new TutoringLapsed(TutoringStatus.Withdrawn), "Tutoring", ""),
        new(new TutoringCommented(), "Tutoring", "TutoringNote: Tutee Tutor"),
        new(new TutoringMarked(TutoringSubject.Route, TutoringSide.Tutor, true), "Tutoring", "TutoringDiffers: Curator"),
        new(new TutoringMarked(TutoringSubject.Route, TutoringSide.School, true), "Tutoring", "TutoringDiffers: Tutor"),
        new(new TutoringMarked(TutoringSubject.Route, TutoringSide.Tutor, false), "Tutoring", ""),
        new(new ConsultationSet(), "Consultation", "ConsultationPlanned: Tutee Tutor"),
        new(new ConsultationCalledOff(), "Consultation", "ConsultationCancelled: Tutee Tutor"),
        new(new ConsultationRecorded(true), "Consultation", ""),
    ];
}
