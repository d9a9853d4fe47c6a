using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.Tutors;

/// <summary>Chapter: the tutors of a body of the external contour, whom each accompanies, and what the two do together.</summary>
public static class TutorsChapter
{
    public static void MapTutors(this RouteGroupBuilder api)
    {
        var ofBody = api.MapGroup("/organizations/{organizationId:guid}").Chapter("Tutors",
            "The tutors of the bodies of the external contour: whom each of them accompanies on an individual route, and what the two do together.");
        ListTutors.Map(ofBody);
        ExportTutors.Map(ofBody);
        GetTutorBoard.Map(ofBody);
        ListTutorStaff.Map(ofBody);
        AddTutor.Map(ofBody);
        ReviseTutor.Map(ofBody);
        EndTutor.Map(ofBody);

        ListTutoring.Map(ofBody);
        ListTutorable.Map(ofBody);
        PlanTutors.Map(ofBody);
        ProposeTutors.Map(ofBody);
        RefuseTutoring.Map(ofBody);
        HandOverTutoring.Map(ofBody);
        EndTutoring.Map(ofBody);

        var own = api.MapGroup("/me").WithTags("Tutors");
        GetOwnTutoring.Map(own);
        AskForTutor.Map(own);
        AnswerTutoring.Map(own);
        LeaveTutoring.Map(own);
        ListTutees.Map(own);
        ListConsultations.Map(own);

        ListTutoringDifferences.Map(api.MapGroup("").WithTags("Tutors"));

        var tutoring = api.MapGroup("/tutoring/{tutoringId:guid}").WithTags("Tutors");
        GetTutoring.Map(tutoring);
        CommentTutoring.Map(tutoring);
        MarkTutoring.Map(tutoring);
        PlanConsultation.Map(tutoring);
        RecordConsultation.Map(tutoring);
        CancelConsultation.Map(tutoring);
    }
}

/// <summary>Whether a tutor is employed by the body or works for it beside another post.</summary>
public enum TutorKind { Staff, Freelance }

/// <summary>A tutor of the registry after a change.</summary>
/// <param name="Version">To be given with the next change.</param>
public sealed record TutorState(Guid Id, int Version);

/// <summary>Where a tutor and a teacher stand with one another after a step.</summary>
/// <param name="Version">To be given with the next step.</param>
public sealed record TutoringState(Guid Id, TutoringStatus Status, int Version);
