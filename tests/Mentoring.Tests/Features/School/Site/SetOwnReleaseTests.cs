using Mentoring.Api.Features.School.Site;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.School.Site;

[Covers(nameof(GetSitePost), nameof(ListOwnReleases), nameof(ListReleasedPeople), nameof(SetOwnRelease))]
public sealed class SetOwnReleaseTests : SiteTest
{
    [Test]
    public async Task A_name_is_shown_for_as_long_as_its_owner_lets_it()
    {
        var id = await Published("Круглый стол", "Без имён в тексте.", Teacher);
        Assert.That(await Read($"{Page}/{id}"), Does.Not.Contain("Наставникова"));
        Assert.That((await Editor.GetAsync($"/api/v1/organizations/{School}/site/people").Ok()).AsArray(), Is.Empty);

        await Release(true);
        await Release(true);
        Assert.That(await Read($"{Page}/{id}"), Does.Contain("Наставникова Анна Петровна"));
        Assert.That((await Editor.GetAsync($"/api/v1/organizations/{School}/site/people").Ok()).AsArray(), Has.Count.EqualTo(1));

        await Release(false);
        Assert.That(await Read($"{Page}/{id}"), Does.Not.Contain("Наставникова"));
        Assert.That((bool)(await Editor.GetAsync($"/api/v1/site-posts/{id}").Ok())["people"]![0]!["released"]!, Is.False);
    }

    [Test]
    public async Task A_post_whose_words_name_the_person_is_withdrawn_with_the_release()
    {
        await Release(true);
        var named = await Published("Урок недели", "Урок провела Анна Наставникова.");
        var other = await Published("Новости совета");
        await Release(false);
        await Drain();
        await Anonymous().GetAsync($"{Page}/{named}").Gives(404);
        Assert.That(await Read($"{Page}/{other}"), Does.Contain("Новости совета"));
        Assert.That((string?)(await Editor.GetAsync($"/api/v1/site-posts/{named}").Ok())["status"], Is.EqualTo("Withdrawn"));
    }

    [Test]
    public async Task People_decide_for_themselves_and_only_where_they_work()
    {
        Assert.That((await Person.GetAsync("/api/v1/me/site-releases").Ok()).AsArray(), Has.Count.EqualTo(1));
        await Person.Put($"/api/v1/me/site-releases/{await World.School()}", new { released = true }).IsProblem(404, "not-found");
        await Editor.Put($"/api/v1/me/site-releases/{School}", new { released = true }).IsProblem(403, "permission.missing");
    }
}
