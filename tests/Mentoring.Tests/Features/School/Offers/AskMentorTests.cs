using Dapper;
using Mentoring.Api.Features.School.Matching;
using Mentoring.Api.Features.School.Offers;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.School.Offers;

[Covers(nameof(AskMentor), nameof(AskMentorFor), nameof(AgreeOfferRequest), nameof(RefuseOfferRequest), nameof(WithdrawOfferRequest),
    nameof(ListOfferRequests), nameof(ListOwnOfferRequests))]
public sealed class AskMentorTests : OffersTest
{
    [Test]
    public async Task Both_schools_and_both_people_agree_across_regions_and_the_pair_becomes_a_program()
    {
        var far = await World.School("05701000", World.OtherRegion);
        var offer = await OpenAt(far, "Country");
        var mentor = await Sql.QuerySingleAsync<Guid>("select mentor_id from mentor_offer where id = @offer", new { offer });
        var farCurator = await As(Mentoring.Api.Platform.Role.Curator, far);
        var id = await Asked(offer);
        Assert.That(await Told(Curator), Does.Contain("OfferRequested"));
        Assert.That((await farCurator.GetAsync(Requests(far)).Ok())["items"]!.AsArray(), Is.Empty, "before the mentee's school has agreed");

        await Curator.Post(Requests(School, $"/{id}/agree"), new { version = 1 }).Ok();
        foreach (var (who, list) in ((HttpClient, string)[])[(Curator, Requests(School)), (farCurator, Requests(far)), (AsNewcomer, OwnRequests)])
        {
            var seen = await One(who, list, id);
            Assert.That(((string?)seen["status"], (string?)seen["offerAgreedByName"], (string?)seen["decidedByName"], (string?)seen["pairStatus"]),
                Is.EqualTo(("Sent", "Test account", "Test account", "Requested")));
            Assert.That((seen["offerAgreedAt"] is null, seen["decidedAt"] is null), Is.EqualTo((false, false)));
        }

        Assert.That(await Told(farCurator), Does.Contain("OfferRequestReceived"));
        Assert.That(await Told(AsNewcomer), Does.Contain("OfferRequestAgreed").And.Contain("MatchAsked"));
        await Answer(await Client(mentor), id).Ok();
        Assert.That((string?)(await One(AsNewcomer, OwnRequests, id))["pairStatus"], Is.EqualTo("Accepted"), "the mentee said yes by asking");
        Assert.That(await Told(farCurator), Does.Contain("OfferRequestAnswered"));
        Assert.That((int)(await One(await Client(mentor), OwnOffers, offer))["taken"]!, Is.EqualTo(1));

        var program = (Guid)(await Create(mentor, Newcomer).Gives(201))["id"]!;
        Assert.That(await Sql.QuerySingleAsync<Guid>("select employer_id from program_participant where program_id = @program and role = 'Mentor'",
            new { program }), Is.EqualTo(far));
        await Run<CloseMatchRequests>(job => job.Run(default));
        Assert.That((Guid?)(await One(Curator, Requests(School), id))["programId"], Is.EqualTo(program));
        Assert.That((int)(await One(await Client(mentor), OwnOffers, offer))["taken"]!, Is.EqualTo(1));
        await Curator.Put($"/api/v1/programs/{program}", new Dictionary<string, object>(Plan(mentor, Newcomer)) { ["version"] = 1 }).Ok();
    }

    [Test]
    public async Task A_mentor_of_another_school_with_whom_no_pair_was_agreed_is_not_known_to_a_program()
    {
        await Sent(await Open());
        await Create(Helper, Newcomer).PointsTo("/participants/0/personId", "program.person-unknown");
    }

    [Test]
    public async Task The_school_asks_on_a_mentees_behalf_and_the_mentee_answers_too()
    {
        var offer = await Open();
        await Curator.Post(Requests(School), new { offerId = offer, menteeId = Guid.NewGuid() }).PointsTo("/menteeId", "match.person-unknown");
        var id = (Guid)(await Curator.Post(Requests(School), new { offerId = offer, menteeId = Newcomer, words = "Первый год" }).Ok())["id"]!;
        await Answer(AsHelper, id).Ok();
        Assert.That((string?)(await One(Curator, Requests(School, "?direction=Out"), id))["pairStatus"], Is.EqualTo("Requested"));
        await Answer(AsNewcomer, id, version: 2).Ok();
        var seen = await One(HomeCurator, Requests(Home, "?direction=In"), id);
        Assert.That(((string?)seen["pairStatus"], (bool)seen["byMentee"]!, (string?)seen["direction"]), Is.EqualTo(("Accepted", false, "In")));
    }

