using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Common.Agenda;

/// <summary>Chapter: what is near and what waits for the caller.</summary>
public static class Agenda
{
    public static void MapAgenda(this RouteGroupBuilder api) => GetAgenda.Map(api.MapGroup("/me/agenda").Chapter("Agenda",
        "What is near and what waits for the caller."));
}

/// <summary>What can wait for somebody. The order is that of urgency among what is due alike.</summary>
public enum TaskKind
{
    /// <summary>A participant is asked for consent.</summary>
    ConsentToDecide,

    /// <summary>A participant says that a consent in their name is somebody else's: was it?</summary>
    ConsentToSettle,

    /// <summary>A change of a plan in force waits for the person's signature.</summary>
    PlanToSign,

    /// <summary>The person is asked to work with somebody as a pair.</summary>
    MatchToAnswer,

    /// <summary>A centre offers the person a tutor.</summary>
    TutorToAnswer,

    /// <summary>The person is invited to an initiative, or put forward for it by the own school.</summary>
    InitiativeToAnswer,

    /// <summary>The person is invited to the council of mentors.</summary>
    SeatToAnswer,

    /// <summary>The person is asked to hold a role that opens what is confidential.</summary>
    RoleToAnswer,

    /// <summary>Such a role waits for a confirmation from outside its organization.</summary>
    RoleToConfirm,

    /// <summary>The person was named as an author of a practice and says whether to be named in public.</summary>
    AuthorshipToAnswer,

    /// <summary>A vote of the council is open, and the member has not voted.</summary>
    VoteToCast,

    /// <summary>The union is asked for its opinion on a local act.</summary>
    ActToCosign,

    /// <summary>A member of the council was asked to review a practice.</summary>
    PracticeToReview,

    /// <summary>The arbiters have a case before them.</summary>
    CaseToHear,

    /// <summary>The chair names who hears a case.</summary>
    CaseToAssign,

    /// <summary>Another organization offers to hand a component over.</summary>
    DelegationToAnswer,

    /// <summary>A participant refused or took consent back: the draft waits for its curator.</summary>
    ConsentRefused,

    /// <summary>Somebody who took part has left, and one side has nobody: is it replaced, paused or ended?</summary>
    ParticipantLeft,

    /// <summary>The school was set a task, and has not reported or is to report anew.</summary>
    SchoolTaskToReport,

    /// <summary>Schools have reported of a task: whoever set it accepts or returns.</summary>
    SchoolReportToAccept,

    /// <summary>The term of a task is over, and schools have not reported.</summary>
    SchoolTaskOverdue,

    /// <summary>Somebody asks the leader of an initiative to be let in.</summary>
    InitiativeToLetIn,

    /// <summary>A teacher asked the centre for a tutor.</summary>
    TutorToPropose,

    /// <summary>A consultation of the tutor is over: was it held?</summary>
    ConsultationToRecord,

    /// <summary>A planned meeting is over: was it held?</summary>
    MeetingToConfirm,

    /// <summary>A meeting was recorded by the other side: was it so?</summary>
    RecordToConfirm,

    /// <summary>The council decides.</summary>
    ProgramToApproveCouncil,

    /// <summary>The head decides.</summary>
    ProgramToApproveHead,

    /// <summary>The head approves a local act.</summary>
    ActToApprove,

    /// <summary>The head decides on an incentive that the council supports.</summary>
    IncentiveToDecide,

    /// <summary>The council decides whether it supports an incentive.</summary>
    IncentiveToSupport,

    /// <summary>A practice was handed in, its reviews are there, or it was selected: whoever runs the bank takes the next step.</summary>
    PracticeToDecide,

    /// <summary>The school confirms a mentor's profile.</summary>
    MentorToConfirm,

    /// <summary>The school confirms a mentor's result.</summary>
    ResultToConfirm,

    /// <summary>The school answers what a mentee asks to learn.</summary>
    LearningToAnswer,

    /// <summary>What the mentee asked to learn was returned.</summary>
    LearningReturned,

