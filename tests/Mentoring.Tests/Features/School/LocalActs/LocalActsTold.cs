using Mentoring.Api.Features.School.LocalActs;
using Mentoring.Tests.Features.Common.Notifications;

namespace Mentoring.Tests.Features.School.LocalActs;

/// <summary>Who hears of what happens in this area.</summary>
sealed class LocalActsTold : ITold
{
    static readonly DateOnly Day = new(2026, 9, 1);
    const string Readers = "Chair Curator Head Member Psychologist Union";

    public IEnumerable<ToldOf> All =>
    [
        new(new CosignRequested(1), "Act", "ActCosignRequested: Union"),
        new(new CosignDecided(true, 1), "Act", "ActAwaitsHead: Head; ActCosigned: Named"),
        new(new CosignDecided(false, 1), "Act", "ActObjected: Head Named"),
        new(new ActAgreed(1), "Act", "ActAwaitsHead: Head"),
        new(new ActSentBack(1), "Act", "ActReturned: Named"),
        new(new ActSigned(1, Day, ActStatus.Approved), "Act", "ActApproved: Curator Named"),
        new(new ActSigned(1, Day, ActStatus.InForce), "Act", $"ActInForce: {Readers}"),
        new(new ActTookForce(Day), "Act", $"ActInForce: {Readers}"),
        new(new ActTakenBack(ActStatus.InForce), "Act", $"ActRepealed: {Readers}"),
        new(new ActTakenBack(ActStatus.Approved), "Act", ""),
    ];
}
