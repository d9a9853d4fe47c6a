using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Mentoring.Tests.Browser;

/// <summary>The support graph on its three screens: a body takes schools, a school sees it, the region sees where nobody is.</summary>
public sealed class SupportTests : BrowserTest
{
    [Test]
    public async Task A_centre_takes_a_whole_municipality_and_a_school_of_it_sees_that()
    {
        var centre = await SignedIn("centre-head@demo.example");
        await centre.Heading("Кого мы сопровождаем");
        await centre.Press("Взять на сопровождение");
        var dialog = centre.Page.GetByRole(AriaRole.Dialog);
        await dialog.GetByLabel(new Regex("^Муниципалитет")).SelectOptionAsync(new SelectOptionValue { Label = "город Екатеринбург" });
        await dialog.GetByLabel(new Regex("^Услуги")).First.ClickAsync();
        await centre.Page.GetByRole(AriaRole.Listbox).GetByRole(AriaRole.Option, new() { NameRegex = new Regex("^Мониторинг") }).ClickAsync();
        await centre.Fill("Основание", "Соглашение браузера № 1");
        await centre.Fill("Первый день", "01.10.2026");
        await centre.InDialog("Взять на сопровождение");

        var head = await SignedIn("head@demo.example");
        await head.Follow("Кто нас сопровождает", "Кто нас сопровождает");
        await head.Page.GetByText("Соглашение браузера № 1").First.WaitForAsync();
    }

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
