using Mentoring.Api.Features.Region.Resources;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.Region.Resources;

public sealed class ResourceLifeTests
{
    const string Life = """
        step     | Offered   | Withdrawn
        Revise   | Offered   |
        Withdraw | Withdrawn |
        Offer    |           | Offered
        OpenRun  | Offered   |
        """;

    [TestCaseSource(nameof(Cells))]
    public void A_resource(string status, string step, string next) => LifecycleTable.Holds(ResourceLife.Steps, status, step, next);

    [Test]
    public void The_table_holds_every_pair() => LifecycleTable.IsComplete<ResourceStatus, ResourceStep>(Life);

    static IEnumerable<TestCaseData> Cells() => LifecycleTable.Cells(Life);
}
