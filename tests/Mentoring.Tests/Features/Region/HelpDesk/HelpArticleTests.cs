using Dapper;
using Mentoring.Api.Features.Region.HelpDesk;
using Mentoring.Api.Platform;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.Region.HelpDesk;

[Covers(nameof(DraftHelpArticle), nameof(ReviseHelpArticle), nameof(PublishHelpArticle), nameof(WithdrawHelpArticle), nameof(GetHelpArticle),
    nameof(ListHelpArticles), nameof(SuggestHelpArticles), nameof(RateHelpArticle))]
public sealed class HelpArticleTests : HelpDeskTest
{
    static string Article(Guid id, string rest = "") => $"/api/v1/help-articles/{id}{rest}";

    static object Text(int version, string text, bool country = false) => new
    {
        version, article = new { title = "Как разобрать урок с наставником", text, form = "consultation", areas = new[] { "methods" }, country },
    };

    async Task<Guid> Drafted(string text = "Начните с одного вопроса и трёх фактов урока.") =>
        (Guid)(await Methodologist.Post(Help(await Answered(text: text), "/articles")).Gives(201))["id"]!;

    async Task<Guid> Published(bool country = false)
    {
        var id = await Drafted();
        await Methodologist.Put(Article(id), Text(1, "Разборы уроков начинают с одного вопроса и трёх фактов.", country)).Ok();
        await Methodologist.Post(Article(id, "/publish"), new { version = 2 }).Ok();
        return id;
    }

    [Test]
    public async Task What_tells_of_a_person_or_the_school_keeps_an_article_from_being_published()
    {
        await Sql.ExecuteAsync("update identity.account set display_name = 'Смирнова Анна Петровна' where id = @AskerAccount", new { AskerAccount });
        var school = await Sql.ExecuteScalarAsync<string>("select name_short from organization where id = @School", new { School });
        var id = await Drafted($"Передайте Смирновой из {school}: пишите на metod@centre.example или +7 (4822) 33-44-55.");
        var traces = (await Methodologist.GetAsync(Article(id)).Ok())["traces"]!.AsArray().Select(trace => (string?)trace!["kind"]).Distinct();
        Assert.That(traces, Is.EquivalentTo(new[] { "Email", "Phone", "Name", "School" }));
        await Methodologist.Post(Article(id, "/publish"), new { version = 1 }).IsProblem(409, "help.article-personal");
        await Methodologist.Put(Article(id), Text(1, "Общий адрес центра: metod@centre.example.")).Ok();
        await Methodologist.Post(Article(id, "/publish"), new { version = 2 }).IsProblem(409, "help.article-personal");
        await Methodologist.Post(Article(id, "/publish"), new { version = 2, harmless = new[] { "metod@centre.example" } }).Ok();
        await Methodologist.Put(Article(id), Text(3, "Иначе")).IsProblem(409, "help.article-not-now");
    }

    [Test]
    public async Task It_is_found_in_any_form_of_its_words_and_counts_whom_it_spared_a_question()
    {
        var id = await Published();
        var found = (await Asker.GetAsync("/api/v1/help-suggestions?subject=" + Uri.EscapeDataString("Кто разбирает урок")).Ok()).AsArray();
        Assert.That(found.Select(one => (Guid)one!["id"]!), Does.Contain(id));
        var list = (await Asker.GetAsync($"/api/v1/help-articles?area=methods&search={Uri.EscapeDataString("разборов")}").Ok())["items"]!.AsArray();
        Assert.That(list.Select(one => (Guid)one!["id"]!), Does.Contain(id));
        await Asker.Put(Article(id, "/vote"), new { helpful = true, instead = true }).Ok();
        await Asker.Put(Article(id, "/vote"), new { helpful = true }).Ok();
        await Curator.Put(Article(id, "/vote"), new { helpful = false }).Ok();
        var read = await Asker.GetAsync(Article(id)).Ok();
        Assert.That(((int)read["helpful"]!, (int)read["unhelpful"]!, (int)read["instead"]!, (bool)read["mine"]!, (bool)read["own"]!),
            Is.EqualTo((1, 1, 1, true, false)));
    }

    [Test]
    public async Task A_draft_is_its_bodys_and_a_published_one_its_regions_or_the_countrys()
    {
        var (draft, published, country) = (await Drafted(), await Published(), await Published(country: true));
        var far = await World.School("05701000", World.OtherRegion);
        var stranger = As(await World.Account(await World.Teacher(far)));
        foreach (var (client, id, status) in (IEnumerable<(HttpClient, Guid, int)>)
            [(Asker, draft, 404), (Asker, published, 200), (Asker, country, 200),
                (stranger, published, 404), (stranger, country, 200), (CentreHead, draft, 200)])
            await client.GetAsync(Article(id)).Gives(status);
        await stranger.Put(Article(published, "/vote"), new { helpful = true }).IsProblem(404, "not-found");
        var other = await As(Role.Methodologist, await Body(kind: "Institute"));
        await other.Put(Article(draft), Text(1, "Чужое")).IsProblem(404, "not-found");
        await other.Post(Article(published, "/withdraw"), new { version = 3, reason = "Чужое" }).IsProblem(404, "not-found");
        await other.GetAsync($"/api/v1/help-articles?organizationId={Centre}").IsProblem(404, "not-found");
        Assert.That((await Methodologist.GetAsync($"/api/v1/help-articles?organizationId={Centre}&status=Draft").Ok())["items"]!.AsArray(),
            Has.Count.EqualTo(1));
        await Methodologist.Post(Article(published, "/withdraw"), new { version = 3, reason = "Устарела" }).Ok();
        await Asker.GetAsync(Article(published)).IsProblem(404, "not-found");
    }

    [Test]
    public async Task An_article_is_made_once_and_of_an_answer()
    {
        var asked = await Asked();
        await Methodologist.Post(Help(asked, "/articles")).IsProblem(409, "help.no-answer");
        var answered = await Answered();
        await Methodologist.Post(Help(answered, "/articles")).Gives(201);
        await Methodologist.Post(Help(answered, "/articles")).IsProblem(409, "help.article-there");
        Assert.That((string?)(await Read(Methodologist, answered))["articleId"], Is.Not.Null);
        Assert.That((await Read(Asker, answered))["articleId"], Is.Null);
    }
}
