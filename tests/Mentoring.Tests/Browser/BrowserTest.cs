using Mentoring.Tests.Integration;
using Mentoring.Tests.Support;
using Microsoft.Playwright;
using NUnit.Framework.Interfaces;

namespace Mentoring.Tests.Browser;

/// <summary>A fixture with a real browser on the running product. When a test fails, every open page is kept as a picture and printed as text.</summary>
[Category("Browser"), NonParallelizable]
public abstract class BrowserTest
{
    IPlaywright _playwright = null!;

    protected IBrowser Browser { get; private set; } = null!;

    protected DemoProduct Demo { get; private set; } = null!;

    [OneTimeSetUp]
    public async Task OpenBrowser()
    {
        if (!File.Exists(Repository.At("web-client", "dist", "index.html")))
            Assert.Fail("The web client is not built: build the solution without SkipSpa.");
        _playwright = await Playwright.CreateAsync();
        Browser = await Chromium.Launch(_playwright);
        Demo = await DemoProduct.Start();
    }

    [OneTimeTearDown]
    public async Task CloseBrowser()
    {
        if (Browser is not null) await Browser.CloseAsync();
        _playwright?.Dispose();
        if (Demo is not null) await Demo.DisposeAsync();
    }

    [TearDown]
    public async Task KeepPages()
    {
        if (TestContext.CurrentContext.Result.Outcome.Status != TestStatus.Failed) return;
        foreach (var (page, number) in Browser.Contexts.SelectMany(c => c.Pages).Select((p, i) => (p, i)))
        {
            var picture = Path.Combine(TestContext.CurrentContext.WorkDirectory, $"{TestContext.CurrentContext.Test.MethodName}-{number}.png");
            await page.ScreenshotAsync(new() { Path = picture });
            TestContext.AddTestAttachment(picture, page.Url);
            await TestContext.Out.WriteLineAsync($"{page.Url}\n{await page.Locator("body").AriaSnapshotAsync()}\n");
        }
    }

    protected Task<Visitor> Visitor(string role, BrowserNewContextOptions? options = null) => SignedIn(Demo.Email(role), options);

    protected Task<Visitor> SignedIn(string email, BrowserNewContextOptions? options = null) =>
        Mentoring.Tests.Browser.Visitor.SignIn(Browser, Demo.Product.Address, email, options);
}
