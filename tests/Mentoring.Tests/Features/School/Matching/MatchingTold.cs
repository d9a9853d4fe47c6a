using Mentoring.Api.Features.School.Matching;
using Mentoring.Tests.Features.Common.Notifications;

namespace Mentoring.Tests.Features.School.Matching;

/// <summary>Who hears of what happens in this area.</summary>
sealed class MatchingTold : ITold
{
    static readonly Guid Any = Guid.Parse("019ab000-0000-7000-8000-000000000001");
    const string Pair = "Mentee Mentor";

    public IEnumerable<ToldOf> All =>
    [
        new(new MatchRequestSent(Any, Any, null), "Match", $"MatchAsked: {Pair}"),
        new(new MatchRequestAnswered(default, true, MatchRequestStatus.Requested), "Match", ""),
        new(new MatchRequestAnswered(default, true, MatchRequestStatus.Accepted), "Match", $"MatchAgreed: {Pair}; MatchAnswered: Curator"),
        new(new MatchRequestAnswered(default, false, MatchRequestStatus.Declined), "Match", $"MatchAnswered: Curator; MatchDeclined: {Pair}"),
        new(new MatchRequestWithdrawn(), "Match", $"MatchClosed: {Pair}"),
        new(new MatchRequestLeft(), "Match", $"MatchClosed: {Pair}"),
        new(new MatchRequestClosed(MatchRequestReason.OutOfTime), "Match", $"MatchClosed: {Pair}; MatchExpired: Curator"),
        new(new MatchRequestClosed(MatchRequestReason.PersonLeft), "Match", $"MatchClosed: {Pair}; MatchExpired: Curator"),
        new(new MatchRequestClosed(MatchRequestReason.MenteePaired), "Match", $"MatchClosed: {Pair}"),
        new(new MatchRequestClosed(MatchRequestReason.ProgramDrafted), "Match", ""),
    ];
}
