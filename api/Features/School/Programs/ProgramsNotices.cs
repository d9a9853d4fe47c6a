using Mentoring.Api.Features.Common.Notifications;
using Mentoring.Api.Features.Common.Organizations;
using Mentoring.Api.Platform;
using static Mentoring.Api.Features.Common.Notifications.Audience;
using static Mentoring.Api.Features.Common.Notifications.NotificationKind;
using static Mentoring.Api.Features.Common.Notifications.When;

namespace Mentoring.Api.Features.School.Programs;

/// <summary>Who is told what of a program: its consents, its way through council and head, its plan.</summary>
sealed class ProgramsNotices : INotices
{
    public IReadOnlyDictionary<NotificationKind, KindFacts> Kinds { get; } = new Dictionary<NotificationKind, KindFacts>
    {
        [ConsentRequested] = new(NotificationTopic.Consents, NotificationSubject.Program, EmailMode.Now),
        [ConsentRefused] = new(NotificationTopic.Consents, NotificationSubject.Program, EmailMode.Now),
        [ConsentRevoked] = new(NotificationTopic.Consents, NotificationSubject.Program, EmailMode.Now),
        [ConsentContested] = new(NotificationTopic.Consents, NotificationSubject.Program, EmailMode.Now),
        [ConsentContestedNearby] = new(NotificationTopic.Consents, NotificationSubject.AtSchool("/notifications"), EmailMode.Now),
        [ConsentSettled] = new(NotificationTopic.Consents, NotificationSubject.Program, EmailMode.Now),
        [ProgramAwaitsCouncil] = new(NotificationTopic.Approvals, NotificationSubject.Program, EmailMode.Digest),
        [ProgramAwaitsHead] = new(NotificationTopic.Approvals, NotificationSubject.Program, EmailMode.Digest),
        [ProgramActivated] = new(NotificationTopic.Programs, NotificationSubject.Program, EmailMode.Now),
        [ProgramReturned] = new(NotificationTopic.Programs, NotificationSubject.Program, EmailMode.Now),
        [ProgramPaused] = new(NotificationTopic.Programs, NotificationSubject.Program, EmailMode.Digest),
        [ProgramResumed] = new(NotificationTopic.Programs, NotificationSubject.Program, EmailMode.Digest),
        [ProgramEnding] = new(NotificationTopic.Programs, NotificationSubject.Program, EmailMode.Now),
        [ProgramEndedEarly] = new(NotificationTopic.Programs, NotificationSubject.Program, EmailMode.Digest),
        [ProgramCompleted] = new(NotificationTopic.Programs, NotificationSubject.Program, EmailMode.Digest),
        [ProgramCancelled] = new(NotificationTopic.Programs, NotificationSubject.Program, EmailMode.Digest),
        [ParticipantLeft] = new(NotificationTopic.Programs, NotificationSubject.Program, EmailMode.Now),
        [ParticipationEnded] = new(NotificationTopic.Programs, NotificationSubject.FormerProgram, EmailMode.Now),
        [ProgramCarried] = new(NotificationTopic.Programs, NotificationSubject.Program, EmailMode.Now),
        [ActivityDone] = new(NotificationTopic.Programs, NotificationSubject.Activity, EmailMode.Off),
        [PlanAwaitsSignature] = new(NotificationTopic.Programs, NotificationSubject.InProgram("versions"), EmailMode.Now),
        [PlanDeclined] = new(NotificationTopic.Programs, NotificationSubject.InProgram("versions"), EmailMode.Now),
        [CommentAdded] = new(NotificationTopic.Programs, NotificationSubject.InProgram("discussion"), EmailMode.Digest),
        [ProductAdded] = new(NotificationTopic.Programs, NotificationSubject.InProgram("products"), EmailMode.Digest),
    };

    public IReadOnlyDictionary<string, NotificationRule[]> Rules { get; } = new Dictionary<string, NotificationRule[]>
    {
        [nameof(SubmitProgram)] = [new(ConsentRequested, [Participants])],
        [nameof(DecideConsent)] =
        [
            new(ConsentRefused, [Curators], Says("status", nameof(ConsentStatus.Refused))),
            new(ProgramAwaitsCouncil, [Audience.Council], (_, program) => program == nameof(ProgramStatus.Council)),
        ],
        [nameof(RevokeConsent)] = [new(ConsentRevoked, [Participants, Curators])],
        [nameof(ContestConsent)] = [new(ConsentContested, [Participants, Curators, Audience.Council, Heads]), new(ConsentContestedNearby, [Coordinators])],
        [nameof(SettleConsent)] = [new(ConsentSettled, [Participants, Curators, Audience.Council])],
        [nameof(DecideAsCouncil)] =
        [
            new(ProgramAwaitsHead, [Heads], Decided(ApprovalDecision.Approved)),
            new(ProgramReturned, [Curators], Decided(ApprovalDecision.Returned)),
        ],
        [nameof(DecideAsHead)] =
        [
            new(ProgramActivated, [Participants, Curators], Decided(ApprovalDecision.Approved)),
            new(ProgramReturned, [Curators], Decided(ApprovalDecision.Returned)),
        ],
        [nameof(PauseProgram)] = [new(ProgramPaused, [Participants])],
        [nameof(ResumeProgram)] = [new(ProgramResumed, [Participants])],
        [nameof(EndProgramEarly)] = [new(ProgramEnding, [Participants, Curators])],
        [nameof(EndNoticedPrograms)] = [new(ProgramEndedEarly, [LastParticipants, Curators])],
        [nameof(CompleteProgram)] = [new(ProgramCompleted, [LastParticipants])],
        [nameof(CancelProgram)] = [new(ProgramCancelled, [LastParticipants])],
        [nameof(CompleteActivity)] = [new(ActivityDone, [Participants])],
        [nameof(CorrectPlan)] = [new(PlanAwaitsSignature, [PlanSigners])],
        [nameof(ExtendProgram)] = [new(PlanAwaitsSignature, [PlanSigners])],
        [nameof(ReplaceMentor)] = [new(PlanAwaitsSignature, [PlanSigners])],
        [nameof(DeclinePlanVersion)] = [new(PlanDeclined, [Participants, Curators])],
        [nameof(AddComment)] = [new(CommentAdded, [Participants, Curators])],
        [nameof(AddProduct)] = [new(ProductAdded, [Participants])],
        [nameof(SettleOrganization)] =
        [
            new(ProgramCarried, [Participants, Curators], Has("carried")),
            new(ProgramEndedEarly, [LastParticipants], (happened, program) => happened.Has("ended") && program == nameof(ProgramStatus.EndedEarly)),
            new(ProgramCancelled, [LastParticipants], (happened, program) => happened.Has("ended") && program == nameof(ProgramStatus.Cancelled)),
        ],
    };

    public IReadOnlyList<NotificationRule> OfLeaving { get; } =
    [
        new(ParticipantLeft, [Participants, Curators], Has("left")),
        new(ParticipationEnded, [Concerned], Has("left")),
        new(PlanDeclined, [Participants, Curators], Has("withdrawn")),
    ];

    static Func<Happened, string?, bool> Decided(ApprovalDecision decision) => Says("decision", decision.ToString());
}
