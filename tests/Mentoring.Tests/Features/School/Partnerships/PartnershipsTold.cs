using Mentoring.Api.Features.School.Partnerships;
using Mentoring.Tests.Features.Common.Notifications;

namespace Mentoring.Tests.Features.School.Partnerships;

/// <summary>Who hears of what happens in this area.</summary>
sealed class PartnershipsTold : ITold
{
    public IEnumerable<ToldOf> All =>
    [
        new(new ContractNearsEnd(), "Contract", "ContractEnding: Centre Curator; OwnContractEnding: Named"),
        new(new NextStepLapsed(), "Step", "NextStepOverdue: Centre Curator; OwnStepOverdue: Named"),
    ];
}
