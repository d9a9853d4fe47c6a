using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Mentoring.Tests.Browser;

/// <summary>From the region, or the whole country, down; and out as a file.</summary>
public sealed class AnalystTests : BrowserTest
{
    [Test]
    public async Task Goes_from_the_region_to_a_municipality_and_takes_a_file()
    {
        var analyst = await SignedIn("analyst@demo.example");
        await analyst.Open("/analytics/RU-SVE?view=table");
        await analyst.Heading("Свердловская область");
        await analyst.Page.GetByRole(AriaRole.Link, new() { NameRegex = new Regex("Екатеринбург") }).First.ClickAsync();
        await analyst.Heading("город Екатеринбург");
        var file = await analyst.Page.RunAndWaitForDownloadAsync(() => analyst.Press("Скачать CSV"));
        Assert.That(file.SuggestedFilename, Does.EndWith(".csv"));
    }

    [Test]
    public async Task Goes_from_the_country_to_a_region()
    {
        var analyst = await SignedIn("federal-analyst@demo.example");
        await analyst.Open("/analytics/RU?view=table");
        await analyst.Page.GetByRole(AriaRole.Link, new() { Name = "Тверская область" }).First.ClickAsync();
        await analyst.Heading("Тверская область");
    }
}