    [Test]
    public async Task A_school_refuses_with_a_reason_and_the_mentor_does_not_learn_of_it()
    {
        var id = await Asked(await Open());
        await Curator.Post(Requests(School, $"/{id}/refuse"), new { version = 1, reason = "" }).PointsTo("/reason");
        await Curator.Post(Requests(School, $"/{id}/refuse"), new { version = 1, reason = "Наставник найдётся у нас" }).Ok();
        var seen = await One(AsNewcomer, OwnRequests, id);
        Assert.That(((string?)seen["status"], (string?)seen["reason"]), Is.EqualTo(("Refused", "Наставник найдётся у нас")));
        Assert.That(await Told(AsNewcomer), Does.Contain("OfferRequestRefused"));
        Assert.That(await Told(AsHelper), Does.Not.Contain("MatchAsked"));
        Assert.That((await HomeCurator.GetAsync(Requests(Home)).Ok())["items"]!.AsArray(), Is.Empty);
        await Curator.Post(Requests(School, $"/{id}/agree"), new { version = 2 }).IsProblem(409, "offer.request-step-not-now");
    }

    [Test]
    public async Task What_was_asked_is_taken_back_while_nobody_has_decided()
    {
        var offer = await Open();
        var id = await Asked(offer);
        Assert.That((bool)(await Found(AsNewcomer)).Single()["asked"]!, Is.True);
        await AsNewcomer.Post($"{OwnRequests}/{id}/withdraw", new { version = 1 }).Ok();
        Assert.That(await Told(Curator), Does.Contain("OfferRequestDropped"));
        await AsNewcomer.Post($"{OwnRequests}/{await Sent(offer)}/withdraw", new { version = 2 }).IsProblem(409, "offer.request-step-not-now");
    }

    [Test]
    public async Task What_cannot_be_asked_says_why()
    {
        var offer = await Open();
        await Asked(offer);
        await AskFor(offer).IsProblem(409, "offer.asked-already");
        await AskFor(offer, await Client(await Mentee(school: Home)), Home).IsProblem(409, "offer.own-school");
        await AskFor(offer, await Client(await Mentee()), Home).IsProblem(404, "not-found");
        await AskFor(Guid.NewGuid()).IsProblem(404, "not-found");
        var paired = await Mentee();
        await Pair(paired, await Mentor());
        await AskFor(offer, await Client(paired)).IsProblem(409, "offer.has-mentor");
        await AsNewcomer.Post($"{Offers}/{offer}/ask", new { organizationId = School, words = "" }).PointsTo("/words");

        var idle = await World.Teacher(School, "Опытная");
        var unknown = await Asked(offer, await Client(idle));
        await Curator.Post(Requests(School, $"/{unknown}/agree"), new { version = 1 }).IsProblem(409, "match.mentee-not-waiting");
    }

    [Test]
    public async Task An_offer_is_out_of_reach_beyond_its_scope()
    {
        var offer = await OpenAt(await World.School("28701000"), "Municipality");
        await AskFor(offer).IsProblem(404, "not-found");
        await Curator.Post(Requests(School), new { offerId = offer, menteeId = Newcomer }).IsProblem(404, "not-found");
    }

    [Test]
    public async Task The_last_place_goes_to_the_first_yes_and_is_free_again_where_nothing_came_of_it()
    {
        var offer = await Open();
        var second = await Mentee(name: "Вторая");
        var (one, other) = (await Sent(offer), await Sent(offer, await Client(second)));
        await Answer(AsHelper, one).Ok();
        await Answer(AsHelper, other).IsProblem(409, "offer.no-place");
        await AskFor(offer, await Client(await Mentee())).IsProblem(409, "offer.no-place");
        await AsHelper.Put($"{Offers}/{offer}", new { version = 2, card = Offer(places: 2) }).Ok();
        await Answer(AsHelper, other).Ok();
        await Curator.Post($"{Path}/requests/{one}/close", new { version = 2 }).Ok();
        Assert.That((int)(await One(AsHelper, OwnOffers, offer))["taken"]!, Is.EqualTo(1));
        await AsHelper.Put($"{Offers}/{offer}", new { version = 3, card = Offer(places: 1) }).Ok();
    }

