using System.Text.Json;
using Mentoring.Tests.Support;
using Microsoft.Playwright;

namespace Mentoring.Tests.Browser;

/// <summary>axe finds nothing on any screen: light at the desk, dark on the phone, and in English; and no screen speaks two languages.</summary>
public sealed class AccessibilityTests : BrowserTest
{
    static readonly string Axe = File.ReadAllText(Repository.At("web-client", "node_modules", "axe-core", "axe.min.js"));

    /// <summary>A colour on its way from one theme to the other is neither's.</summary>
    const string AtOnce = """
        () => {
            const still = new CSSStyleSheet();
            still.replaceSync('*, *::before, *::after { transition: none !important; animation: none !important; }');
            document.adoptedStyleSheets.push(still);
        }
        """;

    static IEnumerable<string> Roles => Screens.All.Select(s => s.Role).Distinct();

    [Test]
    public void Every_screen_is_looked_at() =>
        Assert.That(Screens.All.Select(s => s.Route).Concat(Screens.SignedOut).Distinct(), Is.EquivalentTo(Screens.Declared()),
            "a new screen gets a line in its area's <Area>Screens.cs with a role that sees it");

    [TestCaseSource(nameof(Roles))]
    public async Task Axe_finds_nothing(string role)
    {
        var (school, territory) = await Place(role);
        var visitor = await SignedIn($"{role}@demo.example");
        var found = new List<string>();
        foreach (var screen in Screens.All.Where(s => s.Role == role))
        {
            if (screen.Route == "/imports/$importId") await visitor.UploadRoster();
            else await visitor.Open(await Address(visitor, screen, school, territory));
            found.AddRange(await Seen(visitor, screen.ToString()));
        }

        Assert.That(found, Is.Empty);
    }

    [TestCaseSource(typeof(Screens), nameof(Screens.SignedOut))]
    public async Task Axe_finds_nothing_before_signing_in(string path)
    {
        var visitor = await Opened();
        await visitor.Open(path);
        Assert.That(await Seen(visitor, path), Is.Empty);
    }

    [TestCase("mentor", "/today", "/my-profile", "/requests")]
    [TestCase("curator", "/school/$orgId", "/school/$orgId/programs", "/school/$orgId/matching", "/school/$orgId/census")]
    [TestCase("federal", "/analytics/$territory?view=table", "/analytics/$territory/report")]
    public async Task Axe_finds_nothing_in_English(string role, params string[] paths)
    {
        var (school, territory) = await Place(role);
        var visitor = await SignedIn($"{role}@demo.example");
        await visitor.Page.GetByText("EN", new() { Exact = true }).ClickAsync();
        await visitor.Page.Locator("html[lang=en]").WaitForAsync();
        var found = new List<string>();
        foreach (var path in paths)
        {
            await visitor.Open(Filled(path, school, territory));
            found.AddRange(await Seen(visitor, path));
        }

        Assert.That(found, Is.Empty);
    }

    /// <summary>What the product says itself; names and texts of people stay in the language they were written in.</summary>
    [TestCaseSource(nameof(Roles))]
    public async Task An_English_screen_says_nothing_in_Russian(string role)
    {
        var (school, territory) = await Place(role);
        var visitor = await SignedIn($"{role}@demo.example");
        await visitor.Page.GetByText("EN", new() { Exact = true }).ClickAsync();
        await visitor.Page.Locator("html[lang=en]").WaitForAsync();
        var found = new List<string>();
        foreach (var screen in Screens.All.Where(s => s.Role == role && s.Route != "/imports/$importId"))
        {
            await visitor.Open(await Address(visitor, screen, school, territory));
            await Ready(visitor.Page);
            found.AddRange((await Language.ForeignWords(visitor.Page)).Select(word => $"{screen}: {word}"));
        }

        Assert.That(found, Is.Empty);
    }

    /// <summary>The school in which the person works, and the territory.</summary>
    static async Task<(string School, string Territory)> Place(string role)
    {
        using var person = await Demo.SignedIn($"{role}@demo.example");
        var assignment = (await person.GetAsync("/api/v1/me").Ok())["assignments"]![0]!;
        return ((string?)assignment["organizationId"] ?? "", (string?)assignment["territoryCode"] ?? "");
    }

