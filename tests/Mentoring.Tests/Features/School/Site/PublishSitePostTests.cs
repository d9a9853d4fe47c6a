using Mentoring.Api.Features.School.Site;
using Mentoring.Api.Platform;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.School.Site;

[Covers(nameof(ListSitePosts), nameof(PublishSitePost), nameof(ReviseSitePost), nameof(WithdrawSitePost),
    nameof(WriteSitePost))]
public sealed class PublishSitePostTests : SiteTest
{
    [Test]
    public async Task A_draft_is_nobodys_to_read_until_it_is_published_and_again_after_it_was_withdrawn()
    {
        var id = await Written();
        Assert.That(await Read(Page), Does.Not.Contain("День открытых уроков"));
        await Anonymous().GetAsync($"{Page}/{id}").Gives(404);

        await Editor.Post($"/api/v1/site-posts/{id}/publish", new { version = 1 }).Ok();
        Assert.That(await Read($"{Page}?lang=ru"), Does.Contain("День открытых уроков").And.Contain("5 декабря 2026"));

        await Editor.Post($"/api/v1/site-posts/{id}/withdraw", new { version = 2, reason = "Перенесено" }).Ok();
        Assert.That(await Read(Page), Does.Not.Contain("День открытых уроков"));
        await Editor.Post($"/api/v1/site-posts/{id}/withdraw", new { version = 3, reason = "Ещё раз" }).IsProblem(409, "site.wrong-status");
    }

    [Test]
    public async Task A_text_that_names_somebody_is_not_published_without_that_persons_release()
    {
        var id = await Written("Урок недели", "Урок провела Анна Наставникова.");
        await Editor.Post($"/api/v1/site-posts/{id}/publish", new { version = 1 }).IsProblem(409, "site.name-not-released");
        await Release(true);
        await Editor.Post($"/api/v1/site-posts/{id}/publish", new { version = 1 }).Ok();
        Assert.That(await Read($"{Page}/{id}"), Does.Contain("Анна Наставникова"));
    }

    [Test]
    public async Task A_public_text_cannot_be_changed_to_name_somebody()
    {
        var id = await Published();
        object Changed(string body, int version) =>
            new { category = "News", title = "Новое", lead = "Коротко", body, heldOn = (string?)null, personIds = Array.Empty<Guid>(), version };
        await Editor.Put($"/api/v1/site-posts/{id}", Changed("Провела А. П. Наставникова", 2)).IsProblem(409, "site.name-not-released");
        await Editor.Put($"/api/v1/site-posts/{id}", Changed("Без имён", 1)).IsProblem(412, "version.stale");
        await Editor.Put($"/api/v1/site-posts/{id}", Changed("Без имён", 2)).Ok();
        Assert.That(await Read($"{Page}/{id}"), Does.Contain("Без имён").And.Not.Contain("Наставникова"));
    }

    [Test]
    public async Task Only_the_schools_editors_write()
    {
        var id = await Written();
        object text = new { category = "News", title = "Чужое", lead = "Чужое", body = "", heldOn = (string?)null, personIds = Array.Empty<Guid>() };
        await Stranger.Post($"/api/v1/organizations/{School}/site/posts", text).IsProblem(404, "not-found");
        await Stranger.GetAsync($"/api/v1/organizations/{School}/site/posts").IsProblem(404, "not-found");
        await Stranger.GetAsync($"/api/v1/site-posts/{id}").IsProblem(404, "not-found");
        await Stranger.Post($"/api/v1/site-posts/{id}/publish", new { version = 1 }).IsProblem(404, "not-found");
        await Person.GetAsync($"/api/v1/site-posts/{id}").IsProblem(403, "permission.missing");
        await (await As(Role.Psychologist, School)).Post($"/api/v1/organizations/{School}/site/posts", text).IsProblem(403, "permission.missing");
        Assert.That((await (await As(Role.Head, School)).GetAsync($"/api/v1/organizations/{School}/site/posts?status=Draft").Ok())["items"]!.AsArray(),
            Has.Count.EqualTo(1));
    }

    [Test]
    public async Task What_is_wrong_is_pointed_to()
    {
        object Text(string title, params Guid[] people) =>
            new { category = "News", title, lead = "Коротко", body = "", heldOn = (string?)null, personIds = people };
        await Editor.Post($"/api/v1/organizations/{School}/site/posts", Text("")).PointsTo("/title");
        await Editor.Post($"/api/v1/organizations/{School}/site/posts", Text("Есть", Guid.NewGuid())).PointsTo("/personIds", "site.person-unknown");
    }
}
