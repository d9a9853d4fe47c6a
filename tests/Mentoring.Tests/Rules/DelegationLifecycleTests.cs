using Mentoring.Api.Features.School.Delegations;
using Mentoring.Api.Platform;

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

    public static IEnumerable<TestCaseData> EveryPair()
    {
        var rows = Table.Split('\n').Select(row => row.Split('|').Select(cell => cell.Trim()).ToArray()).ToList();
        foreach (var row in rows.Skip(1))
            for (var i = 1; i < rows[0].Length; i++)
                yield return new TestCaseData(Enum.Parse<DelegationStatus>(rows[0][i]), Enum.Parse<DelegationStep>(row[0]),
                    row[i])
                { TestName = $"{rows[0][i]} {row[0]} {row[i]}" };
    }

    [TestCaseSource(nameof(EveryPair))]
    public void Each_step_leads_where_the_table_says(DelegationStatus status, DelegationStep step, string next)
    {
        Assert.That(DelegationLifecycle.Allows(status, step), Is.EqualTo(next.Length > 0));
        if (next.Length > 0) Assert.That(DelegationLifecycle.Next(status, step).ToString(), Is.EqualTo(next));
        else Assert.Throws<RuleViolation>(() => DelegationLifecycle.Next(status, step));
    }

    [Test]
    public void The_table_holds_every_pair() =>
        Assert.That(EveryPair().Count(), Is.EqualTo(Enum.GetValues<DelegationStatus>().Length * Enum.GetValues<DelegationStep>().Length));

    [Test]
    public void Every_component_gives_rights_and_none_gives_the_schools_people_away()
    {
        Assert.That(Roles.OfComponent.Keys, Is.EquivalentTo(Enum.GetValues<Component>()));
        Permission[] kept = [Permission.StaffWrite, Permission.RosterImport, Permission.AccountManage, Permission.ProgramHead, Permission.DelegationManage];
        Assert.That(Roles.OfComponent.Values.SelectMany(rights => rights).Intersect(kept), Is.Empty);
    }
}
