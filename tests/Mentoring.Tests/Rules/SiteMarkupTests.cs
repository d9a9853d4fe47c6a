using Mentoring.Api.Features.School.Site;

namespace Mentoring.Tests.Rules;

public sealed class SiteMarkupTests
{
    [TestCase("a\n \nb", ExpectedResult = "<p>a</p>\n<p>b</p>\n")]
    [TestCase("## Plan", ExpectedResult = "<h2>Plan</h2>\n")]
    [TestCase("- a\n- b", ExpectedResult = "<ul><li>a</li><li>b</li></ul>\n")]
    [TestCase("a\nb", ExpectedResult = "<p>a<br>b</p>\n")]
    [TestCase("See https://a.example/x?y=1.", ExpectedResult = "<p>See <a href=\"https://a.example/x?y=1\" target=\"_top\" rel=\"nofollow "
        + "noopener\">https://a.example/x?y=1</a>.</p>\n")]
    public string Signs_become_html(string text) => SiteMarkup.Html(text);

    [TestCase("<script>alert(1)</script>")]
    [TestCase("\"><img src=x onerror=alert(1)>")]
    [TestCase("https://a.example/\"onmouseover=\"alert(1)")]
    [TestCase("javascript:alert(1)")]
    public void No_author_brings_markup(string text) =>
        Assert.That(SiteMarkup.Html(text), Does.Not.Contain("<script").And.Not.Contain("<img")
            .And.Not.Contain("\"onmouseover").And.Not.Contain("href=\"javascript"));
}