    /// <summary>Council or head returned a program to its curator.</summary>
    ProgramReturned,

    /// <summary>The head returned an act to its author, or the union objected to it.</summary>
    ActToRevise,

    /// <summary>The census of the year is to be completed.</summary>
    CensusToComplete,

    /// <summary>Both sides said yes to a pair: its program is to be drafted.</summary>
    PairToDraft,

    /// <summary>A mentor of the school offers help beyond it, and the school has to agree.</summary>
    OfferToAgree,

    /// <summary>A teacher of the school asks for a mentor of another one, and the school has to agree.</summary>
    OfferRequestToAgree,

    /// <summary>The pair may explain a signal before the school sees it.</summary>
    SignalToExplain,

    /// <summary>The curator decides what a signal means.</summary>
    SignalToDecide,

    /// <summary>A risk of the register is to be looked at again.</summary>
    RiskToReview,

    /// <summary>What the council asked somebody to do is due within two weeks.</summary>
    CouncilTaskDue,

    /// <summary>A task that the person took in an initiative is due within two weeks, or has no term.</summary>
    InitiativeTaskDue,

    /// <summary>A meeting of an initiative is within two weeks.</summary>
    InitiativeMeetingAhead,

    /// <summary>The council meets within two weeks.</summary>
    CouncilMeetingAhead,

    /// <summary>A consultation with the tutor is within two weeks.</summary>
    ConsultationAhead,

    /// <summary>The person is invited to a training.</summary>
    TrainingAhead,

    /// <summary>An anonymous pulse of the climate is open to the person.</summary>
    PulseToAnswer,

    /// <summary>The program's last day is near or gone and the participant has not evaluated it.</summary>
    EvaluationDue,

    /// <summary>The participant has not measured at the begin of the program.</summary>
    ImpactBeforeDue,

    /// <summary>The participant has not measured at its end.</summary>
    ImpactAfterDue,

    /// <summary>The other side has said since when the mentee has settled in.</summary>
    AdaptationToAgree,

    /// <summary>The school has not said how it sees itself at the begin or the end of the year.</summary>
    SchoolImpactDue,

    /// <summary>The last day is gone: the curator completes it.</summary>
    ProgramToComplete,

    /// <summary>Notice was given: the program ends early.</summary>
    ProgramEnding,

    /// <summary>A component carried by another organization comes back within two weeks.</summary>
    DelegationEnding,

    /// <summary>A question for methodical help has waited longer than its body takes: the head sees to it.</summary>
    HelpOverdue,

    /// <summary>A question for methodical help that nobody at the body has taken.</summary>
    HelpToTake,

    /// <summary>A question for methodical help that one has taken.</summary>
    HelpToAnswer,

    /// <summary>A question for methodical help is answered: did it help?</summary>
    HelpToRate,

    /// <summary>An agreement on which a body stands behind organizations runs out within a month.</summary>
    SupportEnding,

    /// <summary>A teacher asks for an expert's view of a diagnosis.</summary>
    DiagnosisToFill,

    /// <summary>An activity of the own route ends within two weeks, or should have ended.</summary>
    RouteActivityDue,

    /// <summary>The own route ends within three months, or should have ended.</summary>
    RouteEnds,

    /// <summary>A checked file waits for a decision: is it taken over?</summary>
    ImportToDecide,

    /// <summary>A training is over: who came?</summary>
    TrainingToClose,

    /// <summary>The last day of a pulse is gone: the psychologist closes it.</summary>
    PulseToClose,

    /// <summary>A task of the psychologist's plan is due within two weeks.</summary>
    PsychologyTaskDue,

    /// <summary>The psychologist has not yet said what they think of a pair.</summary>
    OpinionToGive,

    /// <summary>A mentee's readiness was never checked.</summary>
    ReadinessToCheck,

    /// <summary>An activity of the roadmap is due within two weeks.</summary>
    ActivityDue,

    /// <summary>A draft that nobody has touched for two weeks.</summary>
    DraftStalled,
}
