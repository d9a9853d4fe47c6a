using Mentoring.Api.Features.Common.Notifications;
using Mentoring.Api.Platform;
using static Mentoring.Api.Features.Common.Notifications.Audience;
using static Mentoring.Api.Features.Common.Notifications.NotificationKind;
using static Mentoring.Api.Features.Common.Notifications.NotificationRule;

namespace Mentoring.Api.Features.School.Programs;

/// <summary>Who is told what of a program: its consents, its way through council and head, its plan.</summary>
sealed class ProgramsNotices : INotices
{
    /// <summary>Those whose signature the version waits for; also a mentor who would come.</summary>
    static readonly Audience PlanSigners = Audience.Of("""
        select a.id from program_version v cross join lateral plan_signers_missing(v) asked join identity.account a on a.person_id = asked.person_id
         where v.id = @SubjectId and v.status = 'Proposed'
           and (asked.person_id = v.incoming_id
                or exists (select from program_participant p where p.program_id = v.program_id and p.person_id = asked.person_id and takes_part(p, @Now)))
        """);

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

    public IReadOnlyList<NotificationRule> Rules { get; } =
    [
        On<ProgramSubmitted>(ConsentRequested, [Participants]),
        On<ConsentDecided>(ConsentRefused, [Curators], e => e.Status == ConsentStatus.Refused),
        On<ConsentDecided>(ProgramAwaitsCouncil, [Audience.Council], (_, program) => program == ProgramStatus.Council),
        On<ConsentTakenBack>(ConsentRevoked, [Participants, Curators]),
        On<ConsentQuestioned>(ConsentContested, [Participants, Curators, Audience.Council, Heads]),
        On<ConsentQuestioned>(ConsentContestedNearby, [Coordinators]),
        On<ContestSettled>(ConsentSettled, [Participants, Curators, Audience.Council]),
        On<ProgramDecidedByCouncil>(ProgramAwaitsHead, [Heads], e => e.Decision == ApprovalDecision.Approved),
        On<ProgramDecidedByCouncil>(ProgramReturned, [Curators], e => e.Decision == ApprovalDecision.Returned),
        On<ProgramDecidedByHead>(ProgramActivated, [Participants, Curators], e => e.Decision == ApprovalDecision.Approved),
        On<ProgramDecidedByHead>(ProgramReturned, [Curators], e => e.Decision == ApprovalDecision.Returned),
        On<ProgramHalted>(ProgramPaused, [Participants]),
        On<ProgramTakenUp>(ProgramResumed, [Participants]),
        On<NoticeGiven>(ProgramEnding, [Participants, Curators]),
        On<NoticeRanOut>(ProgramEndedEarly, [LastParticipants, Curators]),
        On<ProgramFinished>(ProgramCompleted, [LastParticipants]),
        On<ProgramCalledOff>(ProgramCancelled, [LastParticipants]),
        On<ActivityCompleted>(ActivityDone, [Participants]),
        On<PlanCorrected>(PlanAwaitsSignature, [PlanSigners]),
        On<ProgramExtended>(PlanAwaitsSignature, [PlanSigners]),
        On<MentorReplaced>(PlanAwaitsSignature, [PlanSigners]),
        On<PlanVersionDeclined>(PlanDeclined, [Participants, Curators]),
        On<PlanProposalLeft>(PlanDeclined, [Participants, Curators]),
        On<ProgramCommented>(CommentAdded, [Participants, Curators]),
        On<ProductUploaded>(ProductAdded, [Participants]),
        On<ProgramHandedOver>(ProgramCarried, [Participants, Curators]),
        On<ProgramClosed>(ProgramEndedEarly, [LastParticipants], (_, program) => program == ProgramStatus.EndedEarly),
        On<ProgramClosed>(ProgramCancelled, [LastParticipants], (_, program) => program == ProgramStatus.Cancelled),
        On<PlaceLeft>(ParticipantLeft, [Participants, Curators]),
        On<PlaceLeft>(ParticipationEnded, [Concerned]),
    ];
}
