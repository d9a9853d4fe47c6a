using Mentoring.Api.Platform;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.Common.Notifications;

/// <summary>A role that opens what is confidential is given before the eyes of the person and of the region.</summary>
public sealed class TellRolesTests : NotificationTest
{
    [Test]
    public async Task The_person_is_asked_the_coordinators_hear_of_the_answer_and_everybody_of_the_decision()
    {
        var candidate = await World.Account(await World.Teacher(School.Id, "Психологова"));
        var (region, town) = (await As(Role.RegionalCoordinator, World.Region), await As(Role.MunicipalCoordinator, World.Municipality));
        var elsewhere = await As(Role.RegionalCoordinator, World.OtherRegion);
        var body = new { accountId = candidate, role = "Psychologist", organizationId = School.Id, basis = "Приказ № 12" };
        var id = (Guid)(await Head.Post("/api/v1/role-assignments", body).Gives(201))["id"]!;
        Assert.That(await Kinds(As(candidate)), Is.EqualTo(new[] { "RoleAsked" }));
        Assert.That(await Kinds(region), Is.Empty);

        await As(candidate).Post($"/api/v1/role-proposals/{id}/answer", new { version = 1, accepted = true }).Ok();
        foreach (var coordinator in (HttpClient[])[region, town]) Assert.That(await Kinds(coordinator), Is.EqualTo(new[] { "RoleToConfirm" }));

        await region.Post($"/api/v1/role-proposals/{id}/decide", new { version = 2, confirmed = true }).Ok();
        Assert.That(await Kinds(As(candidate)), Is.EquivalentTo(new[] { "RoleAsked", "RoleDecided" }));
        Assert.That(await Kinds(Head), Is.EqualTo(new[] { "RoleSettled" }));
        Assert.That(await Kinds(town), Is.EquivalentTo(new[] { "RoleToConfirm", "RoleSettled" }));
        Assert.That(await Kinds(elsewhere), Is.Empty);
    }
}
