using Mentoring.Api.Platform;
using static Mentoring.Api.Features.Region.Initiatives.InitiativeStatus;

namespace Mentoring.Api.Features.Region.Initiatives;

/// <summary>The lives of an initiative, of who is in it, of its tasks, and of what a school reports.</summary>
public static class InitiativeLife
{
    public static readonly Lifecycle<InitiativeStatus, InitiativeStep> Steps = new("initiative.not-now",
        new Dictionary<(InitiativeStatus, InitiativeStep), InitiativeStatus>
        {
            [(Draft, InitiativeStep.Revise)] = Draft,
            [(Draft, InitiativeStep.Open)] = Open,
            [(Draft, InitiativeStep.Close)] = Closed,
            [(Open, InitiativeStep.Revise)] = Open,
            [(Open, InitiativeStep.Begin)] = Running,
            [(Open, InitiativeStep.Close)] = Closed,
            [(Open, InitiativeStep.Gather)] = Open,
            [(Open, InitiativeStep.Work)] = Open,
            [(Running, InitiativeStep.Revise)] = Running,
            [(Running, InitiativeStep.Complete)] = Completed,
            [(Running, InitiativeStep.Close)] = Closed,
            [(Running, InitiativeStep.Gather)] = Running,
            [(Running, InitiativeStep.Work)] = Running,
        });

    public static readonly Lifecycle<InitiativeMemberStatus, InitiativeMemberStep> Members = new("initiative.member-not-now",
        new Dictionary<(InitiativeMemberStatus, InitiativeMemberStep), InitiativeMemberStatus>
        {
            [(InitiativeMemberStatus.Invited, InitiativeMemberStep.Accept)] = InitiativeMemberStatus.In,
            [(InitiativeMemberStatus.Invited, InitiativeMemberStep.Decline)] = InitiativeMemberStatus.Declined,
            // Whom the school puts forward says yes first; then the leader lets in.
            [(InitiativeMemberStatus.Suggested, InitiativeMemberStep.Accept)] = InitiativeMemberStatus.Asked,
            [(InitiativeMemberStatus.Suggested, InitiativeMemberStep.Decline)] = InitiativeMemberStatus.Declined,
            [(InitiativeMemberStatus.Asked, InitiativeMemberStep.LetIn)] = InitiativeMemberStatus.In,
            [(InitiativeMemberStatus.Asked, InitiativeMemberStep.Refuse)] = InitiativeMemberStatus.Refused,
            [(InitiativeMemberStatus.Asked, InitiativeMemberStep.Leave)] = InitiativeMemberStatus.Left,
            [(InitiativeMemberStatus.In, InitiativeMemberStep.Leave)] = InitiativeMemberStatus.Left,
        });

    public static readonly Lifecycle<InitiativeTaskStatus, InitiativeTaskStep> Tasks = new("initiative.task-not-now",
        new Dictionary<(InitiativeTaskStatus, InitiativeTaskStep), InitiativeTaskStatus>
        {
            [(InitiativeTaskStatus.Open, InitiativeTaskStep.Take)] = InitiativeTaskStatus.Taken,
            [(InitiativeTaskStatus.Open, InitiativeTaskStep.Drop)] = InitiativeTaskStatus.Dropped,
            [(InitiativeTaskStatus.Taken, InitiativeTaskStep.GiveBack)] = InitiativeTaskStatus.Open,
            [(InitiativeTaskStatus.Taken, InitiativeTaskStep.Finish)] = InitiativeTaskStatus.Done,
            [(InitiativeTaskStatus.Taken, InitiativeTaskStep.Drop)] = InitiativeTaskStatus.Dropped,
        });

    public static readonly Lifecycle<SchoolReportStatus, SchoolReportStep> Reports = new("school-task.not-now",
        new Dictionary<(SchoolReportStatus, SchoolReportStep), SchoolReportStatus>
        {
            [(SchoolReportStatus.Assigned, SchoolReportStep.Report)] = SchoolReportStatus.Reported,
            [(SchoolReportStatus.Assigned, SchoolReportStep.Withdraw)] = SchoolReportStatus.Withdrawn,
            [(SchoolReportStatus.Reported, SchoolReportStep.Accept)] = SchoolReportStatus.Accepted,
            [(SchoolReportStatus.Reported, SchoolReportStep.Return)] = SchoolReportStatus.Returned,
            [(SchoolReportStatus.Reported, SchoolReportStep.Withdraw)] = SchoolReportStatus.Withdrawn,
            [(SchoolReportStatus.Returned, SchoolReportStep.Report)] = SchoolReportStatus.Reported,
            [(SchoolReportStatus.Returned, SchoolReportStep.Withdraw)] = SchoolReportStatus.Withdrawn,
        });

    public static readonly Lifecycle<InitiativeMeetingStatus, InitiativeMeetingStatus> Meetings =
        Lifecycle.Of("initiative.meeting-not-now", (InitiativeMeetingStatus.Planned, InitiativeMeetingStatus.Cancelled));

    /// <summary>A member takes what is free; who has taken it gives it back or finishes it; anybody in the group drops it.</summary>
    public static IReadOnlyList<InitiativeTaskStep> Permitted(InitiativeTaskStatus status, bool taker) => [.. Tasks.From(status)
        .Where(step => step is InitiativeTaskStep.Take or InitiativeTaskStep.Drop || taker)];
}
