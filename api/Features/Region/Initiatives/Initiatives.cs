using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.Initiatives;

/// <summary>Chapter: the inter-school environment, from an initiative that anybody starts to a task that schools report on.</summary>
public static class InitiativesChapter
{
    public static void MapInitiatives(this RouteGroupBuilder api)
    {
        var ofOrganization = api.MapGroup("/organizations/{organizationId:guid}").Chapter("Initiatives",
            "Initiatives and working groups across schools, and tasks that a territory or a body sets schools and they report on.");
        StartInitiative.Map(ofOrganization);
        ListOwnSchoolTasks.Map(ofOrganization);
        ReportSchoolTask.Map(ofOrganization);

        ListInitiatives.Map(api);
        var one = api.MapGroup("/initiatives/{initiativeId:guid}").WithTags("Initiatives");
        GetInitiative.Map(one);
        ReviseInitiative.Map(one);
        OpenInitiative.Map(one);
        BeginInitiative.Map(one);
        CompleteInitiative.Map(one);
        CloseInitiative.Map(one);

        InviteToInitiative.Map(one);
        OfferInitiative.Map(one);
        AskToJoinInitiative.Map(one);
        AnswerInitiativeInvitation.Map(one);
        DecideInitiativeMember.Map(one);
        LeaveInitiative.Map(one);
        HandOverInitiative.Map(one);

        WriteInitiativeEntry.Map(one);
        ListInitiativeEntries.Map(one);
        SetInitiativeTask.Map(one);
        TakeInitiativeTask.Map(one);
        GiveBackInitiativeTask.Map(one);
        FinishInitiativeTask.Map(one);
        DropInitiativeTask.Map(one);
        PlanInitiativeMeeting.Map(one);
        CancelInitiativeMeeting.Map(one);
        AddInitiativeFile.Map(one);
        GetInitiativeFile.Map(one);
        RemoveInitiativeFile.Map(one);

        ListSchoolTasks.Map(api);
        SetSchoolTask.Map(api);
        ListSchoolTaskTargets.Map(api);
        var task = api.MapGroup("/school-tasks/{taskId:guid}").WithTags("Initiatives");
        GetSchoolTask.Map(task);
        ListSchoolReports.Map(task);
        ExportSchoolReports.Map(task);
        AcceptSchoolReport.Map(task);
        ReturnSchoolReport.Map(task);
        RemindSchoolTask.Map(task);
        WithdrawSchoolTask.Map(task);
    }
}

public enum InitiativeStatus { Draft, Open, Running, Completed, Closed }

/// <summary>`Gather` is to invite and let in, `Work` to write, to set tasks and to meet.</summary>
public enum InitiativeStep { Revise, Open, Begin, Complete, Close, Gather, Work }

/// <summary>How far one is told of, and who may join.</summary>
public enum InitiativeScope { Municipality, Region, Country }

/// <summary>`Suggested` by the own school, `Invited` by the leader.</summary>
public enum InitiativeMemberStatus { Invited, Suggested, Asked, In, Declined, Refused, Left }

public enum InitiativeMemberStep { Accept, Decline, LetIn, Refuse, Leave }

public enum InitiativeTaskStatus { Open, Taken, Done, Dropped }

public enum InitiativeTaskStep { Take, GiveBack, Finish, Drop }

/// <summary>Whether a meeting of the group stands.</summary>
public enum InitiativeMeetingStatus { Planned, Cancelled }

/// <summary>How far a school is with a task.</summary>
public enum SchoolReportStatus { Assigned, Reported, Accepted, Returned, Withdrawn }

public enum SchoolReportStep { Report, Accept, Return, Withdraw }

/// <summary>An initiative after a step.</summary>
/// <param name="Version">To be given with the next change.</param>
public sealed record InitiativeState(Guid Id, InitiativeStatus Status, int Version);

/// <summary>Somebody in or before an initiative, after a step.</summary>
public sealed record InitiativeMemberState(Guid Id, InitiativeMemberStatus Status);

/// <summary>A task of the group after a step.</summary>
/// <param name="Version">To be given with the next change.</param>
public sealed record InitiativeTaskState(Guid Id, InitiativeTaskStatus Status, int Version);

/// <summary>A meeting of the group after a step.</summary>
/// <param name="Version">To be given with the next change.</param>
public sealed record InitiativeMeetingState(Guid Id, InitiativeMeetingStatus Status, int Version);

/// <summary>A school's part of a task after a step.</summary>
/// <param name="Version">To be given with the next change.</param>
public sealed record SchoolReportState(Guid Id, SchoolReportStatus Status, int Version);
