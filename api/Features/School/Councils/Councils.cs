using Mentoring.Api.Features.Common.Identity;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Councils;

/// <summary>Chapter: the council of mentors, from the call into it to what it proposes to the head.</summary>
public static class Councils
{
    public static void AddCouncils(this IServiceCollection services) => services.AddScoped<ISeats, SeatsOfRoles>();

    public static void MapCouncils(this RouteGroupBuilder api)
    {
        var ofSchool = api.MapGroup("/organizations/{organizationId:guid}/council").Chapter("Councils",
            "The council of mentors: seats, meetings, votes, decisions, and what it prepares and proposes.");
        GetCouncil.Map(ofSchool);
        GetCouncilAnalysis.Map(ofSchool);
        InviteToCouncil.Map(ofSchool);
        ListCouncilMeetings.Map(ofSchool);
        PlanCouncilMeeting.Map(ofSchool);
        ListCouncilDecisions.Map(ofSchool);
        ListPreparations.Map(ofSchool);
        AddPreparation.Map(ofSchool);
        ListCouncilTasks.Map(ofSchool);
        AddCouncilTask.Map(ofSchool);
        ListIncentives.Map(ofSchool);
        SumIncentives.Map(ofSchool);
        ProposeIncentive.Map(ofSchool);
        ListCouncilEvaluations.Map(ofSchool);
        OpenCouncilEvaluation.Map(ofSchool);

        var council = api.MapGroup("/council").WithTags("Councils");
        ListMySeats.Map(council);
        AnswerSeat.Map(council);
        LeaveCouncil.Map(council);
        EndSeat.Map(council);
        GetCouncilMeeting.Map(council);
        ReviseCouncilMeeting.Map(council);
        CancelCouncilMeeting.Map(council);
        AddAgendaItem.Map(council);
        OpenCouncilMeeting.Map(council);
        RecordAttendance.Map(council);
        ProposeDecision.Map(council);
        OpenVote.Map(council);
        CastVote.Map(council);
        CloseVote.Map(council);
        CloseCouncilMeeting.Map(council);
        TakeDecisionStep.Map(council);
        FinishPreparation.Map(council);
        FinishCouncilTask.Map(council);
        ListMyIncentives.Map(council);
        DecideIncentiveAsCouncil.Map(council);
        DecideIncentiveAsHead.Map(council);
        WithdrawIncentive.Map(council);
        GetCouncilEvaluation.Map(council);
        MarkCouncilEvaluation.Map(council);
        ConcludeCouncilEvaluation.Map(council);
        CancelCouncilEvaluation.Map(council);
        ListProgramEvaluations.Map(api);
    }
}

/// <summary>What a person is on the council; there is one chair at a time.</summary>
public enum SeatKind { Chair, Member }

/// <summary>
/// Sitting on the council is voluntary: a seat is offered, and held only by whoever said yes. Who agreed to chair it waits
/// until the role that comes with it is confirmed from outside.
/// </summary>
public enum SeatStatus { Invited, Agreed, Held, Declined, Withdrawn, Ended }

public enum SeatStep { Accept, Agree, Confirm, Decline, Withdraw, End }

public enum CouncilMeetingStatus { Planned, InSession, Held, Cancelled }

public enum CouncilMeetingStep { Open, Close, Cancel }

/// <summary>What a point of the agenda is about; acts are drafted together with the union's representative.</summary>
public enum AgendaKind { Program, Act, Matching, Difficulties, Preparation, Incentive, Provision, Evaluation, Other }

public enum DecisionStatus { Proposed, Voting, Adopted, Rejected, Withdrawn, CarriedOut, Revoked }

public enum DecisionStep { OpenVote, Adopt, Reject, Withdraw, CarryOut, Revoke }

public enum Vote { For, Against, Abstained }

public enum PreparationKind { Contest, Forum, Conference, Festival }

public enum PreparationLevel { School, Municipality, Region, Federation }

public enum PreparationStatus { Preparing, TookPart, Cancelled }

/// <summary>What the council provides (the four sides of provision), prepares, or wants corrected in a program.</summary>
public enum CouncilTaskKind { Organizational, Methodical, Material, Infrastructure, Preparation, ProgramCorrection }

public enum CouncilTaskStatus { Open, Done, Dropped }

public enum IncentiveKind { Material, NonMaterial }

/// <summary>What stimulation does: it pays, it raises a person's place among colleagues, or it honours.</summary>
public enum IncentiveFunction { Economic, Social, Moral }

public enum IncentiveStatus { Proposed, Supported, NotSupported, Granted, Declined, Withdrawn }

public enum IncentiveStep { Support, NotSupport, Grant, Decline, Withdraw }

/// <summary>An evaluation of a program by the council: marked by its members, then concluded by its decision.</summary>
public enum EvaluationStatus { Open, Concluded, Cancelled }

public enum EvaluationStep { Mark, Conclude, Cancel }

/// <summary>What the marks by one criterion say together.</summary>
/// <param name="Criterion">A code of the dictionary `evaluation-criterion`.</param>
/// <param name="Mean">0 to 3.</param>
public sealed record EvaluationMean(string Criterion, double Mean, int Marks);

/// <summary>How something of the council's stands after a change.</summary>
/// <param name="Version">To be given with the next change.</param>
public sealed record CouncilState(Guid Id, string Status, int Version);
