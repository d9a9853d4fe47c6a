using Mentoring.Api.Features.School.Delegations;
using Mentoring.Api.Platform;
using Mentoring.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Mentoring.Tests.Features.School.Delegations;

/// <summary>A component goes to other people: not back to whoever handed it over, and the confidential one not unnoticed.</summary>
[Covers(nameof(AcceptDelegation), nameof(DeclineDelegation))]
public sealed class AcceptDelegationTests : ApiTest
{
    Guid _giver;
    Guid _taker;
    Guid _both;

    [SetUp]
    public async Task OpenTwo()
    {
        (_giver, _taker) = (await World.School(), await World.School());
        _both = await World.Account(Role.Head, _giver);
    }

    async Task<Guid> Proposed(HttpClient head, string component)
    {
        var today = RegionTime.DayOf(DateTimeOffset.UtcNow, "Europe/Moscow");
        return (Guid)(await head.Post($"/api/v1/organizations/{_giver}/delegations",
            new { takerId = _taker, component, startsOn = $"{today:O}", endsOn = $"{today.AddDays(30):O}", basis = "Соглашение № 4" }).Gives(201))["id"]!;
    }

    async Task<Guid> Accepted(string component)
    {
        var id = await Proposed(As(_both), component);
        await (await As(Role.Head, _taker)).Post($"/api/v1/delegations/{id}/accept", new { version = 1 }).Ok();
        return id;
    }

    async Task<IEnumerable<string?>> AtGiver(Guid account)
    {
        Services.GetRequiredService<Access>().Forget(account.ToString());
        var me = await As(account).GetAsync("/api/v1/me").Ok();
        return me["assignments"]!.AsArray().Where(one => (Guid)one!["organizationId"]! == _giver)
            .Select(one => (string?)one!["delegated"] ?? (string?)one["role"]);
    }

    [Test]
    public async Task Who_leads_both_organizations_does_not_accept_what_they_proposed()
    {
        await World.Assign(_both, Role.Head, _taker);
        var id = await Proposed(As(_both), "Psychologist");
        await As(_both).Post($"/api/v1/delegations/{id}/accept", new { version = 1 }).IsProblem(403, "delegation.second-person");
        await (await As(Role.Head, _taker)).Post($"/api/v1/delegations/{id}/accept", new { version = 1 }).Ok();

        var declined = await Proposed(As(_both), "Events");
        await As(_both).Post($"/api/v1/delegations/{declined}/decline", new { version = 1 }).Ok();
    }

    [Test]
    public async Task What_a_school_hands_over_does_not_come_back_to_its_head_by_a_role_elsewhere()
    {
        var other = await World.Account(Role.Psychologist, _taker);
        await World.Assign(_both, Role.Psychologist, _taker);
        await Accepted("Psychologist");
        Assert.That(await AtGiver(other), Is.EqualTo(new[] { "Psychologist" }));
        Assert.That(await AtGiver(_both), Is.EqualTo(new[] { "Head" }));
        await As(_both).GetAsync($"/api/v1/organizations/{_giver}/psychology/queue").IsProblem(404, "not-found");
        await As(_both).GetAsync($"/api/v1/organizations/{_taker}/psychology/queue").Ok();
    }

    [Test]
    public async Task Who_acts_as_curator_for_a_school_is_not_its_psychologist_meanwhile()
    {
        var psychologist = await World.Account(Role.Psychologist, _giver);
        await World.Assign(psychologist, Role.Curator, _taker);
        Assert.That(await AtGiver(psychologist), Is.EqualTo(new[] { "Psychologist" }));
        await Accepted("CuratorDuties");
        Assert.That(await AtGiver(psychologist), Is.EqualTo(new[] { "CuratorDuties" }));
    }

    [Test]
    public async Task The_region_and_the_psychologists_hear_of_a_confidential_component_and_of_no_other()
    {
        var (region, town) = (await World.Account(Role.RegionalCoordinator, World.Region), await World.Account(Role.MunicipalCoordinator, World.Municipality));
        var psychologist = await World.Account(Role.Psychologist, _taker);
        await Accepted("Events");
        Assert.That(await Told(region), Is.Empty);
        await Accepted("Psychologist");
        foreach (var account in (Guid[])[region, town, psychologist]) Assert.That(await Told(account), Does.Contain("ConfidentialDelegated"));
    }

    async Task<IEnumerable<string?>> Told(Guid account)
    {
        await Services.GetRequiredService<OutboxDrain>().Run(default);
        return (await As(account).GetAsync("/api/v1/me/notifications").Ok())["items"]!.AsArray().Select(item => (string?)item!["kind"]);
    }
}