    static string Filled(string path, string school, string territory) => path
        .Replace("$orgId", school, StringComparison.Ordinal)
        .Replace("$territory", territory, StringComparison.Ordinal)
        .Replace("$region", territory, StringComparison.Ordinal);

    static async Task<string> Address(Visitor visitor, Screen screen, string school, string territory)
    {
        var path = Filled(screen.Route + screen.Search, school, territory);
        if (screen.ListedOn is null) return path;
        await visitor.Open(Filled(screen.ListedOn, school, territory));
        await Ready(visitor.Page);
        string? id = null;
        // A page is quiet for a moment before it asks for its list.
        await Eventually.Holds(async () =>
        {
            var links = await visitor.Page.Locator("main a[href]").EvaluateAllAsync<string[]>("all => all.map(a => a.getAttribute('href'))");
            return (id = links.Select(link => screen.Link.Match(link)).FirstOrDefault(m => m.Success)?.Groups["id"].Value) is not null;
        }, $"{screen.ListedOn} leads to {screen.Route}");
        return path.Replace(path.Split('/', '?').First(part => part.StartsWith('$')), id, StringComparison.Ordinal);
    }

    static async Task Ready(IPage page)
    {
        await page.GetByRole(AriaRole.Heading, new() { Level = 1 }).WaitForAsync();
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
    }

    /// <summary>What axe objects to on the open screen, which must be that screen and not its refusal.</summary>
    static async Task<IReadOnlyList<string>> Seen(Visitor visitor, string name)
    {
        var page = visitor.Page;
        await Ready(page);
        var heading = await page.GetByRole(AriaRole.Heading, new() { Level = 1 }).TextContentAsync();
        Assert.That(heading, Is.Not.AnyOf("Нет прав на этот раздел", "You have no access to this section", "Страница не найдена", "Page not found",
            "Не получилось открыть страницу", "The page could not be opened"), name);
        var found = (await Language.ForeignWords(page)).Select(word => $"{name}, foreign: {word}").ToList();
        await page.EvaluateAsync(Axe);
        await page.EvaluateAsync(AtOnce);
        foreach (var (theme, width) in new[] { (ColorScheme.Light, 1440), (ColorScheme.Dark, 390) })
        {
            await page.EmulateMediaAsync(new() { ColorScheme = theme });
            await page.SetViewportSizeAsync(width, 900);
            await page.Locator($"html[data-mantine-color-scheme={(theme == ColorScheme.Dark ? "dark" : "light")}]").WaitForAsync();
            found.AddRange((await Violations(page)).Select(v => $"{name}, {theme}, {width} px: {v}"));
        }

        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        await page.SetViewportSizeAsync(1440, 900);
        return found;
    }

    /// <summary>
    /// What axe objects to by WCAG 2.2 AA and its own best practices, with the first element of each; a page wider than its window,
    /// and a table cut off by a phone's.
    /// </summary>
    static async Task<IReadOnlyList<string>> Violations(IPage page)
    {
        var found = await page.EvaluateAsync<JsonElement>("""
            async () => {
                const frame = () => new Promise(requestAnimationFrame);
                const root = document.documentElement;
                const wide = () => root.scrollWidth > root.clientWidth;
                // What reacts to the new size does so in the next frames.
                for (let i = 0; i < 2 || (i < 90 && wide()); i++) await frame();
                const axe = await window.axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] });
                return axe.violations.map(v => `${v.id}: ${v.nodes[0].html}`)
                    .concat(wide() ? [`wider than the window: ${root.scrollWidth}`] : [])
                    // On a phone a row is a card: nothing of a table is cut off.
                    .concat(innerWidth > 500 ? [] : [...document.querySelectorAll('table[role=table]')]
                        .filter(table => table.scrollWidth > table.parentElement.clientWidth)
                        .map(table => `a table is cut: ${table.ariaLabel}`));
            }
            """);
        return [.. found.EnumerateArray().Select(v => v.GetString()!)];
    }
}
