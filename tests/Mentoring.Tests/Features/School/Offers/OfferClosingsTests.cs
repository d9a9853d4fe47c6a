using Dapper;
using Mentoring.Api.Features.Common.Organizations;
using Mentoring.Api.Platform;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.School.Offers;

/// <summary>What becomes of offers and requests when the school of one of the two ends.</summary>
public sealed class OfferClosingsTests : OffersTest
{
    async Task End(Guid school, Guid? heir = null)
    {
        var version = await Sql.QuerySingleAsync<int>("select version from organization where id = @school", new { school });
        await (await As(Role.RegionalCoordinator, World.Region)).Post($"/api/v1/organizations/{school}/end", new
        {
            version, how = heir is null ? "Closed" : "Merged", on = $"{Today:O}", successorIds = heir is { } one ? new[] { one } : [],
            staff = heir is null ? "Release" : "HandOver",
        }).Ok();
        await Sql.ExecuteAsync("update organization_handover set asked_at = asked_at - interval '1 hour' where organization_id = @school", new { school });
        await Run<SettleOrganization>(job => job.Run(default));
        await Sweep();
        Assert.That(await Sql.QueryAsync<string>("select due_failure::text from due_failure"), Is.Empty);
    }

    Task<string> Offered(Guid offer) => Sql.QuerySingleAsync<string>("select status from mentor_offer where id = @offer", new { offer });

    Task<string> Standing(Guid request) => Sql.QuerySingleAsync<string>("select status from offer_request where id = @request", new { request });

    Task<string> Pair(Guid request) => Sql.QuerySingleAsync<string>("select status from match_request where id = @request", new { request });

    [TestCase(false)]
    [TestCase(true)]
    public async Task With_the_mentors_school_the_offer_ends_and_what_was_asked_of_it(bool handedOver)
    {
        var offer = await Open(Card(places: 2));
        var (asked, second) = (await Asked(offer), await Mentee(name: "Вторая"));
        var sent = await Sent(offer, await Client(second));
        var heir = handedOver ? await World.School() : (Guid?)null;
        await End(Home, heir);
        Assert.That((await Offered(offer), await Standing(asked), await Pair(sent)), Is.EqualTo(("Ended", "Closed", "Closed")));
        Assert.That(await Told(AsNewcomer), Does.Contain("OfferRequestClosed"));
        Assert.That(await Found(AsNewcomer), Is.Empty);
        await AskFor(offer).Gives(404);
        if (heir is { } next)
            Assert.That((int)(await (await Client(Helper)).Post(At(next), Card())).StatusCode, Is.EqualTo(201), "the new school agrees anew");
    }

    [TestCase(false)]
    [TestCase(true)]
    public async Task With_the_mentees_school_what_it_asked_is_closed_and_the_place_is_free(bool handedOver)
    {
        var offer = await Open(Card("Region", places: 2));
        var away = await World.School();
        var (first, second) = (await Mentee(name: "Первая", school: away), await Mentee(name: "Вторая", school: away));
        var curator = await As(Role.Curator, away);
        var asked = (Guid)(await AskFor(offer, await Client(first), away).Ok())["id"]!;
        var sent = (Guid)(await AskFor(offer, await Client(second), away).Ok())["id"]!;
        await curator.Post(Requests(away, $"/{sent}/agree"), new { version = 1 }).Ok();
        await Answer(AsHelper, sent).Ok();
        await End(away, handedOver ? await World.School() : null);
        Assert.That((await Offered(offer), await Standing(asked), await Pair(sent)), Is.EqualTo(("Open", "Closed", "Closed")));
        Assert.That(await Sql.QuerySingleAsync<int>("select taken from mentor_offer where id = @offer", new { offer }), Is.Zero);
    }
}
