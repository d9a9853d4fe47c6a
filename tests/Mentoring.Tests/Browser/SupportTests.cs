using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Mentoring.Tests.Browser;

/// <summary>The support graph on its three screens: a body takes schools, a school sees it, the region sees where nobody is.</summary>
public sealed class SupportTests : BrowserTest
{
    [Test]
    public async Task The_region_goes_from_its_map_to_whom_nobody_supports()
    {
        var region = await SignedIn("region@demo.example");
        await region.Follow("Карта сопровождения", "Карта сопровождения");
        await region.Page.GetByRole(AriaRole.Link, new() { NameRegex = new Regex("Стажировки.*Всего: кого не сопровождают") }).First.ClickAsync();
        await region.Page.GetByRole(AriaRole.Rowheader).First.WaitForAsync();
        await region.Tab("Кто сопровождает");
        await region.Page.GetByRole(AriaRole.Rowheader, new() { Name = "ЦНППМ" }).First.WaitForAsync();
    }
}
