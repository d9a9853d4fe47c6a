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
}
