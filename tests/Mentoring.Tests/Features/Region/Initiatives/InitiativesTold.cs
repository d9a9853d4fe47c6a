using Mentoring.Api.Features.Region.Initiatives;
using Mentoring.Tests.Features.Common.Notifications;

namespace Mentoring.Tests.Features.Region.Initiatives;

/// <summary>Who hears of what happens in this area.</summary>
sealed class InitiativesTold : ITold
{
    static readonly DateOnly Day = new(2026, 9, 1);

    public IEnumerable<ToldOf> All =>
    [
        new(new InitiativeStarted(InitiativeScope.Region), "Initiative", ""),
        new(new InitiativeRevised(), "Initiative", ""),
        new(new InitiativeMoved(InitiativeStep.Open), "Initiative", ""),
        new(new InitiativeMoved(InitiativeStep.Complete), "Initiative", "InitiativeNews: Bystander Named"),
        new(new InitiativeOffered(), "Initiative", "InitiativeForSchool: Centre Curator Head"),
        new(new InitiativeInvited(false), "InitiativeMember", "InitiativeInvitation: Named"),
        new(new InitiativeAsked(), "InitiativeMember", "InitiativeWish: Bystander"),
        new(new InitiativeAnswered(true), "InitiativeMember", "InitiativeAnswer: Bystander"),
        new(new InitiativeDecided(true), "InitiativeMember", "InitiativeLetIn: Named"),
        new(new InitiativeDecided(false), "InitiativeMember", "InitiativeNotLetIn: Named"),
        new(new InitiativeLeft(InitiativeMemberStatus.In), "InitiativeMember", "InitiativeMemberLeft: Bystander"),
        new(new InitiativeLeft(InitiativeMemberStatus.Asked), "InitiativeMember", ""),
        new(new InitiativeHandedOver(), "Initiative", "InitiativeLed: Bystander"),
        new(new InitiativeLapsed(), "Initiative", "InitiativeNews: Bystander Named"),
        new(new InitiativeWritten(), "Initiative", "InitiativeMessage: Bystander Named"),
        new(new InitiativeTaskSet(true), "InitiativeTask", "InitiativeTaskGiven: Named"),
        new(new InitiativeTaskSet(false), "InitiativeTask", ""),
        new(new InitiativeTaskMoved(InitiativeTaskStep.Take), "InitiativeTask", ""),
        new(new InitiativeTaskNears(), "InitiativeTask", "InitiativeTaskDue: Named"),
        new(new InitiativeMeetingSet(), "InitiativeMeeting", "InitiativeMeetingPlanned: Bystander Named"),
        new(new InitiativeMeetingCalledOff(), "InitiativeMeeting", "InitiativeMeetingCancelled: Bystander Named"),
        new(new InitiativeFileAdded(), "Initiative", "InitiativeFileBrought: Bystander Named"),
        new(new InitiativeFileRemoved(), "Initiative", ""),
        new(new SchoolTaskSet(Day), "SchoolReport", "SchoolTaskGiven: Curator Head"),
        new(new SchoolTaskNears(), "SchoolReport", "SchoolTaskDue: Curator Head"),
        new(new SchoolTaskReminded(), "SchoolReport", "SchoolTaskReminder: Curator Head"),
        new(new SchoolTaskReported(), "SchoolReport", "SchoolReportHandedIn: Town"),
        new(new SchoolReportAccepted(), "SchoolReport", "SchoolReportTaken: Curator Head"),
        new(new SchoolReportReturned(), "SchoolReport", "SchoolReportSentBack: Curator Head"),
        new(new SchoolTaskWithdrawn(), "SchoolReport", "SchoolTaskDropped: Curator Head"),
    ];
}
