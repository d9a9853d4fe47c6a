using Mentoring.Api.Features.Arbitration;
using Mentoring.Api.Features.Census;
using Mentoring.Api.Features.Councils;
using Mentoring.Api.Features.Delegations;
using Mentoring.Api.Features.Entitlements;
using Mentoring.Api.Features.Identity;
using Mentoring.Api.Features.Imports;
using Mentoring.Api.Features.LocalActs;
using Mentoring.Api.Features.Matching;
using Mentoring.Api.Features.Meetings;
using Mentoring.Api.Features.Organizations;
using Mentoring.Api.Features.People;
using Mentoring.Api.Features.Practices;
using Mentoring.Api.Features.Profiles;
using Mentoring.Api.Features.Programs;
using Mentoring.Api.Features.Psychology;
using Mentoring.Api.Features.Site;
using Mentoring.Api.Platform;
using static Mentoring.Api.Features.Notifications.Audience;
using static Mentoring.Api.Features.Notifications.NotificationKind;

namespace Mentoring.Api.Features.Notifications;

/// <summary>What one operation tells to whom.</summary>
/// <param name="When">Only if the event is like this; always when null.</param>
public sealed record NotificationRule(NotificationKind Kind, Audience[] To, Func<Happened, ProgramStatus?, bool>? When = null);

/// <summary>Which operation tells what to whom; what each kind is stands in <see cref="NotificationKinds"/>. A new one is a row in each.</summary>
public static class NotificationRules
{
    /// <summary>What follows when somebody leaves, whoever drew the consequences.</summary>
    static readonly NotificationRule[] Departures =
    [
        new(ParticipantLeft, [Participants, Curators], (event_, _) => event_.Has("left")),
        new(ParticipationEnded, [Concerned], (event_, _) => event_.Has("left")),
        new(PlanDeclined, [Participants, Curators], (event_, _) => event_.Has("withdrawn")),
        new(MatchClosed, [MatchPair], (event_, _) => event_.Has("closed")),
        new(CouncilTaskDropped, [Audience.Council, Curators], (event_, _) => event_.Has("dropped")),
        new(TrainingPlaceFreed, [Psychologists], (event_, _) => event_.Has("uninvited")),
        new(TrainingNoLongerAsked, [Concerned], (event_, _) => event_.Has("uninvited")),
    ];

