using System.Text.Json.Nodes;
using Dapper;
using Mentoring.Api.Features.School.Offers;
using Mentoring.Api.Platform;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.School.Offers;

/// <summary>A school whose teachers look for a mentor, and others near and far whose mentors help beyond their own.</summary>
public abstract class OffersTest : MatchTest
{
    protected const string Offers = "/api/v1/mentor-offers";
    protected const string OwnOffers = "/api/v1/me/mentor-offers";
    protected const string OwnRequests = "/api/v1/me/offer-requests";

    /// <summary>The mentor's school, in the municipality of the mentee's.</summary>
    protected Guid Home { get; private set; }
    protected HttpClient HomeCurator { get; private set; } = null!;
    protected Guid Helper { get; private set; }
    protected HttpClient AsHelper { get; private set; } = null!;
    protected Guid Newcomer { get; private set; }
    protected HttpClient AsNewcomer { get; private set; } = null!;

    protected DateOnly Today => RegionTime.DayOf(Clock.GetUtcNow(), "Europe/Moscow");

    [SetUp]
    public async Task OpenHome()
    {
        await Sql.ExecuteAsync("delete from match_request; delete from offer_request; delete from mentor_offer");
        await Sql.ExecuteAsync("""
            insert into dictionary_entry (dictionary, code, name_ru, name_en, position)
            select w.dictionary, w.code, w.code, w.code, 1 from (values ('competence-area', 'methods'), ('competence-area', 'digital'),
                   ('mentoring-form', 'teacher-teacher'), ('mentoring-kind', 'traditional')) w (dictionary, code)
             where not exists (select from dictionary_entry d where d.dictionary = w.dictionary and d.code = w.code)
            """);
        Home = await World.School();
        HomeCurator = await As(Role.Curator, Home);
        Helper = await Mentor(places: 2, name: "Соседова", school: Home);
        Newcomer = await Mentee(name: "Ищущая");
        (AsHelper, AsNewcomer) = (await Client(Helper), await Client(Newcomer));
    }

    /// <summary>A client of this person, by the account that the person has already if there is one.</summary>
    protected async Task<HttpClient> Client(Guid person) =>
        await Sql.QueryFirstOrDefaultAsync<Guid?>("select id from identity.account where person_id = @person", new { person }) is { } account
            ? As(account) : await AsPerson(person);

    protected object Offer(
        string scope = "Municipality", int places = 1, string[]? areas = null, bool remote = false, string words = "Помогу начать урок вовремя", int days = 90,
        string[]? forms = null) => new
        {
            scope, areas = areas ?? ["methods"], remote, places, words, endsOn = $"{Today.AddDays(days):O}", forms, kinds = Array.Empty<string>(),
        };

    /// <summary>As it is made.</summary>
    protected object Card(
        string scope = "Municipality", int places = 1, string[]? areas = null, bool remote = false, string words = "Помогу начать урок вовремя", int days = 90,
        string[]? forms = null) => new { card = Offer(scope, places, areas, remote, words, days, forms) };

    protected static string At(Guid school, string rest = "") => $"/api/v1/organizations/{school}/mentor-offers{rest}";

    protected static string Requests(Guid school, string rest = "") => $"/api/v1/organizations/{school}/offer-requests{rest}";

    protected async Task<Guid> Proposed(object? card = null) => (Guid)(await AsHelper.Post(At(Home), card ?? Card()).Gives(201))["id"]!;

    protected async Task<Guid> Open(object? card = null)
    {
        var id = await Proposed(card);
        await HomeCurator.Post(At(Home, $"/{id}/agree"), new { version = 1 }).Ok();
        return id;
    }

    /// <summary>An agreed offer of a new mentor of this school.</summary>
    protected async Task<Guid> OpenAt(Guid school, string scope, string name = "Дальняя", string[]? areas = null, bool remote = false, string words = "Помогу")
    {
        var mentor = await Mentor(name: name, school: school);
        var id = (Guid)(await (await Client(mentor)).Post(At(school), Card(scope, areas: areas, remote: remote, words: words)).Gives(201))["id"]!;
        await (await As(Role.Curator, school)).Post(At(school, $"/{id}/agree"), new { version = 1 }).Ok();
        return id;
    }

    protected Task<HttpResponseMessage> AskFor(Guid offer, HttpClient? mentee = null, Guid? school = null) =>
        (mentee ?? AsNewcomer).Post($"{Offers}/{offer}/ask", new { organizationId = school ?? School, words = "Хочу научиться планировать урок" });

    protected async Task<Guid> Asked(Guid offer, HttpClient? mentee = null) => (Guid)(await AskFor(offer, mentee).Ok())["id"]!;

    /// <summary>Asked, and agreed to by the mentee's school.</summary>
    protected async Task<Guid> Sent(Guid offer, HttpClient? mentee = null)
    {
        var id = await Asked(offer, mentee);
        await Curator.Post(Requests(School, $"/{id}/agree"), new { version = 1 }).Ok();
        return id;
    }

    protected async Task<IReadOnlyList<JsonNode>> Found(HttpClient who, string query = "") =>
        [.. (await who.GetAsync($"{Offers}?{query}").Ok())["items"]!.AsArray().Select(one => one!)];

    protected static async Task<JsonNode> One(HttpClient who, string list, Guid id)
    {
        var answer = await who.GetAsync(list).Ok();
        return (answer as JsonArray ?? answer["items"]!.AsArray()).Single(one => (Guid)one!["id"]! == id)!;
    }

    protected async Task<IReadOnlyList<string?>> Told(HttpClient who)
    {
        await Run<OutboxDrain>(drain => drain.Run(default));
        return [.. (await who.GetAsync("/api/v1/me/notifications").Ok())["items"]!.AsArray().Select(item => (string?)item!["kind"])];
    }

    protected Task Sweep() => Run<CloseOffers>(job => job.Run(default));
}
