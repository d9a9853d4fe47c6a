using Mentoring.Api.Features.School.Risks;
using Mentoring.Tests.Features.Common.Notifications;

namespace Mentoring.Tests.Features.School.Risks;

/// <summary>Who hears of what happens in this area.</summary>
sealed class RisksTold : ITold
{
    const string Pair = "Mentee Mentor";

    public IEnumerable<ToldOf> All =>
    [
        new(new SignalReachedPair(), "", $"SignalRaised: {Pair}"),
        new(new SignalReachedSchool(), "", "SignalShown: Curator"),
    ];
}