    static readonly Dictionary<string, NotificationRule[]> Rules = new()
    {
        [nameof(SubmitProgram)] = [new(ConsentRequested, [Participants])],
        [nameof(DecideConsent)] =
        [
            new(ConsentRefused, [Curators], (event_, _) => event_.Says("status", nameof(ConsentStatus.Refused))),
            new(ProgramAwaitsCouncil, [Audience.Council], (_, program) => program == ProgramStatus.Council),
        ],
        [nameof(RevokeConsent)] = [new(ConsentRevoked, [Participants, Curators])],
        [nameof(ContestConsent)] = [new(ConsentContested, [Participants, Curators, Audience.Council, Heads]), new(ConsentContestedNearby, [Coordinators])],
        [nameof(SettleConsent)] = [new(ConsentSettled, [Participants, Curators, Audience.Council])],
        [nameof(DecideAsCouncil)] = [new(ProgramAwaitsHead, [Heads], Approved), new(ProgramReturned, [Curators], Returned)],
        [nameof(DecideAsHead)] = [new(ProgramActivated, [Participants, Curators], Approved), new(ProgramReturned, [Curators], Returned)],
        [nameof(PauseProgram)] = [new(ProgramPaused, [Participants])],
        [nameof(ResumeProgram)] = [new(ProgramResumed, [Participants])],
        [nameof(EndProgramEarly)] = [new(ProgramEnding, [Participants, Curators])],
        [nameof(EndNoticedPrograms)] = [new(ProgramEndedEarly, [Participants, Curators])],
        [nameof(CompleteProgram)] = [new(ProgramCompleted, [Participants])],
        [nameof(CancelProgram)] = [new(ProgramCancelled, [Participants])],
        [nameof(FollowDepartures)] = Departures,
        [nameof(SettleOrganization)] =
        [
            .. Departures,
            new(ProgramCarried, [Participants, Curators], (event_, _) => event_.Has("carried")),
            new(ProgramEndedEarly, [Participants], (event_, program) => event_.Has("ended") && program == ProgramStatus.EndedEarly),
            new(ProgramCancelled, [Participants], (event_, program) => event_.Has("ended") && program == ProgramStatus.Cancelled),
            new(DelegationEnded, [Heads, Curators], (event_, _) => event_.Has("component")),
            new(OrganizationSettled, [Coordinators], (event_, _) => event_.Has("settled")),
        ],
        [nameof(MergePeople)] = [new(RecordsMerged, [Concerned])],
        [nameof(UnmergePeople)] = [new(RecordsParted, [Concerned])],
        [nameof(CompleteActivity)] = [new(ActivityDone, [Participants])],
        [nameof(PlanMeeting)] = [new(MeetingPlanned, [Participants])],
        [nameof(MoveMeeting)] = [new(MeetingMoved, [Participants])],
        [nameof(CancelMeeting)] = [new(MeetingCancelled, [Participants])],
        [nameof(HoldMeeting)] = [new(MeetingHeld, [Participants])],
        [nameof(LogMeeting)] = [new(MeetingHeld, [Participants])],
        [nameof(RemindMeetings)] = [new(MeetingReminder, [Participants])],
        [nameof(CorrectPlan)] = [new(PlanAwaitsSignature, [PlanSigners])],
        [nameof(ExtendProgram)] = [new(PlanAwaitsSignature, [PlanSigners])],
        [nameof(ReplaceMentor)] = [new(PlanAwaitsSignature, [PlanSigners])],
        [nameof(DeclinePlanVersion)] = [new(PlanDeclined, [Participants, Curators])],
        [nameof(AddComment)] = [new(CommentAdded, [Participants, Curators])],
        [nameof(AddProduct)] = [new(ProductAdded, [Participants])],

        [nameof(RequestCosign)] = [new(ActCosignRequested, [Union])],
        [nameof(DecideCosign)] =
        [
            new(ActCosigned, [ActAuthor], (event_, _) => event_.Says("Given", true)),
            new(ActAwaitsHead, [Heads], (event_, _) => event_.Says("Given", true)),
            new(ActObjected, [ActAuthor, Heads], (event_, _) => event_.Says("Given", false)),
        ],
        [nameof(AgreeAct)] = [new(ActAwaitsHead, [Heads])],
        [nameof(ReturnAct)] = [new(ActReturned, [ActAuthor])],
        [nameof(ApproveAct)] =
        [
            new(ActApproved, [ActAuthor, Curators], (event_, _) => event_.Says("status", nameof(ActStatus.Approved))),
            new(ActInForce, [Audience.ActReaders], (event_, _) => event_.Says("status", nameof(ActStatus.InForce))),
        ],
        [nameof(PutActsInForce)] = [new(ActInForce, [Audience.ActReaders])],
        [nameof(RepealAct)] = [new(ActRepealed, [Audience.ActReaders], (event_, _) => event_.Says("from", nameof(ActStatus.InForce)))],

        [nameof(OpenCensus)] = [new(CensusOpened, [Curators])],
        [nameof(RemindOfCensus)] =
        [
            new(CensusDue, [Curators], (event_, _) => !event_.Says("reminder", nameof(ReminderKind.Overdue))),
            new(CensusOverdue, [Curators, Heads], (event_, _) => event_.Says("reminder", nameof(ReminderKind.Overdue))),
        ],

        [nameof(InviteToCouncil)] = [new(SeatOffered, [SeatHolder])],
        [nameof(AnswerSeat)] = [new(SeatAnswered, [Audience.CouncilChair, Curators, Heads]), new(RoleToConfirm, [Coordinators], Step(nameof(SeatStep.Agree)))],
        [nameof(PlanCouncilMeeting)] = [new(CouncilMeetingPlanned, [Audience.Council])],
        [nameof(ReviseCouncilMeeting)] = [new(CouncilMeetingChanged, [Audience.Council])],
        [nameof(CancelCouncilMeeting)] = [new(CouncilMeetingCancelled, [Audience.Council])],
        [nameof(OpenVote)] = [new(VoteOpened, [Audience.Council])],
        [nameof(CloseVote)] = [new(DecisionTaken, [Audience.Council, Curators, Heads])],
        [nameof(CloseCouncilMeeting)] = [new(MinutesReady, [Audience.Council, Curators, Heads])],
        [nameof(AddCouncilTask)] = [new(CouncilTaskGiven, [TaskHolder])],
        [nameof(ProposeIncentive)] = [new(IncentiveProposed, [Audience.Council])],
        [nameof(DecideIncentiveAsCouncil)] =
        [
            new(IncentiveAwaitsHead, [Heads], (event_, _) => event_.Says("step", nameof(IncentiveStep.Support))),
            new(IncentiveDecided, [IncentiveProposer]),
        ],
        [nameof(DecideIncentiveAsHead)] =
        [
            new(IncentiveGranted, [IncentivePerson], (event_, _) => event_.Says("step", nameof(IncentiveStep.Grant))),
            new(IncentiveDecided, [IncentiveProposer, Audience.CouncilChair]),
        ],

        [nameof(OpenCase)] = [new(CaseOpened, [Concerned], Entry(CaseEntryKind.Opened)), new(CaseAssigned, [Concerned], Entry(CaseEntryKind.Assigned))],
        [nameof(AssignArbiters)] = [new(CaseAssigned, [Concerned])],
        [nameof(HearCase)] = [new(CaseNews, [Concerned])],
        [nameof(AddCaseEntry)] = [new(CaseNews, [Concerned])],
        [nameof(DecideCase)] = [new(CaseDecided, [Concerned])],
        [nameof(AppealCase)] = [new(CaseNews, [Concerned])],
        [nameof(SettleCase)] = [new(CaseDecided, [Concerned])],
        [nameof(DeclineCase)] = [new(CaseDecided, [Concerned])],
        [nameof(WithdrawCase)] = [new(CaseNews, [Concerned])],

        [nameof(SendMatchRequests)] = [new(MatchAsked, [MatchPair])],
        [nameof(AnswerMatchRequest)] =
        [
            new(MatchAgreed, [MatchPair], Answered(MatchRequestStatus.Accepted)),
            new(MatchAnswered, [Curators], Answered(MatchRequestStatus.Accepted)),
            new(MatchDeclined, [MatchPair], Answered(MatchRequestStatus.Declined)),
            new(MatchAnswered, [Curators], Answered(MatchRequestStatus.Declined)),
        ],
        [nameof(CloseMatchRequest)] = [new(MatchClosed, [MatchPair])],
        [nameof(CloseMatchRequests)] =
        [
            new(MatchClosed, [MatchPair], (event_, _) => !event_.Says("reason", nameof(MatchRequestReason.ProgramDrafted))),
            new(MatchExpired, [Curators], (event_, _) => event_.Says("reason", nameof(MatchRequestReason.OutOfTime)) || event_.Says("reason", nameof(MatchRequestReason.PersonLeft))),
        ],

        [nameof(ProposeDelegation)] = [new(DelegationOffered, [Heads], OfTaker)],
        [nameof(AcceptDelegation)] =
        [
            new(DelegationAccepted, [Heads, Curators], OfGiver),
            new(ConfidentialDelegated, [Coordinators], (event_, _) => OfGiver(event_, _) && OpensConfidential(event_)),
            new(ConfidentialDelegated, [Coordinators, Psychologists], (event_, _) => OfTaker(event_, _) && OpensConfidential(event_)),
        ],
        [nameof(DeclineDelegation)] = [new(DelegationDeclined, [Heads, Curators], OfGiver)],
        [nameof(WithdrawDelegation)] = [new(DelegationEnded, [Heads], OfTaker)],
        [nameof(EndDelegation)] = [new(DelegationEnded, [Heads, Curators])],
        [nameof(TurnDelegations)] = [new(DelegationEnded, [Heads, Curators], (event_, _) => event_.Says("step", nameof(DelegationStep.End)))],

        [nameof(SubmitLearningRequest)] = [new(LearningRequestSubmitted, [Curators])],
        [nameof(AnswerLearningRequest)] = [new(LearningRequestAnswered, [Subject])],
        [nameof(SaveMentorProfile)] = [new(MentorProfileAwaits, [Curators], (event_, _) => event_.Says("status", nameof(MentorStatus.Draft)))],
        [nameof(ConfirmMentorProfile)] = [new(MentorProfileConfirmed, [Subject])],
        [nameof(AddMentorResult)] = [new(MentorResultAwaits, [Curators])],
        [nameof(DecideMentorResult)] = [new(MentorResultDecided, [Subject])],
        [nameof(GrantEntitlement)] = [new(EntitlementGranted, [Subject])],

        [nameof(PlanTraining)] = [new(TrainingInvited, [Concerned])],
        [nameof(ReviseTraining)] = [new(TrainingChanged, [Concerned])],
        [nameof(CancelTraining)] = [new(TrainingCancelled, [Concerned])],
        [nameof(OpenPulse)] = [new(PulseOpened, [Concerned])],

        [nameof(RemindOfDays)] =
        [
            new(SignalRaised, [Participants], Of(RemindOfDays.Due.SignalRaised)),
            new(SignalShown, [Curators], Of(RemindOfDays.Due.SignalShown)),
            new(DelegationEnding, [Heads, Curators], Of(RemindOfDays.Due.DelegationEnding)),
            new(ContractEnding, [Curators], Of(RemindOfDays.Due.ContractEnding)),
            new(OwnContractEnding, [ContractHolder], Of(RemindOfDays.Due.ContractEnding)),
            new(NextStepOverdue, [Curators], Of(RemindOfDays.Due.StepOverdue)),
            new(OwnStepOverdue, [StepHolder], Of(RemindOfDays.Due.StepOverdue)),
        ],
        [nameof(DraftPractice)] = [new(PracticeAuthorshipAsked, [Concerned])],
        [nameof(RevisePractice)] = [new(PracticeAuthorshipAsked, [Concerned])],
        [nameof(AssignPracticeReviewers)] = [new(PracticeReviewAsked, [Concerned])],
        [nameof(DecidePractice)] = [new(PracticeDecided, [Audience.PracticeAuthors])],
        [nameof(PublishPractice)] = [new(PracticePublished, [Audience.PracticeAuthors], (event_, _) => event_.Says("step", nameof(PracticeStep.Publish)))],
        [nameof(WithdrawPractice)] = [new(PracticeWithdrawn, [Audience.PracticeAuthors])],
        [nameof(WriteSitePost)] = [new(SiteReleaseAsked, [Unreleased])],
        [nameof(ReviseSitePost)] = [new(SiteReleaseAsked, [Unreleased])],

        [nameof(RenewInvitation)] = [new(AccountLinkIssued, [AccountHolder])],
        [nameof(SetPassword)] = [new(AccountPasswordSet, [AccountHolder], (event_, _) => event_.SubjectId is not null)],
        // A role that is proposed has no assignment yet, and so no holder to tell of it.
        [nameof(GrantRole)] = [new(RoleGranted, [RoleHolder]), new(RoleAsked, [RoleCandidate])],
        [nameof(AnswerRoleProposal)] =
        [
            new(RoleToConfirm, [Coordinators], Step(nameof(RoleProposalStep.Agree))),
            new(RoleSettled, [Heads], Step(nameof(RoleProposalStep.Decline))),
        ],
        [nameof(DecideRoleProposal)] = [new(RoleDecided, [RoleCandidate]), new(RoleSettled, [Heads, Coordinators])],
        [nameof(WithdrawRoleProposal)] = [new(RoleDecided, [RoleCandidate])],
        [nameof(ApplyImport)] = [new(ImportApplied, [Importer])],
    };

