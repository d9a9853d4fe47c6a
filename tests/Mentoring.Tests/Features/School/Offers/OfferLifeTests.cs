using Dapper;
using Mentoring.Api.Features.School.Offers;
using Mentoring.Api.Platform;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.School.Offers;

[Covers(nameof(MakeMentorOffer), nameof(ReviseMentorOffer), nameof(WithdrawMentorOffer), nameof(AgreeMentorOffer), nameof(DeclineMentorOffer),
    nameof(ListOwnMentorOffers), nameof(ListSchoolOffers))]
public sealed class OfferLifeTests : OffersTest
{
    [Test]
    public async Task A_mentor_offers_the_school_agrees_and_only_then_others_find_it()
    {
        var id = await Proposed();
        Assert.That(await Found(AsNewcomer), Is.Empty);
        Assert.That(await Told(HomeCurator), Does.Contain("OfferProposed"));
        var waiting = await One(HomeCurator, At(Home), id);
        Assert.That(((string?)waiting["mentorName"], (int?)waiting["capacity"], waiting["steps"]!.AsArray().Count),
            Is.EqualTo(("Соседова Анна Петровна", 2, 2)));

        await HomeCurator.Post(At(Home, $"/{id}/agree"), new { version = 1 }).Ok();
        Assert.That((Guid)(await Found(AsNewcomer)).Single()["id"]!, Is.EqualTo(id));
        var own = await One(AsHelper, OwnOffers, id);
        Assert.That(((string?)own["status"], (string?)own["decidedByName"], own["decidedAt"] is null), Is.EqualTo(("Open", "Test account", false)));
        Assert.That(await Told(AsHelper), Does.Contain("OfferAgreed"));
        await HomeCurator.Post(At(Home, $"/{id}/agree"), new { version = 2 }).IsProblem(409, "offer.step-not-now");
    }

    [Test]
    public async Task A_school_declines_with_a_reason_and_the_mentor_offers_it_otherwise()
    {
        var id = await Proposed(Card("Country"));
        await HomeCurator.Post(At(Home, $"/{id}/decline"), new { version = 1, reason = "Сначала свои молодые педагоги" }).Ok();
        var own = await One(AsHelper, OwnOffers, id);
        Assert.That(((string?)own["status"], (string?)own["reason"]), Is.EqualTo(("Declined", "Сначала свои молодые педагоги")));
        Assert.That(await Told(AsHelper), Does.Contain("OfferDeclined"));

        var revised = new { version = 2, card = Offer("Region", words: "Только по вторникам") };
        Assert.That((string?)(await AsHelper.Put($"{Offers}/{id}", revised).Ok())["status"], Is.EqualTo("Proposed"));
        Assert.That((string?)(await One(AsHelper, OwnOffers, id))["reason"], Is.Null);
        await HomeCurator.Post(At(Home, $"/{id}/agree"), new { version = 3 }).Ok();
        Assert.That((string?)(await Found(AsNewcomer)).Single()["words"], Is.EqualTo("Только по вторникам"));
    }

    [Test]
    public async Task What_has_changed_is_agreed_to_anew_and_what_was_agreed_to_can_be_declined()
    {
        var id = await Open();
        await AsHelper.Put($"{Offers}/{id}", new { version = 2, card = Offer(places: 2) }).Ok();
        Assert.That(await Found(AsNewcomer), Is.Empty);
        await HomeCurator.Post(At(Home, $"/{id}/agree"), new { version = 3 }).Ok();
        await HomeCurator.Post(At(Home, $"/{id}/decline"), new { version = 4, reason = "Большая нагрузка" }).Ok();
        Assert.That(await Found(AsNewcomer), Is.Empty);
    }

    [Test]
    public async Task A_mentor_takes_it_back_and_makes_another_one()
    {
        var id = await Open();
        await AsHelper.Post(At(Home), Card()).IsProblem(409, "offer.already");
        await AsHelper.Post($"{Offers}/{id}/withdraw", new { version = 2, reason = "Беру отпуск" }).Ok();
        await AsHelper.Put($"{Offers}/{id}", new { version = 3, card = Offer() }).IsProblem(409, "offer.step-not-now");
        await Proposed();
        Assert.That((await AsHelper.GetAsync(OwnOffers).Ok()).AsArray(), Has.Count.EqualTo(2));
    }

