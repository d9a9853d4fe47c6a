using Mentoring.Demo;
using Mentoring.Tests.Support;
using Microsoft.Playwright;

namespace Mentoring.Tests.Browser;

/// <summary>What people wait for, screen by screen: printed as a table, and held where it is a count and no timing.</summary>
public sealed class FirstLoadTests : BrowserTest
{
    const int MostRequests = 25;
    const double MostShift = 0.02;

    /// <summary>Screens of many parts that still ask for more, each for an answer of its own. These numbers only go down.</summary>
    static readonly Dictionary<string, int> Heavier = new() { ["school"] = 28, ["programs"] = 29, ["program"] = 31 };

    static readonly (int Width, int Height)[] Windows = [(1440, 900), (390, 844)];

    [Test]
    public async Task A_screen_comes_whole_with_few_requests_and_without_jumping()
    {
        var school = await School("curator");
        (string Name, string? Role, string Path)[] screens =
        [
            ("sign-in", null, "/signin"), ("today", "mentor", "/today"), ("school", "curator", $"/school/{school}"),
            ("programs", "curator", $"/school/{school}/programs"), ("program", "curator", $"/programs/{await Program(school)}"),
            ("people", "curator", $"/school/{school}/people"), ("analytics", "analyst", "/"),
        ];
        var rows = new List<string>();
        var faults = new List<string>();
        foreach (var (width, height) in Windows)
            foreach (var (name, role, path) in screens)
            {
                BrowserNewContextOptions window = new() { ViewportSize = new() { Width = width, Height = height } };
                var visitor = role is null ? await Opened(window) : await SignedIn($"{role}@demo.example", window);
                var load = await ScreenLoad.Of(visitor, path);
                rows.Add(load.Row(name, width));
                if (load.Asked.Count > Heavier.GetValueOrDefault(name, MostRequests))
                    faults.Add($"{name}, {width} px: {load.Asked.Count} requests\n{string.Join('\n', load.Asked)}");
                if (load.Shift > MostShift) faults.Add($"{name}, {width} px: moves by {load.Shift:0.000}\n{load.Shifted}");
                if (load.Documents != 1) faults.Add($"{name}, {width} px: the application starts {load.Documents} times");
            }

        await TestContext.Out.WriteLineAsync($"{ScreenLoad.Head}\n{string.Join("\n", rows)}");
        Assert.That(faults, Is.Empty);
    }

    [Test]
    public async Task A_reload_keeps_the_screen_and_leaves_nothing_in_the_tabs_storage()
    {
        var visitor = await SignedIn("mentor@demo.example");
        await visitor.Open("/today");
        var load = await ScreenLoad.Of(visitor, "/today?");

        Assert.That(new Uri(visitor.Page.Url).AbsolutePath, Is.EqualTo("/today"));
        Assert.That(load.Documents, Is.EqualTo(1));
        Assert.That(await visitor.Page.EvaluateAsync<int>("() => document.querySelectorAll('iframe').length"), Is.Zero);
        var kept = await visitor.Page.EvaluateAsync<string>("() => JSON.stringify({ ...sessionStorage, ...localStorage })");
        Assert.That(kept, Does.Not.Contain("token").And.Not.Contain("oidc"));
    }

    [Test]
    public async Task Who_has_to_sign_in_first_comes_to_where_they_were_going()
    {
        var visitor = await Opened();
        await visitor.Open("/my-profile?tab=incentives");
        await visitor.Heading("Вход");
        await visitor.Fill("Электронная почта", "mentor@demo.example");
        await visitor.Fill("Пароль", DemoPeople.Password);
        await visitor.Page.Keyboard.PressAsync("Enter");
        await visitor.Page.WaitForURLAsync(url => url.Contains("/my-profile?tab=incentives", StringComparison.Ordinal));
    }

    static async Task<string> School(string role)
    {
        using var person = await Demo.SignedIn($"{role}@demo.example");
        return (string)(await person.GetAsync("/api/v1/me").Ok())["assignments"]![0]!["organizationId"]!;
    }

    static async Task<string> Program(string school)
    {
        using var curator = await Demo.SignedIn("curator@demo.example");
        return (string)(await curator.GetAsync($"/api/v1/programs?organizationId={school}&status=Active&size=1").Ok())["items"]![0]!["id"]!;
    }
}