    [Test]
    public async Task Twenty_yeses_at_once_never_give_more_places_than_there_are()
    {
        await Sql.ExecuteAsync("update mentor_profile set capacity_programs = 10 where person_id = @Helper", new { Helper });
        var offer = await Open(Card(places: 3));
        var requests = new List<Guid>();
        for (var i = 0; i < 8; i++) requests.Add(await Sent(offer, await Client(await Mentee(name: $"Очередная{i}"))));
        var answers = await Task.WhenAll(requests.Select(id => Answer(AsHelper, id)));
        Assert.That(answers.Count(answer => answer.IsSuccessStatusCode), Is.EqualTo(3));
        Assert.That(await Sql.QuerySingleAsync<int>("select taken from mentor_offer where id = @offer", new { offer }), Is.EqualTo(3));
    }

    [Test]
    public async Task A_mentor_full_by_other_work_is_not_asked()
    {
        var offer = await Open();
        for (var i = 0; i < 2; i++)
        {
            var own = await Mentee(school: Home);
            var id = (Guid)(await HomeCurator.Post($"{Of(Home)}/requests", Pairs((own, Helper, null))).Ok())["ids"]![0]!;
            await Answer(AsHelper, id).Ok();
        }

        Assert.That((int)(await Found(AsNewcomer)).Single()["freePlaces"]!, Is.Zero);
        await AskFor(offer).IsProblem(409, "offer.no-place");
    }

    [Test]
    public async Task A_request_is_nobody_elses()
    {
        var id = await Asked(await Open());
        await HomeCurator.Post(Requests(Home, $"/{id}/agree"), new { version = 1 }).IsProblem(404, "not-found");
        await HomeCurator.Post(Requests(School, $"/{id}/refuse"), new { version = 1, reason = "Нет" }).IsProblem(404, "not-found");
        await HomeCurator.GetAsync(Requests(School)).IsProblem(404, "not-found");
        await AsHelper.Post($"{OwnRequests}/{id}/withdraw", new { version = 1 }).IsProblem(404, "not-found");
        Assert.That((await (await Client(await Mentee())).GetAsync(OwnRequests).Ok()).AsArray(), Is.Empty);
    }

    [Test]
    public async Task Whoever_found_a_mentor_meanwhile_waits_no_longer()
    {
        var id = await Asked(await Open());
        var own = await Mentor();
        var pair = await Ask(Newcomer, own);
        await Answer(AsNewcomer, pair).Ok();
        await Answer(await Client(own), pair, version: 2).Ok();
        await Sweep();
        var seen = await One(AsNewcomer, OwnRequests, id);
        Assert.That(((string?)seen["status"], (string?)seen["reasonCode"]), Is.EqualTo(("Closed", "MenteePaired")));
    }

    [Test]
    public async Task What_waits_for_a_school_stands_in_the_days_list()
    {
        var offer = await Proposed();
        Assert.That((string?)(await HomeCurator.Task("OfferToAgree", offer))!["path"], Is.EqualTo($"/school/{Home}/offers"));
        await HomeCurator.Post(At(Home, $"/{offer}/agree"), new { version = 1 }).Ok();
        var id = await Asked(offer);
        Assert.That((string?)(await Curator.Task("OfferRequestToAgree", id))!["path"], Is.EqualTo($"/school/{School}/offers?view=requests"));
        Assert.That(await HomeCurator.Task("OfferRequestToAgree", id), Is.Null);
    }

    Dictionary<string, object> Plan(Guid mentor, Guid mentee) => new()
    {
        ["title"] = "Первый год", ["formCode"] = "teacher-teacher", ["kindCode"] = "traditional", ["purposeCode"] = "young-specialist",
        ["startsOn"] = $"{Today:O}", ["endsOn"] = $"{Today.AddDays(100):O}", ["content"] = "Помощь",
        ["participants"] = new[] { new { personId = mentor, role = "Mentor" }, new { personId = mentee, role = "Mentee" } },
        ["goals"] = new[] { new { areaCode = "methods", difficulty = "Урок", goal = "Урок сама" } },
        ["activities"] = new[] { new { activity = "Разбор", dueOn = $"{Today.AddDays(10):O}", responsible = "Both", expectedResult = "Запись" } },
    };

    Task<HttpResponseMessage> Create(Guid mentor, Guid mentee) =>
        Curator.Post("/api/v1/programs", new Dictionary<string, object>(Plan(mentor, mentee)) { ["organizationId"] = School });
}
