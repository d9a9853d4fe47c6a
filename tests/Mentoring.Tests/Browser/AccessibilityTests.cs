using System.Text.Json;
using Mentoring.Tests.Support;
using Microsoft.Playwright;

namespace Mentoring.Tests.Browser;

/// <summary>axe finds nothing on the main screens, in both themes, at the desk and on the phone.</summary>
public sealed class AccessibilityTests : BrowserTest
{
    static readonly string Axe = Repository.At("web-client", "node_modules", "axe-core", "axe.min.js");

    [TestCase("federal@demo.example", "/analytics/RU?view=map", "/analytics/RU?view=series", "/analytics/RU/report", "/organizations")]
    [TestCase("curator@demo.example", "/school/{school}", "/school/{school}/programs", "/school/{school}/people", "/school/{school}/imports", "/programs/new?org={school}")]
    [TestCase("curator@demo.example", "/school/{school}/mentors", "/school/{school}/mentees", "/school/{school}/mentees?tab=requests", "/school/{school}/census")]
    [TestCase("mentee@demo.example", "/my-profile", "/my-profile?tab=mentor", "/my-profile?tab=request", "/my-profile?tab=entitlements")]
    [TestCase("mentor@demo.example", "/today", "/profile")]
    [TestCase("admin@demo.example", "/admin", "/admin/imports")]
    public async Task Axe_finds_nothing(string email, params string[] paths)
    {
        var school = await School();
        foreach (var (theme, width) in new[] { (ColorScheme.Light, 1440), (ColorScheme.Dark, 390) })
        {
            var visitor = await SignedIn(email, new() { ColorScheme = theme, ViewportSize = new() { Width = width, Height = 900 } });
            foreach (var path in paths)
            {
                await visitor.Open(path.Replace("{school}", school.ToString(), StringComparison.Ordinal));
                await visitor.Page.GetByRole(AriaRole.Heading, new() { Level = 1 }).WaitForAsync();
                await visitor.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
                Assert.That(await Violations(visitor.Page), Is.Empty, $"{path}, {theme}, {width} px");
            }

            await visitor.Page.Context.CloseAsync();
        }
    }

    async Task<Guid> School()
    {
        using var system = await Demo.System("school-demo");
        return (Guid)(await system.GetAsync("/api/v1/me").Ok())["assignments"]![0]!["organizationId"]!;
    }

    /// <summary>What axe objects to by WCAG 2.2 AA and its own best practices, with the first element of each.</summary>
    static async Task<IReadOnlyList<string>> Violations(IPage page)
    {
        await page.EvaluateAsync(await File.ReadAllTextAsync(Axe));
        var found = await page.EvaluateAsync<JsonElement>("""
            async () => (await axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })).violations
                .map(v => `${v.id}: ${v.nodes[0].html}`)
            """);
        return [.. found.EnumerateArray().Select(v => v.GetString()!)];
    }
}
