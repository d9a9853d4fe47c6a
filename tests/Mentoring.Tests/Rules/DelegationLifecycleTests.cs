using Mentoring.Api.Features.School.Delegations;
using Mentoring.Api.Platform;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Rules;

public sealed class DelegationLifecycleTests
{
    /// <summary>The whole life, row by row; an empty cell is a step that is not possible.</summary>
    const string Table = """
        step     | Proposed  | Accepted  | InForce | Ended | Declined | Withdrawn
        Accept   | Accepted  |           |         |       |          |
        Decline  | Declined  |           |         |       |          |
        Withdraw | Withdrawn | Withdrawn |         |       |          |
        Begin    |           | InForce   |         |       |          |
        End      |           | Ended     | Ended   |       |          |
        """;

    public static IEnumerable<TestCaseData> EveryPair() => LifecycleTable.Cells(Table);

    [TestCaseSource(nameof(EveryPair))]
    public void Each_step_leads_where_the_table_says(string status, string step, string next) =>
        LifecycleTable.Holds(DelegationLifecycle.Steps, status, step, next);

    [Test]
    public void The_table_holds_every_pair() => LifecycleTable.IsComplete<DelegationStatus, DelegationStep>(Table);

    [Test]
    public void Every_component_gives_rights_and_none_gives_the_schools_people_away()
    {
        Assert.That(Roles.OfComponent.Keys, Is.EquivalentTo(Enum.GetValues<Component>()));
        Permission[] kept = [Permission.StaffWrite, Permission.RosterImport, Permission.AccountManage, Permission.ProgramHead, Permission.DelegationManage];
        Assert.That(Roles.OfComponent.Values.SelectMany(rights => rights).Intersect(kept), Is.Empty);
    }
}
