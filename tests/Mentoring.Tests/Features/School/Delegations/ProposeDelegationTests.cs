using Mentoring.Api.Features.School.Delegations;
using Mentoring.Api.Platform;
using Mentoring.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Mentoring.Tests.Features.School.Delegations;

[Covers(nameof(EndDelegation), nameof(ListDelegations), nameof(ProposeDelegation), nameof(WithdrawDelegation))]
public sealed class ProposeDelegationTests : ApiTest
{
    FakeTimeProvider Clock { get; } = new(DateTimeOffset.UtcNow);

    protected override TimeProvider Time => Clock;

    Guid _giver;
    Guid _taker;
    HttpClient _head = null!;
    HttpClient _takersHead = null!;
    Guid _takersCurator;

    [SetUp]
    public async Task OpenTwo()
    {
        (_giver, _taker) = (await World.School(), await World.School());
        (_head, _takersHead) = (await As(Role.Head, _giver), await As(Role.Head, _taker));
        _takersCurator = await World.Account(Role.Curator, _taker);
    }

    DateOnly Today => RegionTime.DayOf(Clock.GetUtcNow(), "Europe/Moscow");

    object Offer(int from = 0, int until = 30, string component = "CuratorDuties", Guid? taker = null, string basis = "Соглашение от 01.09.2026 № 4") =>
        new { takerId = taker ?? _taker, component, startsOn = $"{Today.AddDays(from):O}", endsOn = $"{Today.AddDays(until):O}", basis };

    async Task<Guid> Proposed(int from = 0, int until = 30, string component = "CuratorDuties") =>
        (Guid)(await _head.Post($"/api/v1/organizations/{_giver}/delegations", Offer(from, until, component)).Gives(201))["id"]!;

    async Task<Guid> Accepted(int from = 0, int until = 30, string component = "CuratorDuties")
    {
        var id = await Proposed(from, until, component);
        await _takersHead.Post($"/api/v1/delegations/{id}/accept", new { version = 1 }).Ok();
        return id;
    }

    /// <summary>What the taker's curator gets when acting at the giver; rights are kept for seconds, a test does not wait.</summary>
    async Task<int> AtGiver(string path = "people")
    {
        Services.GetRequiredService<Access>().Forget(_takersCurator.ToString());
        using var answer = await As(_takersCurator).GetAsync($"/api/v1/organizations/{_giver}/{path}");
        return (int)answer.StatusCode;
    }

    [Test]
    public async Task Access_follows_a_delegation_from_its_first_day_and_ends_with_its_last()
    {
        await Accepted(from: 2, until: 5);
        Assert.That(await AtGiver(), Is.EqualTo(404), "before");
        Clock.Advance(TimeSpan.FromDays(2));
        Assert.That(await AtGiver(), Is.EqualTo(200), "while in force");
        Clock.Advance(TimeSpan.FromDays(2));
        Assert.That(await AtGiver(), Is.EqualTo(200), "on the last day");
        Clock.Advance(TimeSpan.FromDays(1));
        Assert.That(await AtGiver(), Is.EqualTo(404), "after");
    }

    [Test]
    public async Task A_proposal_alone_opens_nothing()
    {
        await Proposed();
        Assert.That(await AtGiver(), Is.EqualTo(404));
    }

    [Test]
    public async Task Ending_it_early_ends_the_access_at_once()
    {
        var id = await Accepted();
        await ActivatorUtilities.CreateInstance<TurnDelegations>(Services).Run(CancellationToken.None);
        Assert.That(await AtGiver(), Is.EqualTo(200));
        await _head.Post($"/api/v1/delegations/{id}/end", new { version = 3, reason = "Назначен свой куратор" }).Ok();
        Assert.That(await AtGiver(), Is.EqualTo(404));
    }

    [Test]
    public async Task A_component_gives_its_own_rights_and_no_others()
    {
        await Accepted(component: "Monitoring");
        Assert.That((await AtGiver("dashboard"), await AtGiver("people"), await AtGiver("matching")), Is.EqualTo((200, 404, 404)));
    }

    [Test]
    public async Task Who_took_a_component_finds_the_place_among_the_own_roles()
    {
        await Accepted();
        Services.GetRequiredService<Access>().Forget(_takersCurator.ToString());
        var me = await As(_takersCurator).GetAsync("/api/v1/me").Ok();
        var held = me["assignments"]!.AsArray().Single(one => (Guid)one!["organizationId"]! == _giver)!;
        Assert.That((string?)held["delegated"], Is.EqualTo("CuratorDuties"));
    }

    [Test]
    public async Task The_same_component_is_not_handed_over_twice_for_one_day()
    {
        await Proposed();
        await _head.Post($"/api/v1/organizations/{_giver}/delegations", Offer(10, 60)).IsProblem(409, "delegation.overlap");
        await Proposed(component: "Events");
        await Proposed(30, 60);
    }

