using Mentoring.Api.Platform;

namespace Mentoring.Tests.Rules;

public sealed class ConfidentialTests
{
    static readonly Guid School = Guid.NewGuid();
    static readonly Guid Centre = Guid.NewGuid();

    [Test]
    public void Two_roles_and_one_component_open_what_is_closed_to_the_head()
    {
        Assert.That(Confidential.Roles, Is.EquivalentTo(new[] { Role.CouncilChair, Role.Psychologist }));
        Assert.That(Confidential.Components, Is.EquivalentTo(new[] { Component.Psychologist }));
    }

    [Test]
    public void No_role_of_a_place_gives_what_only_taking_part_gives()
    {
        Permission[] ofPair = [Permission.MeetingNotes, Permission.ProgramConsent, Permission.ProgramSign, Permission.MeetingConfirm];
        Assert.That(Roles.Permissions.Where(of => of.Value.Overlaps(ofPair)).Select(of => of.Key), Is.Empty);
        Assert.That(Roles.OfComponent.Where(of => of.Value.Overlaps(ofPair)).Select(of => of.Key), Is.Empty);
    }

    [Test]
    public void Whoever_confirms_stands_outside_every_school()
    {
        Role[] confirming = [.. Roles.Permissions.Where(of => of.Value.Contains(Permission.RoleConfirm)).Select(of => of.Key)];
        Assert.That(confirming, Is.EquivalentTo(new[] { Role.MunicipalCoordinator, Role.RegionalCoordinator, Role.SystemAdministrator }));
        Assert.That(Roles.OfComponent.Where(of => of.Value.Contains(Permission.RoleConfirm)), Is.Empty);
    }

    [Test]
    public void Who_leads_a_school_gets_nothing_of_it_through_what_it_handed_over()
    {
        foreach (var lead in (Role[])[Role.Head, Role.Curator])
            foreach (var component in Enum.GetValues<Component>())
                Assert.That(Kept(Own(lead), Handed(component)), Is.EqualTo(new[] { lead.ToString() }), $"{lead}, {component}");
    }

    [Test]
    public void Who_acts_as_curator_for_a_school_does_not_read_there_what_is_confidential()
    {
        Assert.That(Kept(Own(Role.Psychologist), Handed(Component.CuratorDuties)), Is.EqualTo(new[] { "CuratorDuties" }));
        Assert.That(Kept(Handed(Component.Psychologist), Handed(Component.CuratorDuties)), Is.EqualTo(new[] { "CuratorDuties" }));
        Assert.That(Kept(Own(Role.CouncilChair), Own(Role.Head)), Is.EqualTo(new[] { "Head" }), "rows that are older than the rule");
    }

    [Test]
    public void At_another_place_each_stays_what_it_is()
    {
        Assert.That(Kept(Own(Role.Head), Own(Role.Psychologist) with { OrganizationId = Centre }), Is.EqualTo(new[] { "Head", "Psychologist" }));
        Assert.That(Kept(Own(Role.Mentor), Handed(Component.Psychologist)), Is.EqualTo(new[] { "Mentor", "Psychologist" }));
        var analyst = new Assignment { Role = Role.RegionalAnalyst, TerritoryCode = "RU-TVE" };
        Assert.That(Kept(analyst, Own(Role.Curator)), Is.EqualTo(new[] { "RegionalAnalyst", "Curator" }));
    }

    static Assignment Own(Role role) => new() { Role = role, OrganizationId = School };

    static Assignment Handed(Component component) => new() { Role = Role.Psychologist, OrganizationId = School, Delegated = component };

    static IEnumerable<string> Kept(params Assignment[] held) => Confidential.Apart(held).Select(a => a.Delegated?.ToString() ?? a.Role.ToString());
}
