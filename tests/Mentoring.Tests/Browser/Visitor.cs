using System.Text.RegularExpressions;
using Mentoring.Demo;
using Microsoft.Playwright;

namespace Mentoring.Tests.Browser;

/// <summary>A person at the browser: does what people do and finds things by what they read on the screen.</summary>
public sealed class Visitor(IPage page)
{
    public IPage Page => page;

    /// <summary>A browser window of one's own, not signed in.</summary>
    public static async Task<Visitor> Open(IBrowser browser, Uri address, BrowserNewContextOptions? options = null)
    {
        options ??= new();
        options.BaseURL = address.ToString();
        options.Locale = "ru-RU";
        options.ReducedMotion = ReducedMotion.Reduce;
        options.ViewportSize ??= new() { Width = 1440, Height = 1000 };
        var context = await browser.NewContextAsync(options);
        context.SetDefaultTimeout(60_000);
        return new Visitor(await context.NewPageAsync());
    }

    /// <summary>Signs in on the product's own page and waits for the first screen.</summary>
    public async Task SignIn(string email)
    {
        await page.GotoAsync("/");
        await page.GetByLabel(new Regex("^(Электронная почта|E-mail)")).FillAsync(email);
        await page.GetByLabel(new Regex("^(Пароль|Password)")).First.FillAsync(DemoPeople.Password);
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync(new Regex("/(today|tutoring|school|analytics|admin|council|psych|organizations)"));
        await page.GetByRole(AriaRole.Heading, new() { Level = 1 }).WaitForAsync();
    }

    public Task Open(string path) => page.GotoAsync(path);

    public Task Fill(string label, string text) => Field(label).FillAsync(text);

    /// <summary>Chooses in a list that the browser draws.</summary>
    public async Task Select(string label, string option)
    {
        var field = Field(label);
        var value = await field.Locator("option").Filter(new() { HasText = option }).First.GetAttributeAsync("value");
        await field.SelectOptionAsync(value!);
    }

    /// <summary>Types into a field that offers people, and takes the first.</summary>
    public async Task Pick(string label, string name)
    {
        await Fill(label, name.Split(' ')[0]);
        await page.GetByRole(AriaRole.Option, new() { NameRegex = new Regex(Regex.Escape(name)) }).First.ClickAsync();
    }

    public Task Press(string button) => page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).First.ClickAsync();

    /// <summary>Presses the button of one thing in a list of many alike.</summary>
    public Task Press(string button, string of) =>
        page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex($"^{Regex.Escape(button)} ?: {Regex.Escape(of)}") }).First.ClickAsync();

    /// <summary>Follows a link and waits for the page it leads to: until that has come, the old one stays and takes input.</summary>
    public async Task Follow(string link, string heading)
    {
        await page.GetByRole(AriaRole.Link, new() { NameRegex = new Regex("^" + Regex.Escape(link)) }).First.ClickAsync();
        await Heading(heading);
    }

    public Task Tab(string name) => page.GetByRole(AriaRole.Tab, new() { NameRegex = new Regex("^" + Regex.Escape(name)) }).ClickAsync();

    /// <summary>Presses the button, and the same one in the dialog that asks whether it is meant.</summary>
    public async Task Decide(string button)
    {
        await Press(button);
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();
    }

    /// <summary>Presses a button of the open dialog and waits until that is gone.</summary>
    public async Task InDialog(string button)
    {
        var dialog = page.GetByRole(AriaRole.Dialog);
        await dialog.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();
        await dialog.WaitForAsync(new() { State = WaitForSelectorState.Hidden });
    }

    /// <summary>Waits for the screen whose heading begins so.</summary>
    public Task Heading(string text) =>
        page.GetByRole(AriaRole.Heading, new() { Level = 1, NameRegex = new Regex("^" + Regex.Escape(text)) }).WaitForAsync();

    public Task Sees(string text) => page.GetByText(new Regex(text)).First.WaitForAsync();

    /// <summary>As curator: sends the demo's roster file of the own school, and waits until the product has looked through it.</summary>
    public async Task UploadRoster()
    {
        await Follow("Загрузка списка", "Загрузка");
        var school = Guid.Parse(new Uri(page.Url).Segments[2].TrimEnd('/'));
        var zip = DemoRoster.Zip(DemoCountry.At(TimeProvider.System.GetUtcNow()), school, DateOnly.FromDateTime(DateTime.UtcNow));
        await page.SetInputFilesAsync("input[type=file]", new FilePayload { Name = "roster.zip", MimeType = "application/zip", Buffer = zip });
        await page.GetByLabel("Пропустить и внести остальное").WaitForAsync();
    }

    /// <summary>A section may bear a name that begins alike.</summary>
    ILocator Field(string label) => page.GetByLabel(new Regex("^" + Regex.Escape(label))).And(page.Locator(":not(section)")).First;
}