    [Test]
    public async Task A_declined_one_leaves_its_days_free()
    {
        var id = await Proposed();
        await _takersHead.Post($"/api/v1/delegations/{id}/decline", new { version = 1, reason = "Нет людей" }).Ok();
        await Proposed();
        var given = (await _head.GetAsync($"/api/v1/organizations/{_giver}/delegations").Ok())["given"]!.AsArray();
        Assert.That(given.Select(one => (string?)one!["status"]), Is.EqualTo(new[] { "Proposed", "Declined" }));
    }

    [TestCase(false)]
    [TestCase(true)]
    public async Task What_the_giver_takes_back_before_its_first_day_opens_nothing(bool accepted)
    {
        var id = accepted ? await Accepted(from: 2) : await Proposed(from: 2);
        var version = accepted ? 2 : 1;
        var left = await _head.Post($"/api/v1/delegations/{id}/withdraw", new { version, reason = "Куратор вернулся" }).Ok();
        Assert.That(((string?)left["status"], (int)left["version"]!), Is.EqualTo(("Withdrawn", version + 1)));
        Clock.Advance(TimeSpan.FromDays(3));
        await ActivatorUtilities.CreateInstance<TurnDelegations>(Services).Run(CancellationToken.None);
        Assert.That(await AtGiver(), Is.EqualTo(404));
    }

    [Test]
    public async Task Each_side_takes_its_own_steps()
    {
        var id = await Proposed();
        await _head.Post($"/api/v1/delegations/{id}/accept", new { version = 1 }).IsProblem(409, "delegation.not-yours");
        await _takersHead.Post($"/api/v1/delegations/{id}/withdraw", new { version = 1 }).IsProblem(409, "delegation.not-yours");
        await _takersHead.Post($"/api/v1/delegations/{id}/accept", new { version = 2 }).Gives(412);
        var taken = (await _takersHead.GetAsync($"/api/v1/organizations/{_taker}/delegations").Ok())["taken"]!.AsArray().Single()!;
        Assert.That(taken["steps"]!.AsArray().Select(step => (string?)step), Is.EqualTo(new[] { "Accept", "Decline" }));

        var stranger = await As(Role.Head, await World.School());
        await stranger.Post($"/api/v1/delegations/{id}/accept", new { version = 1 }).Gives(404);
        await stranger.GetAsync($"/api/v1/organizations/{_giver}/delegations").Gives(404);
        await As(_takersCurator).Post($"/api/v1/delegations/{id}/accept", new { version = 1 }).IsProblem(403, "permission.missing");
    }

    [Test]
    public async Task What_is_wrong_is_pointed_to()
    {
        var path = $"/api/v1/organizations/{_giver}/delegations";
        await _head.Post(path, Offer(5, 5)).PointsTo("/endsOn");
        await _head.Post(path, Offer(-1)).PointsTo("/startsOn", "delegation.in-the-past");
        await _head.Post(path, Offer(taker: _giver)).PointsTo("/takerId", "delegation.two-organizations");
        await _head.Post(path, Offer(taker: Guid.NewGuid())).PointsTo("/takerId", "delegation.taker-unknown");
        await _head.Post(path, Offer(basis: "")).PointsTo("/basis");
    }

    [Test]
    public async Task The_days_themselves_begin_and_end_it()
    {
        var id = await Accepted(from: 1, until: 3);
        var job = ActivatorUtilities.CreateInstance<TurnDelegations>(Services);
        Assert.That(await Status(job, 0, id), Is.EqualTo("Accepted"));
        Assert.That(await Status(job, 1, id), Is.EqualTo("InForce"));
        Assert.That(await Status(job, 2, id), Is.EqualTo("Ended"));
    }

    [Test]
    public async Task A_delegation_that_cannot_begin_holds_up_no_other()
    {
        var (broken, sound) = (await Accepted(from: 1, until: 3), await Accepted(from: 1, until: 3, component: "Monitoring"));
        var job = ActivatorUtilities.CreateInstance<TurnDelegations>(Services);
        await using (await Poison.In(Sql, "delegation", broken))
        {
            Assert.That(await Status(job, 1, sound), Is.EqualTo("InForce"));
            Assert.That(await Status(job, 0, broken), Is.EqualTo("Accepted"));
        }
    }

    async Task<string?> Status(TurnDelegations job, int days, Guid id)
    {
        Clock.Advance(TimeSpan.FromDays(days));
        await job.Run(CancellationToken.None);
        var given = (await _head.GetAsync($"/api/v1/organizations/{_giver}/delegations").Ok())["given"]!.AsArray();
        return (string?)given.Single(one => (Guid)one!["id"]! == id)!["status"];
    }
}
