using Mentoring.Tests.Integration;
using Mentoring.Tests.Support;
using Microsoft.Playwright;

namespace Mentoring.Tests.Browser;

/// <summary>
/// One browser and one running product for all fixtures here, since both take long to start. They work with the same people,
/// so that they follow one another; beside all other fixtures, and first, since they take the longest.
/// </summary>
[SetUpFixture, Parallelizable(ParallelScope.Self), SingleThreaded, Order(2)]
public sealed class BrowserSession
{
    static IPlaywright? _playwright;

    internal static IBrowser Browser { get; private set; } = null!;

    internal static DemoProduct Demo { get; private set; } = null!;

    [OneTimeSetUp]
    public async Task Open()
    {
        if (!File.Exists(Repository.At("web-client", "dist", "index.html")))
            Assert.Fail("The web client is not built: build the solution without SkipSpa.");
        _playwright = await Playwright.CreateAsync();
        Browser = await Chromium.Launch(_playwright);
        Demo = await DemoProduct.Start();
    }

    [OneTimeTearDown]
    public async Task Close()
    {
        if (Browser is not null) await Browser.CloseAsync();
        _playwright?.Dispose();
        if (Demo is not null) await Demo.DisposeAsync();
    }
}