    [Test]
    public async Task Nobody_decides_on_the_own_offer()
    {
        var account = await Sql.QuerySingleAsync<Guid>("select id from identity.account where person_id = @Helper", new { Helper });
        await World.Assign(account, Role.Curator, Home);
        var id = await Proposed();
        await As(account).Post(At(Home, $"/{id}/agree"), new { version = 1 }).IsProblem(409, "offer.own");
        Assert.That((await One(As(account), At(Home), id))["steps"]!.AsArray(), Is.Empty);
        await (await As(Role.Head, Home)).Post(At(Home, $"/{id}/agree"), new { version = 1 }).Ok();
    }

    [Test]
    public async Task Only_a_confirmed_mentor_offers_and_no_more_than_the_profile_has()
    {
        await AsHelper.Post(At(Home), Card(places: 3)).PointsTo("/card/places", "offer.places");
        await AsHelper.Post(At(Home), Card(days: 0)).PointsTo("/card/endsOn", "offer.end-day");
        await AsHelper.Post(At(Home), Card(areas: ["methods", "nothing"])).PointsTo("/card/areas/1", "offer.code-unknown");
        await AsHelper.Post(At(Home), Card(forms: ["nothing"])).PointsTo("/card/forms/0", "offer.code-unknown");
        await AsHelper.Post(At(Home), Card(words: "")).PointsTo("/card/words");
        await AsHelper.Post(At(Home), Card(areas: [])).PointsTo("/card/areas");
        await AsNewcomer.Post(At(School), Card()).IsProblem(409, "offer.not-confirmed");
        await AsNewcomer.Post(At(Home), Card()).IsProblem(404, "not-found");
        var id = await Proposed();
        await HomeCurator.Post(At(Home, $"/{id}/decline"), new { version = 1, reason = "" }).PointsTo("/reason");
        await HomeCurator.Post(At(Home, $"/{id}/agree"), new { version = 7 }).Gives(412);
        await Sql.ExecuteAsync("update mentor_profile set status = 'Paused' where person_id = @Helper", new { Helper });
        await AsHelper.Put($"{Offers}/{id}", new { version = 1, card = Offer() }).IsProblem(409, "offer.not-confirmed");
    }

    [Test]
    public async Task It_ends_by_its_day()
    {
        var (id, late) = (await Open(Card(days: 2)), await As(Role.Curator, School));
        var waiting = await Asked(id);
        Clock.Advance(TimeSpan.FromDays(3));
        Assert.That(await Found(AsNewcomer), Is.Empty);
        await AskFor(id, await Client(await Mentee())).IsProblem(409, "offer.not-open");
        await late.Post(Requests(School, $"/{waiting}/agree"), new { version = 1 }).IsProblem(409, "offer.not-open");
        await Sweep();
        Assert.That((string?)(await One(AsHelper, OwnOffers, id))["status"], Is.EqualTo("Ended"));
        var closed = await One(AsNewcomer, OwnRequests, waiting);
        Assert.That(((string?)closed["status"], (string?)closed["reasonCode"]), Is.EqualTo(("Closed", "OfferOver")));
        Assert.That(await Told(AsHelper), Does.Contain("OfferEnded"));
        Assert.That(await Told(AsNewcomer), Does.Contain("OfferRequestClosed"));
    }

    [Test]
    public async Task Nobody_else_decides_changes_or_lists_it()
    {
        var id = await Proposed();
        foreach (var stranger in (HttpClient[])[Curator, await As(Role.Head, School)])
        {
            await stranger.GetAsync(At(Home)).IsProblem(404, "not-found");
            await stranger.Post(At(Home, $"/{id}/agree"), new { version = 1 }).IsProblem(404, "not-found");
            await stranger.Post(At(School, $"/{id}/decline"), new { version = 1, reason = "Чужое" }).IsProblem(404, "not-found");
        }

        await AsNewcomer.GetAsync(At(School)).IsProblem(403, "permission.missing");
        await AsNewcomer.Put($"{Offers}/{id}", new { version = 1, card = Offer() }).IsProblem(404, "not-found");
        await AsNewcomer.Post($"{Offers}/{id}/withdraw", new { version = 1 }).IsProblem(404, "not-found");
        Assert.That((await AsNewcomer.GetAsync(OwnOffers).Ok()).AsArray(), Is.Empty);
    }
}
