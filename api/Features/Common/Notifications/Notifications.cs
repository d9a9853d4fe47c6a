using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Common.Notifications;

/// <summary>Chapter: who is told what, in the product and by e-mail.</summary>
public static class Notifications
{
    public static void MapNotifications(this RouteGroupBuilder api)
    {
        var own = api.MapGroup("/me/notifications").Chapter("Notifications", "What the caller is told, and how the caller wants to be told.");
        ListNotifications.Map(own);
        CountNotifications.Map(own);
        MarkNotification.Map(own);
        MarkAllNotifications.Map(own);

        var settings = api.MapGroup("/me/notification-settings").WithTags("Notifications");
        GetNotificationSettings.Map(settings);
        SetNotificationSettings.Map(settings);
    }

    public static void AddNotifications(this IServiceCollection services) =>
        services.AddSingleton<IListen, NotificationRules.Ears>().AddSingleton<Mailer>().AddScoped<RemindOfDays>().AddScoped<SendDigests>()
            .AddJob<RemindOfDays>("remind-of-days", job => job.Run(CancellationToken.None), RemindOfDays.Schedule)
            .AddJob<SendDigests>("send-digests", job => job.Run(CancellationToken.None), SendDigests.Schedule);

    /// <summary>The account whose inbox it is; systems have none.</summary>
    public static Guid? Owner(this Caller caller) => Guid.TryParse(caller.Id, out var account) ? account : null;
}

/// <summary>What a notification tells. Each has its texts in the web client and in the mail catalogues.</summary>
public enum NotificationKind
{
    ConsentRequested, ConsentRefused, ConsentRevoked, ConsentContested, ConsentContestedNearby, ConsentSettled,
    ProgramAwaitsCouncil, ProgramAwaitsHead,
    ProgramActivated, ProgramReturned, ProgramPaused, ProgramResumed, ProgramEnding, ProgramEndedEarly, ProgramCompleted, ProgramCancelled, ActivityDone,
    ParticipantLeft, ParticipationEnded, ProgramCarried, OrganizationSettled,
    PlanAwaitsSignature, PlanDeclined, CommentAdded, ProductAdded,
    MeetingPlanned, MeetingMoved, MeetingCancelled, MeetingReminder, MeetingHeld,
    AccountBlocked, AccountUnblocked, AccountUnlocked, AccountSessionsEnded, AccountFactorReset,
    RoleGranted, RoleAsked, RoleToConfirm, RoleDecided, RoleSettled, AccountLinkIssued, AccountPasswordSet, RecordsMerged, RecordsParted, ImportApplied,
    ActCosignRequested, ActCosigned, ActObjected, ActAwaitsHead, ActReturned, ActApproved, ActInForce, ActRepealed,
    CensusOpened, CensusDue, CensusOverdue,
    SeatOffered, SeatAnswered, CouncilMeetingPlanned, CouncilMeetingChanged, CouncilMeetingCancelled, VoteOpened, DecisionTaken, MinutesReady,
    CouncilTaskGiven, CouncilTaskDropped,
    IncentiveProposed, IncentiveAwaitsHead, IncentiveDecided, IncentiveGranted,
    CaseOpened, CaseAssigned, CaseNews, CaseDecided,
    MatchAsked, MatchAgreed, MatchDeclined, MatchAnswered, MatchExpired, MatchClosed,
    OfferProposed, OfferAgreed, OfferDeclined, OfferEnded, OfferRequested, OfferRequestAgreed, OfferRequestRefused, OfferRequestClosed, OfferRequestDropped,
    OfferRequestReceived, OfferRequestAnswered,
    DelegationOffered, DelegationAccepted, DelegationDeclined, DelegationEnding, DelegationEnded, ConfidentialDelegated,
    LearningRequestSubmitted, LearningRequestAnswered, MentorProfileAwaits, MentorProfileConfirmed, MentorResultAwaits, MentorResultDecided, EntitlementGranted,
    TrainingInvited, TrainingChanged, TrainingCancelled, TrainingPlaceFreed, TrainingNoLongerAsked, PulseOpened,
    SignalRaised, SignalShown,
    PracticeAuthorshipAsked, PracticeReviewAsked, PracticeDecided, PracticePublished, PracticeWithdrawn,
    SiteReleaseAsked,
    ContractEnding, OwnContractEnding, NextStepOverdue, OwnStepOverdue,
    SupportBegun, SupportStopped, SupportAssigned, SupportedLeft, SupportEnding,
    ResourceRunMoved, ResourceRunDropped,
    TutorOffered, TutorRefused, TutorWanted, TutorAnswered, TuteeBegun, TutoringOver, TutoringNote, TutoringDiffers, ConsultationPlanned, ConsultationCancelled,
    HelpAsked, HelpTaken, HelpAnswered, HelpRedirected, HelpWritten, HelpReopened, HelpOverdue, HelpEscalated, HelpWithdrawn,
    DiagnosisAsked, DiagnosisFilled, DiagnosisShared, DiagnosisImported,
    RouteAnswered, RouteCame, RouteSaid, RouteStepped, RouteChanged, RouteReflected,
    InitiativeForSchool, InitiativeInvitation, InitiativeWish, InitiativeAnswer, InitiativeLetIn, InitiativeNotLetIn, InitiativeMemberLeft, InitiativeLed,
    InitiativeNews, InitiativeMessage, InitiativeTaskGiven, InitiativeTaskDue, InitiativeMeetingPlanned, InitiativeMeetingCancelled,
    InitiativeFileBrought, SchoolTaskGiven, SchoolTaskDue, SchoolTaskReminder, SchoolReportHandedIn, SchoolReportTaken, SchoolReportSentBack, SchoolTaskDropped,
    ImpactDue, AdaptationAsked, AdaptationAgreed,
}

/// <summary>Groups the kinds, for choosing and filtering.</summary>
public enum NotificationTopic
{
    Consents, Approvals, Programs, Meetings, Roles, Imports, Acts, Census, Council, Cases, Matching, Delegations, Profiles, Climate, Risks, Practices, Site,
    Partners, Organizations, Support, Resources, Tutoring, HelpDesk, Diagnosis, Routes, Initiatives,
}

/// <summary>When the e-mail comes: at once (quiet hours aside), once a day with the others, or never.</summary>
public enum EmailMode { Now, Digest, Off }
