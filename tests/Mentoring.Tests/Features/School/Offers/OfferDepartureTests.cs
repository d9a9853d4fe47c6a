using Dapper;
using Mentoring.Api.Features.Common.People;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.School.Offers;

/// <summary>What becomes of offers and requests when a mentor or a mentee leaves.</summary>
public sealed class OfferDepartureTests : OffersTest
{
    async Task Leave(Guid person)
    {
        await Sql.ExecuteAsync("update employment set ended_on = @day where person_id = @person", new { day = Today.AddDays(-20), person });
        await Run<FollowDepartures>(job => job.Run(default));
        Assert.That(await Sql.QueryAsync<string>("select due_failure::text from due_failure"), Is.Empty);
    }

    Task<(string, string?)> Standing(Guid request) =>
        Sql.QuerySingleAsync<(string, string?)>("select status, reason_code from offer_request where id = @request", new { request });

    [Test]
    public async Task With_the_mentor_the_offer_ends_and_with_it_what_was_asked_and_what_was_sent()
    {
        var offer = await Open();
        var (asked, second) = (await Asked(offer), await Mentee(name: "Вторая"));
        var sent = await Sent(offer, await Client(second));
        await Leave(Helper);
        Assert.That(await Sql.QuerySingleAsync<string>("select status from mentor_offer where id = @offer", new { offer }), Is.EqualTo("Ended"));
        Assert.That(await Standing(asked), Is.EqualTo(("Closed", "PersonLeft")));
        Assert.That(await Sql.QuerySingleAsync<(string, string)>("select status, reason_code from match_request where id = @sent", new { sent }),
            Is.EqualTo(("Closed", "PersonLeft")));
        Assert.That(await Told(AsNewcomer), Does.Contain("OfferRequestClosed"));
        Assert.That(await Told(Curator), Does.Contain("OfferRequestDropped"));
    }

    [Test]
    public async Task With_the_mentee_what_was_asked_is_closed_and_the_place_that_was_given_is_free()
    {
        var offer = await Open(Card(places: 2));
        var (asked, second) = (await Asked(offer), await Mentee(name: "Вторая"));
        var sent = await Sent(offer, await Client(second));
        await Answer(AsHelper, sent).Ok();
        await Leave(Newcomer);
        await Leave(second);
        Assert.That(await Standing(asked), Is.EqualTo(("Closed", "PersonLeft")));
        Assert.That(await Sql.QuerySingleAsync<(string, int)>("select status, taken from mentor_offer where id = @offer", new { offer }),
            Is.EqualTo(("Open", 0)));
    }
}
