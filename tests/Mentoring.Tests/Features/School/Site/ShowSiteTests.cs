using System.Net;
using System.Xml.Linq;
using Dapper;
using Mentoring.Api.Features.School.Site;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.School.Site;

[Covers(nameof(ShowSite), nameof(ShowSiteFeed), nameof(ShowSitePost), nameof(ShowSiteStyle))]
public sealed class ShowSiteTests : SiteTest
{
    [Test]
    public async Task Anybody_reads_the_page_in_both_languages_and_keeps_it()
    {
        var id = await Published();
        using var first = await Anonymous().GetAsync($"{Page}?lang=ru");
        var html = WebUtility.HtmlDecode(await first.Content.ReadAsStringAsync());
        Assert.Multiple(() =>
        {
            Assert.That(html, Does.StartWith("<!doctype html>").And.Contain("<html lang=\"ru\">").And.Contain("<h1>Наставничество</h1>")
                .And.Contain($"/site/{School}/{id}"));
            Assert.That(html, Does.Not.Contain("<script"));
            Assert.That(first.Headers.CacheControl!.ToString(), Is.EqualTo("public, max-age=300"));
            Assert.That(string.Join(' ', first.Headers.GetValues("Content-Security-Policy")),
                Does.Contain("default-src 'none'").And.Contain("frame-ancestors 'none'"));
        });
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{Page}?lang=ru");
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var again = await Anonymous().SendAsync(request);
        Assert.That(again.StatusCode, Is.EqualTo(HttpStatusCode.NotModified));
        Assert.That(await Read($"{Page}?lang=en"), Does.Contain("<html lang=\"en\">").And.Contain("<h1>Mentoring</h1>"));
    }

    [Test]
    public async Task A_schools_own_site_may_frame_the_embedded_page_and_only_that()
    {
        await Published();
        using var answer = await Anonymous().GetAsync($"{Page}?embed=1");
        Assert.That(string.Join(' ', answer.Headers.GetValues("Content-Security-Policy")), Does.Contain("frame-ancestors *"));
        var html = await answer.Content.ReadAsStringAsync();
        Assert.That(html, Does.Not.Contain("<header>").And.Not.Contain("<footer>").And.Contain("embed=1").And.Contain("class=\"embedded\""));
    }

    [Test]
    public async Task Sections_narrow_the_list_and_long_lists_have_pages()
    {
        for (var number = 1; number <= 21; number++) await Published($"Заметка {number}.");
        var (first, second) = (await Read(Page), await Read($"{Page}?page=2"));
        await Assert.MultipleAsync(async () =>
        {
            Assert.That(first.Split("<article>"), Has.Length.EqualTo(21));
            Assert.That(first, Does.Contain("page=2"));
            Assert.That(second.Split("<article>"), Has.Length.EqualTo(2));
            Assert.That(await Read($"{Page}?category=Legal"), Does.Not.Contain("<article>"));
        });
    }

    [Test]
    public async Task The_feed_is_atom()
    {
        var id = await Published("Заголовок <b>", "Текст");
        using var answer = await Anonymous().GetAsync($"{Page}/feed.atom");
        Assert.That(answer.Content.Headers.ContentType!.MediaType, Is.EqualTo("application/atom+xml"));
        XNamespace atom = "http://www.w3.org/2005/Atom";
        var entry = XDocument.Parse(await answer.Content.ReadAsStringAsync()).Root!.Elements(atom + "entry").Single();
        Assert.That(((string?)entry.Element(atom + "id"), (string?)entry.Element(atom + "title")), Is.EqualTo(($"urn:uuid:{id}", "Заголовок <b>")));
    }

    [Test]
    public async Task What_an_author_types_is_shown_and_never_run()
    {
        var id = await Published("<script>alert(1)</script>", "<img src=x onerror=alert(1)>");
        using var answer = await Anonymous().GetAsync($"{Page}/{id}");
        Assert.That(await answer.Content.ReadAsStringAsync(), Does.Not.Contain("<script>").And.Not.Contain("<img"));
    }

    [Test]
    public async Task An_unknown_school_is_a_page_too_and_the_style_is_there()
    {
        await Anonymous().GetAsync($"/site/{Guid.NewGuid()}").Gives(404);
        await Anonymous().GetAsync($"/site/{Guid.NewGuid()}/feed.atom").Gives(404);
        using var style = await Anonymous().GetAsync("/site/style.css");
        Assert.That(style.Content.Headers.ContentType!.MediaType, Is.EqualTo("text/css"));
    }

    [Test]
    public void The_words_of_the_page_are_the_same_in_both_languages() =>
        Assert.That(SiteWords.For("ru").Keys, Is.EquivalentTo(SiteWords.For("en").Keys));

    [Test]
    public async Task Characters_that_no_feed_can_hold_are_in_neither_feed_nor_page()
    {
        var id = await Published("Заго\u000bловок", "Те\u000c\u0001\ufffeкст");
        await Sql.ExecuteAsync("""
            update site_post set title = title || chr(11), lead = lead || chr(1), body = body || chr(12) || chr(65534) where id = @id;
            update organization set name_short = name_short || chr(11) where id = @School
            """, new { id, School });
        XNamespace atom = "http://www.w3.org/2005/Atom";
        using var answer = await Anonymous().GetAsync($"{Page}/feed.atom");
        Assert.That((int)answer.StatusCode, Is.EqualTo(200), Failures.Last);
        var entry = XDocument.Parse(await answer.Content.ReadAsStringAsync()).Root!.Elements(atom + "entry").Single();
        Assert.That((string?)entry.Element(atom + "title"), Is.EqualTo("Заголовок"));
        Assert.That(WebUtility.HtmlDecode((string?)entry.Element(atom + "content")), Is.EqualTo("<p>Текст</p>\n"));
        Assert.That(await Read($"{Page}/{id}"), Does.Not.Match("[\u000b\u000c\u0001\ufffe]").And.Contain("Заголовок"));
    }
}
