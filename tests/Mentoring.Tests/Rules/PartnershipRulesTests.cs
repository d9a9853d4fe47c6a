using Mentoring.Api.Features.School.Events;
using Mentoring.Api.Features.School.Partnerships;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Rules;

public sealed class PartnershipRulesTests
{
    const string Contracts = """
                  | Draft      | InForce    | Ended | Terminated
        Sign      | InForce    |            |       |
        End       |            | Ended      |       |
        Terminate | Terminated | Terminated |       |
        """;

    const string Events = """
               | Planned   | Held | Cancelled
        Hold   | Held      |      |
        Cancel | Cancelled |      |
        """;

    [TestCaseSource(nameof(Cells), new object[] { Contracts })]
    public void A_contract(string status, string step, string next) => LifecycleTable.Holds(PartnerContractLifecycle.Life, status, step, next);

    [TestCaseSource(nameof(Cells), new object[] { Events })]
    public void An_event(string status, string step, string next) => LifecycleTable.Holds(PublicEventLifecycle.Life, status, step, next);

    [Test]
    public void Every_step_and_status_stands_in_the_tables()
    {
        LifecycleTable.IsComplete<PartnerContractStatus, PartnerContractStep>(Contracts);
        LifecycleTable.IsComplete<PublicEventStatus, PublicEventStep>(Events);
    }

    static IEnumerable<TestCaseData> Cells(string table) => LifecycleTable.Cells(table);

    [TestCase(PartnerContractStatus.InForce, 31, PartnerContractWarning.None)]
    [TestCase(PartnerContractStatus.InForce, 30, PartnerContractWarning.EndsSoon)]
    [TestCase(PartnerContractStatus.InForce, 1, PartnerContractWarning.EndsSoon)]
    [TestCase(PartnerContractStatus.InForce, 0, PartnerContractWarning.TermOver)]
    [TestCase(PartnerContractStatus.Draft, 1, PartnerContractWarning.None)]
    [TestCase(PartnerContractStatus.Ended, 0, PartnerContractWarning.None)]
    public void A_contract_in_force_warns_thirty_days_before_it_ends(PartnerContractStatus status, int days, PartnerContractWarning warning)
    {
        var today = new DateOnly(2026, 11, 28);
        Assert.That(PartnerContractLifecycle.Warning(status, today.AddDays(days), today), Is.EqualTo(warning));
        Assert.That(PartnerContractLifecycle.Warning(status, null, today), Is.EqualTo(PartnerContractWarning.None));
    }
}
