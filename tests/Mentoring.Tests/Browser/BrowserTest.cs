using Mentoring.Tests.Integration;
using Mentoring.Tests.Support;
using Microsoft.Playwright;
using NUnit.Framework.Interfaces;

namespace Mentoring.Tests.Browser;

/// <summary>A fixture with a real browser on the running product. When a test fails, every open page is kept as a picture and as text.</summary>
[Category("Browser")]
public abstract class BrowserTest
{
    /// <summary>Lines of a page's text.</summary>
    const int Printed = 15;

    readonly List<IBrowserContext> _opened = [];

    protected static DemoProduct Demo => BrowserSession.Demo;

    protected static IBrowser Browser => BrowserSession.Browser;

    [TearDown]
    public async Task ClosePages()
    {
        if (TestContext.CurrentContext.Result.Outcome.Status == TestStatus.Failed) await KeepPages();
        foreach (var context in _opened) await context.CloseAsync();
        _opened.Clear();
    }

    /// <summary>Somebody of the showcase school.</summary>
    protected Task<Visitor> Visitor(string role, BrowserNewContextOptions? options = null) => SignedIn(Demo.Email(role), options);

    protected async Task<Visitor> SignedIn(string email, BrowserNewContextOptions? options = null)
    {
        var visitor = await Opened(options);
        await visitor.SignIn(email);
        return visitor;
    }

    /// <summary>Somebody who has not signed in.</summary>
    protected async Task<Visitor> Opened(BrowserNewContextOptions? options = null)
    {
        var visitor = await Mentoring.Tests.Browser.Visitor.Open(Browser, Demo.Product.Address, options);
        _opened.Add(visitor.Page.Context);
        return visitor;
    }

    /// <summary>The full name of somebody of the showcase school.</summary>
    protected static async Task<string> Name(string role)
    {
        using var person = await Demo.Person(role);
        return (string)(await person.GetAsync("/api/v1/me").Ok())["name"]!;
    }

    async Task KeepPages()
    {
        foreach (var (page, number) in _opened.SelectMany(c => c.Pages).Select((p, i) => (p, i)))
        {
            var picture = Path.Combine(TestContext.CurrentContext.WorkDirectory, $"{TestContext.CurrentContext.Test.MethodName}-{number}.png");
            await page.ScreenshotAsync(new() { Path = picture });
            TestContext.AddTestAttachment(picture, page.Url);
            var text = await page.Locator("body").AriaSnapshotAsync();
            await File.WriteAllTextAsync(Path.ChangeExtension(picture, "txt"), text);
            // The beginning alone: what failed stands above it, and a log is read from its end.
            await TestContext.Out.WriteLineAsync($"{page.Url}\n{string.Join('\n', text.Split('\n').Take(Printed))}\n");
        }
    }
}