    public static IEnumerable<string> Operations => Rules.Keys;

    /// <summary>Nothing of an operation without rules is kept for telling.</summary>
    public static bool Knows(string operation) => Rules.ContainsKey(operation);

    public static IReadOnlyList<NotificationRule> Of(string operation) => Rules.GetValueOrDefault(operation, []);

    /// <summary>The kinds that somebody with these grants can ever be told.</summary>
    public static IReadOnlyList<NotificationKind> KindsFor(Grants grants) =>
        [.. Rules.Values.SelectMany(rules => rules).Where(rule => rule.To.Any(audience => audience.MayHold(grants))).Select(rule => rule.Kind).Distinct().Order()];

    static bool Approved(Happened happened, ProgramStatus? _) => happened.Says("decision", nameof(ApprovalDecision.Approved));

    static bool Returned(Happened happened, ProgramStatus? _) => happened.Says("decision", nameof(ApprovalDecision.Returned));

    static Func<Happened, ProgramStatus?, bool> Step(string step) => (happened, _) => happened.Says("step", step);

    static bool OpensConfidential(Happened happened) => Confidential.Components.Any(component => happened.Says("component", component.ToString()));

    static Func<Happened, ProgramStatus?, bool> Entry(CaseEntryKind kind) => (happened, _) => happened.Says("entry", kind.ToString());

    static Func<Happened, ProgramStatus?, bool> Answered(MatchRequestStatus status) => (happened, _) => happened.Says("status", status.ToString());

    static Func<Happened, ProgramStatus?, bool> Of(RemindOfDays.Due due) => (happened, _) => happened.Says("due", due.ToString());

    // A delegation is written into the trails of both organizations, each with the other's id.
    static bool OfGiver(Happened happened, ProgramStatus? _) => happened.Has("TakerId");

    static bool OfTaker(Happened happened, ProgramStatus? _) => happened.Has("OrganizationId");
}
