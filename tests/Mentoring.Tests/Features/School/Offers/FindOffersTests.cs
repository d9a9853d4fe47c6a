using Dapper;
using Mentoring.Api.Features.School.Offers;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.School.Offers;

[Covers(nameof(ListMentorOffers))]
public sealed class FindOffersTests : OffersTest
{
    async Task<IEnumerable<string?>> Names(string query = "", HttpClient? who = null) =>
        (await Found(who ?? AsNewcomer, query)).Select(one => (string?)one["mentorName"]);

    [Test]
    public async Task How_far_an_offer_reaches_is_its_scope_and_the_nearest_comes_first()
    {
        var (town, far) = (await World.School("28701000"), await World.School("05701000", World.OtherRegion));
        await OpenAt(far, "Country", "Алая");
        await OpenAt(far, "Region", "Белая");
        await OpenAt(town, "Region", "Вишнёвая");
        await OpenAt(town, "Municipality", "Голубая");
        await Open();
        Assert.That(await Names(), Is.EqualTo(new[] { "Соседова Анна Петровна", "Вишнёвая Анна Петровна", "Алая Анна Петровна" }));
        Assert.That(await Names(who: await Client(await Mentee(school: far))), Is.Empty, "those of the own school are no search's");
        Assert.That(await Names(who: AsHelper), Is.EqualTo(new[] { "Вишнёвая Анна Петровна", "Алая Анна Петровна" }));
    }

    [Test]
    public async Task It_is_narrowed_by_area_form_distance_place_and_words_in_any_form()
    {
        var town = await World.School("28701000");
        await OpenAt(town, "Region", "Вишнёвая", ["digital"], remote: true, words: "Расскажу о планировании уроков");
        await OpenAt(await World.School(), "Region", "Голубая", words: "Разбираю уроки без оценок");
        Assert.That(await Names("area=digital"), Is.EqualTo(new[] { "Вишнёвая Анна Петровна" }));
        Assert.That(await Names("remote=true"), Is.EqualTo(new[] { "Вишнёвая Анна Петровна" }));
        Assert.That(await Names("territory=28604000"), Is.EqualTo(new[] { "Голубая Анна Петровна" }));
        Assert.That((await Names("territory=RU-TVE")).Count(), Is.EqualTo(2));
        Assert.That(await Names("search=планирования"), Is.EqualTo(new[] { "Вишнёвая Анна Петровна" }));
        Assert.That(await Names("search=голуб"), Is.EqualTo(new[] { "Голубая Анна Петровна" }));
        Assert.That((await Names("form=teacher-teacher")).Count(), Is.EqualTo(2), "of any form too");
        Assert.That(await Names("search=ничего"), Is.Empty);
    }

    [Test]
    public async Task It_comes_page_after_page_and_tells_no_more_than_the_offer()
    {
        for (var i = 0; i < 3; i++) await OpenAt(await World.School(), "Municipality", $"Имя{i}");
        var first = await AsNewcomer.GetAsync($"{Offers}?size=2").Ok();
        var rest = await AsNewcomer.GetAsync($"{Offers}?size=2&cursor={first["next"]}").Ok();
        Assert.That((first["items"]!.AsArray().Count, rest["items"]!.AsArray().Count, (string?)rest["next"]), Is.EqualTo((2, 1, (string?)null)));
        Assert.That(first["items"]![0]!.AsObject().Select(member => member.Key), Does.Not.Contain("mentorId").And.Not.Contain("far"));
        await AsNewcomer.GetAsync($"{Offers}?size=0").PointsTo("/size");
    }

    [Test]
    public async Task Free_places_are_those_of_the_offer_and_of_the_mentor()
    {
        await Open(Card(places: 2));
        async Task<int> Free() => (int)(await Found(AsNewcomer)).Single()["freePlaces"]!;
        Assert.That(await Free(), Is.EqualTo(2));
        await Sql.ExecuteAsync("update mentor_profile set capacity_programs = 1 where person_id = @Helper", new { Helper });
        Assert.That(await Free(), Is.EqualTo(1));
        await Sql.ExecuteAsync("update mentor_profile set status = 'Paused' where person_id = @Helper", new { Helper });
        Assert.That(await Free(), Is.Zero);
    }
}
