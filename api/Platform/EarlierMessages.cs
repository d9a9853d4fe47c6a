using System.Text.Json;

namespace Mentoring.Api.Platform;

/// <summary>
/// Messages that wait in an outbox since before events had names: they say by which operation something happened, and in what
/// words. A released version that has emptied every outbox lets this table go.
/// </summary>
static class EarlierMessages
{
    /// <summary>Null for an operation of which nobody is told any more.</summary>
    public static string? NameOf(string operation, JsonElement detail)
    {
        var fields = detail.ValueKind == JsonValueKind.Object ? detail.EnumerateObject().Select(field => field.Name).ToHashSet() : [];
        var key = detail.ValueKind == JsonValueKind.Object && detail.TryGetProperty("due", out var due) ? $"{operation} {due.GetString()}" : operation;
        return Names.TryGetValue(key, out var names)
            ? names.Length == 1 ? names[0] : names.FirstOrDefault(name => fields.SetEquals(EventJson.FieldsOf(name))) : null;
    }

    public static IEnumerable<string> All => Names.Values.SelectMany(names => names).Distinct();

    static readonly string[] Leaving = ["PlaceLeft", "PlanProposalLeft", "MatchRequestLeft", "CouncilTaskLeft", "TrainingPlaceLeft"];

    static readonly Dictionary<string, string[]> Names = new()
    {
        ["RenewInvitation"] = ["InvitationRenewed"],
        ["SetPassword"] = ["PasswordSet"],
        ["SendPasswordLink"] = ["PasswordLinkSent"],
        ["BlockAccount"] = ["HolderBlocked"],
        ["UnblockAccount"] = ["HolderUnblocked"],
        ["UnlockAccount"] = ["HolderUnlocked"],
        ["EndAccountSessions"] = ["SessionsEnded"],
        ["ResetSecondFactor"] = ["SecondFactorReset"],
        ["GrantRole"] = ["AssignmentGranted", "AssignmentProposed"],
        ["AnswerRoleProposal"] = ["RoleProposalMoved"],
        ["DecideRoleProposal"] = ["RoleProposalMoved"],
        ["WithdrawRoleProposal"] = ["RoleProposalMoved"],
        ["ApplyImport"] = ["FileApplied"],
        ["MergePeople"] = ["PeopleMerged"],
        ["UnmergePeople"] = ["PeopleUnmerged"],
        ["OpenCase"] = ["CaseEntered"],
        ["AssignArbiters"] = ["CaseEntered"],
        ["HearCase"] = ["CaseEntered"],
        ["AddCaseEntry"] = ["CaseEntered"],
        ["DecideCase"] = ["CaseEntered"],
        ["AppealCase"] = ["CaseEntered"],
        ["SettleCase"] = ["CaseEntered"],
        ["DeclineCase"] = ["CaseEntered"],
        ["WithdrawCase"] = ["CaseEntered"],
        ["OpenCensus"] = ["SchoolYearCensusOpened"],
        ["RemindOfCensus"] = ["CensusReminded"],
        ["InviteToCouncil"] = ["CouncilInvited"],
        ["AnswerSeat"] = ["SeatMoved"],
        ["PlanCouncilMeeting"] = ["CouncilMeetingSet"],
        ["ReviseCouncilMeeting"] = ["CouncilMeetingRevised"],
        ["CancelCouncilMeeting"] = ["CouncilMeetingCalledOff"],
        ["OpenVote"] = ["DecisionMoved"],
        ["CloseVote"] = ["DecisionMoved"],
        ["CloseCouncilMeeting"] = ["CouncilMeetingClosed"],
        ["AddCouncilTask"] = ["CouncilTaskAdded"],
        ["ProposeIncentive"] = ["IncentivePutForward"],
        ["DecideIncentiveAsCouncil"] = ["IncentiveMoved"],
        ["DecideIncentiveAsHead"] = ["IncentiveMoved"],
        ["ProposeDelegation"] = ["DelegationSent", "DelegationReceived"],
        ["AcceptDelegation"] = ["GivenDelegationMoved", "TakenDelegationMoved"],
        ["DeclineDelegation"] = ["GivenDelegationMoved", "TakenDelegationMoved"],
        ["WithdrawDelegation"] = ["GivenDelegationMoved", "TakenDelegationMoved"],
        ["EndDelegation"] = ["GivenDelegationMoved", "TakenDelegationMoved"],
        ["TurnDelegations"] = ["GivenDelegationMoved", "TakenDelegationMoved"],
        ["GrantEntitlement"] = ["EntitlementGiven"],
        ["RequestCosign"] = ["CosignRequested"],
        ["DecideCosign"] = ["CosignDecided"],
        ["AgreeAct"] = ["ActAgreed"],
        ["ReturnAct"] = ["ActSentBack"],
        ["ApproveAct"] = ["ActSigned"],
        ["PutActsInForce"] = ["ActTookForce"],
        ["RepealAct"] = ["ActTakenBack"],
        ["SendMatchRequests"] = ["MatchRequestSent"],
        ["AnswerMatchRequest"] = ["MatchRequestAnswered"],
        ["CloseMatchRequest"] = ["MatchRequestWithdrawn"],
        ["CloseMatchRequests"] = ["MatchRequestClosed"],
        ["PlanMeeting"] = ["MeetingSet"],
        ["MoveMeeting"] = ["MeetingPutOff"],
        ["CancelMeeting"] = ["MeetingCalledOff"],
        ["HoldMeeting"] = ["MeetingTookPlace"],
        ["LogMeeting"] = ["MeetingLogged"],
        ["RemindMeetings"] = ["MeetingNears"],
        ["DraftPractice"] = ["PracticeDrafted"],
        ["RevisePractice"] = ["PracticeRevised"],
        ["AssignPracticeReviewers"] = ["PracticeMoved"],
        ["DecidePractice"] = ["PracticeMoved"],
        ["PublishPractice"] = ["PracticeMoved"],
        ["WithdrawPractice"] = ["PracticeMoved"],
        ["SubmitLearningRequest"] = ["LearningRequestMoved"],
        ["AnswerLearningRequest"] = ["LearningRequestMoved"],
        ["SaveMentorProfile"] = ["MentorProfileSaved"],
        ["ConfirmMentorProfile"] = ["ProfileConfirmed"],
        ["AddMentorResult"] = ["MentorResultAdded"],
        ["DecideMentorResult"] = ["ResultDecided"],
        ["SubmitProgram"] = ["ProgramSubmitted"],
        ["DecideConsent"] = ["ConsentDecided"],
        ["RevokeConsent"] = ["ConsentTakenBack"],
        ["ContestConsent"] = ["ConsentQuestioned"],
        ["SettleConsent"] = ["ContestSettled"],
        ["DecideAsCouncil"] = ["ProgramDecidedByCouncil"],
        ["DecideAsHead"] = ["ProgramDecidedByHead"],
        ["PauseProgram"] = ["ProgramHalted"],
        ["ResumeProgram"] = ["ProgramTakenUp"],
        ["EndProgramEarly"] = ["NoticeGiven"],
        ["EndNoticedPrograms"] = ["NoticeRanOut"],
        ["CompleteProgram"] = ["ProgramFinished"],
        ["CancelProgram"] = ["ProgramCalledOff"],
        ["CompleteActivity"] = ["ActivityCompleted"],
        ["CorrectPlan"] = ["PlanCorrected"],
        ["ExtendProgram"] = ["ProgramExtended"],
        ["ReplaceMentor"] = ["MentorReplaced"],
        ["DeclinePlanVersion"] = ["PlanVersionDeclined"],
        ["AddComment"] = ["ProgramCommented"],
        ["AddProduct"] = ["ProductUploaded"],
        ["PlanTraining"] = ["TrainingPlanned"],
        ["ReviseTraining"] = ["TrainingRevised"],
        ["CancelTraining"] = ["TrainingCalledOff"],
        ["OpenPulse"] = ["PulseStarted"],
        ["WriteSitePost"] = ["SitePostWritten"],
        ["ReviseSitePost"] = ["SitePostRevised"],
        ["FollowDepartures"] = Leaving,
        ["SettleOrganization"] =
        [
            .. Leaving, "OrganizationEndSettled", "ProgramHandedOver", "ProgramClosed", "GivenDelegationSettled", "TakenDelegationSettled",
        ],
        ["RemindOfDays DelegationEnding"] = ["DelegationNearsEnd"],
        ["RemindOfDays ContractEnding"] = ["ContractNearsEnd"],
        ["RemindOfDays StepOverdue"] = ["NextStepLapsed"],
        ["RemindOfDays SignalRaised"] = ["SignalReachedPair"],
        ["RemindOfDays SignalShown"] = ["SignalReachedSchool"],
    };
}
