using Microsoft.Playwright;

namespace Mentoring.Tests.Browser;

/// <summary>The administrator keeps what all schools choose from.</summary>
public sealed class AdministratorTests : BrowserTest
{
    [Test]
    public async Task Adds_an_entry_to_a_dictionary()
    {
        var admin = await SignedIn("admin@demo.example");
        await admin.Open("/admin?tab=dictionaries");
        await admin.Press("Добавить запись");
        await admin.Fill("Код", "mentor-teacher");
        await admin.Fill("Название по-русски", "Педагог-наставник");
        await admin.Fill("Название по-английски", "Teacher-mentor");
        await admin.Fill("Основание", "ПП РФ от 21.02.2022 № 225");
        await admin.InDialog("Добавить запись");
        await admin.Page.GetByRole(AriaRole.Row).Filter(new() { HasText = "Педагог-наставник" }).WaitForAsync();
    }

    [Test]
    public async Task Adds_a_municipality()
    {
        var admin = await SignedIn("admin@demo.example");
        await admin.Open("/admin?tab=territories");
        await admin.Press("Уральский федеральный округ");
        await admin.Press("Свердловская область");
        await admin.Press("Добавить территорию");
        await admin.Fill("Код", "65737000");
        await admin.Fill("Название по-русски", "Городской округ Заречный");
        await admin.Fill("Название по-английски", "Zarechny Urban District");
        await admin.InDialog("Добавить территорию");
        await admin.Page.GetByRole(AriaRole.Row).Filter(new() { HasText = "65737000" }).WaitForAsync();
    }
}
