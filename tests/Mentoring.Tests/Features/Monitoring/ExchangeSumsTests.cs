using Dapper;
using Mentoring.Api.Features.Common.Organizations;
using Mentoring.Api.Features.School.Delegations;
using Mentoring.Api.Platform;
using Mentoring.Tests.Features.Region.Resources;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.Monitoring;

/// <summary>Exchange of a school with the bodies behind it: places of the resource map, components handed over.</summary>
public sealed class ExchangeSumsTests : ResourcesTest
{
    Sums _sums = null!;

    [SetUp]
    public void Count() => _sums = new(Services, Sql, Today);

    [Test]
    public async Task A_place_taken_is_an_exchange_until_it_is_given_up_or_its_run_is_called_off()
    {
        var resource = await Added();
        var run = await Run(resource);
        await AsTeacher.Post(Place(resource, run, "take"), new { }).Ok();
        Assert.That(await _sums.Now(School, "exchange-resources"), Is.EqualTo("0/0"), "nobody stands behind the school");
        await Opened();
        Assert.That(await _sums.Now(School, "exchange-resources"), Is.EqualTo("1/1"));
        await AsTeacher.Post(Place(resource, run, "give-up"), new { }).Ok();
        Assert.That(await _sums.Now(School, "exchange-resources"), Is.EqualTo("0/1"));
        await AsTeacher.Post(Place(resource, run, "take"), new { }).Ok();
        Assert.That(await _sums.Now(School, "exchange-resources"), Is.EqualTo("1/1"));
        var version = await Sql.ExecuteScalarAsync<int>("select version from resource_run where id = @run", new { run });
        await CentreHead.Post($"{Kept}/{resource}/runs/{run}/call-off", new { version, reason = "Ремонт" }).Ok();
        Assert.That(await _sums.Now(School, "exchange-resources"), Is.EqualTo("0/1"));
        Assert.That(await _sums.Differences(), Is.Zero);
    }

    [Test]
    public async Task A_component_carried_by_a_body_that_stands_behind_the_school_is_one_and_by_a_school_none()
    {
        await Opened();
        var other = await World.School();
        await Delegated(other, "Events", await As(Role.Head, other));
        Assert.That(await _sums.Now(School, "exchange-delegation"), Is.EqualTo("0/1"));
        var delegation = await Delegated(Centre, "MethodicalHelp", CentreHead);
        Assert.That(await _sums.Now(School, "exchange-delegation"), Is.EqualTo("1/1"));
        Assert.That(await _sums.Differences(), Is.Zero);

        await (await As(Role.Head, School)).Post($"/api/v1/delegations/{delegation}/end", new { version = 3, reason = "Сами справимся" }).Ok();
        Assert.That(await _sums.Now(School, "exchange-delegation"), Is.EqualTo("0/1"), "one that ends on its first day was in force on no whole day");
        Assert.That(await _sums.Differences(), Is.Zero);
    }

    [Test]
    public async Task A_link_that_is_corrected_changes_months_before_and_a_school_that_closes_leaves_sums_in_agreement()
    {
        var link = await Opened();
        await _sums.RollUp();
        await CentreHead.Put($"{Links(Centre)}/{link}",
            new { version = 1, startsOn = $"{_sums.LastMonth:O}", endsOn = (string?)null, agreement = Agreed }).Ok();
        Assert.That((await _sums.Now(School, "exchange-help"), await _sums.Of(School, _sums.LastMonth, "exchange-help")), Is.EqualTo(("0/1", "0/1")));

        await Coordinator.Post($"/api/v1/organizations/{School}/end",
            new { version = 1, how = "Closed", on = $"{Today:O}", staff = "Release" }).Ok();
        await Sql.ExecuteAsync("update organization_handover set asked_at = asked_at - interval '1 hour' where organization_id = @School", new { School });
        await Run<SettleOrganization>(job => job.Run(default));
        await _sums.RollUp();
        Assert.That(await _sums.Of(School, _sums.LastMonth, "exchange-help"), Is.EqualTo("0/1"));
        Assert.That(await _sums.Differences(), Is.Zero);
    }

    async Task<Guid> Delegated(Guid taker, string component, HttpClient accepts)
    {
        var id = (Guid)(await (await As(Role.Head, School)).Post($"/api/v1/organizations/{School}/delegations", new
        {
            takerId = taker, component, startsOn = $"{Today:O}", endsOn = $"{Today.AddDays(30):O}", basis = "Соглашение № 4",
        }).Gives(201))["id"]!;
        await accepts.Post($"/api/v1/delegations/{id}/accept", new { version = 1 }).Ok();
        await Run<TurnDelegations>(job => job.Run(default));
        return id;
    }
}
