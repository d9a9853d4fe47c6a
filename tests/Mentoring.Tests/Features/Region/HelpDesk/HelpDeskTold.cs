using Mentoring.Api.Features.Region.HelpDesk;
using Mentoring.Tests.Features.Common.Notifications;

namespace Mentoring.Tests.Features.Region.HelpDesk;

/// <summary>Who hears of what happens in this area.</summary>
sealed class HelpDeskTold : ITold
{
    static readonly Guid Any = Guid.Parse("019ab000-0000-7000-8000-000000000001");

    public IEnumerable<ToldOf> All =>
    [
        new(new HelpSent(Any, "consultation"), "Help", ""),
        new(new HelpReceived("consultation"), "Help", "HelpAsked: Centre"),
        new(new HelpMoved(HelpStep.Take), "Help", "HelpTaken: Named"),
        new(new HelpMoved(HelpStep.Answer), "Help", "HelpAnswered: Named"),
        new(new HelpMoved(HelpStep.Redirect), "Help", "HelpRedirected: Named"),
        new(new HelpDecided(HelpStep.Close), "Help", ""),
        new(new HelpDecided(HelpStep.Reopen), "Help", "HelpReopened: Bystander"),
        new(new HelpWrittenByBody(HelpEntryKind.Message), "Help", "HelpWritten: Named"),
        new(new HelpWrittenByBody(HelpEntryKind.Note), "Help", ""),
        new(new HelpWrittenByAsker(HelpEntryKind.File), "Help", "HelpWritten: Bystander"),
        new(new HelpPassed(Any), "Help", ""),
        new(new HelpRanOut(new(2026, 9, 1)), "Help", "HelpOverdue: Bystander Centre"),
        new(new HelpReported(Any), "Help", "HelpEscalated: Region"),
        new(new HelpEnded(), "Help", "HelpWithdrawn: Named"),
        new(new HelpRuleSet(5), "School", ""),
        new(new HelpArticleDrafted(), "School", ""),
        new(new HelpArticleRevised(), "School", ""),
        new(new HelpArticleMoved(HelpArticleStatus.Published, false), "School", ""),
        new(new HelpArticleRated(true), "School", ""),
    ];
}
