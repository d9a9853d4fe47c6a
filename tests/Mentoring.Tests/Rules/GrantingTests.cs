using Mentoring.Api.Features.Common.Identity;
using Mentoring.Api.Features.Common.Territories;
using Mentoring.Api.Platform;

namespace Mentoring.Tests.Rules;

public sealed class GrantingTests
{
    [Test]
    public void Each_role_has_its_kind_of_place()
    {
        TerritoryLevel? school = null;
        var places = new Dictionary<Role, TerritoryLevel?[]>
        {
            [Role.Head] = [school], [Role.Curator] = [school], [Role.CouncilChair] = [school], [Role.CouncilMember] = [school], [Role.Psychologist] = [school],
            [Role.UnionRepresentative] = [school], [Role.SiteEditor] = [school], [Role.Mentor] = [school], [Role.Mentee] = [school],
            [Role.MunicipalCoordinator] = [TerritoryLevel.Municipality],
            [Role.RegionalCoordinator] = [TerritoryLevel.Region], [Role.RegionalAnalyst] = [TerritoryLevel.Region],
            [Role.FederalOperator] = [TerritoryLevel.Federation], [Role.FederalAnalyst] = [TerritoryLevel.Federation],
            [Role.SystemAdministrator] = [TerritoryLevel.Federation], [Role.IntegratingSystem] = [school, TerritoryLevel.Region],
            [Role.CentreHead] = [school], [Role.Tutor] = [school], [Role.Methodologist] = [school], [Role.Expert] = [school],
        };
        Assert.That(places.Keys, Is.EquivalentTo(Enum.GetValues<Role>()));
        Assert.Multiple(() =>
        {
            foreach (var role in Enum.GetValues<Role>())
                foreach (var level in Enum.GetValues<TerritoryLevel>().Cast<TerritoryLevel?>().Append(school))
                    Assert.That(Granting.Fits(role, level), Is.EqualTo(places[role].Contains(level)), $"{role} at {level?.ToString() ?? "organization"}");
        });
    }

    [Test]
    public void Roles_of_the_external_contour_are_held_at_its_bodies_and_no_others_are_bound_to_a_kind()
    {
        foreach (var role in Enum.GetValues<Role>())
        {
            Assert.DoesNotThrow(() => Granting.DemandBody(role, "Cnppm"));
            if (role is Role.CentreHead or Role.Tutor or Role.Methodologist or Role.Expert)
                Assert.That(Assert.Throws<BadInput>(() => Granting.DemandBody(role, "School"))!.Code, Is.EqualTo("role.body-only"));
            else Assert.DoesNotThrow(() => Granting.DemandBody(role, "School"));
        }
    }

    [Test]
    public void Heads_give_the_roles_of_a_school_but_not_their_own()
    {
        Role[] byHeads = [Role.Curator, Role.CouncilChair, Role.CouncilMember, Role.Psychologist, Role.UnionRepresentative, Role.SiteEditor, Role.Mentor,
            Role.Mentee, Role.Tutor, Role.Methodologist, Role.Expert];
        Assert.That(Enum.GetValues<Role>().Where(role => Granting.May(administrator: false, role)), Is.EquivalentTo(byHeads));
        Assert.That(Enum.GetValues<Role>().Where(role => Granting.May(administrator: true, role)), Is.EquivalentTo(Enum.GetValues<Role>()));
    }
}
