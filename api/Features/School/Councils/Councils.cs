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
        InviteToCouncil.Map(ofSchool);
        ListCouncilMeetings.Map(ofSchool);
        PlanCouncilMeeting.Map(ofSchool);
        ListCouncilDecisions.Map(ofSchool);
        ListCouncilTasks.Map(ofSchool);
        AddCouncilTask.Map(ofSchool);

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
        FinishCouncilTask.Map(council);
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

/// <summary>What the council provides (the four sides of provision), prepares, or wants corrected in a program.</summary>
public enum CouncilTaskKind { Organizational, Methodical, Material, Infrastructure, Preparation, ProgramCorrection }

public enum CouncilTaskStatus { Open, Done, Dropped }

/// <summary>How something of the council's stands after a change.</summary>
/// <param name="Version">To be given with the next change.</param>
public sealed record CouncilState<TStatus>(Guid Id, TStatus Status, int Version) where TStatus : struct, Enum;
