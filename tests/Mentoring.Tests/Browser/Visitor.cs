using System.Text.RegularExpressions;
using Mentoring.Api.Hosting.Demo;
using Microsoft.Playwright;

namespace Mentoring.Tests.Browser;

/// <summary>A person at the browser: does what people do and finds things by what they read on the screen.</summary>
public sealed class Visitor(IPage page)
{
    public IPage Page => page;

    /// <summary>Signs in on the product's own page and waits for the first screen.</summary>
    public static async Task<Visitor> SignIn(IBrowser browser, Uri address, string email, BrowserNewContextOptions? options = null)
    {
        options ??= new();
        options.BaseURL = address.ToString();
        options.Locale = "ru-RU";
        options.ReducedMotion = ReducedMotion.Reduce;
        options.ViewportSize ??= new() { Width = 1440, Height = 1000 };
        var context = await browser.NewContextAsync(options);
        context.SetDefaultTimeout(60_000);
        var page = await context.NewPageAsync();
        var visitor = new Visitor(page);
        await page.GotoAsync("/");
        await visitor.Fill("Электронная почта", email);
        await visitor.Fill("Пароль", DemoPeople.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Войти", Exact = true }).ClickAsync();
        await page.WaitForURLAsync(new Regex("/(today|school|analytics|admin)"));
        await page.GetByRole(AriaRole.Heading, new() { Level = 1 }).WaitForAsync();
        return visitor;
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

    /// <summary>Follows a link and waits for the page it leads to: until that has come, the old one stays and takes input.</summary>
    public async Task Follow(string link, string heading)
    {
        await page.GetByRole(AriaRole.Link, new() { NameRegex = new Regex("^" + Regex.Escape(link)) }).First.ClickAsync();
        await page.GetByRole(AriaRole.Heading, new() { Level = 1, NameRegex = new Regex("^" + Regex.Escape(heading)) }).WaitForAsync();
    }

    public Task Tab(string name) => page.GetByRole(AriaRole.Tab, new() { NameRegex = new Regex("^" + Regex.Escape(name)) }).ClickAsync();

    /// <summary>Presses the button, and the same one in the dialog that asks whether it is meant.</summary>
    public async Task Decide(string button)
    {
        await Press(button);
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();
    }

    public Task Sees(string text) => page.GetByText(new Regex(text)).First.WaitForAsync();

    ILocator Field(string label) => page.GetByLabel(new Regex("^" + Regex.Escape(label))).First;
}
