using Microsoft.Playwright;

namespace Mentoring.Tests.Browser;

/// <summary>The head of a school: the way to a running system, its documents and who has which role.</summary>
public sealed class HeadTests : BrowserTest
{
    [Test]
    public async Task Draws_up_a_document_and_approves_it()
    {
        var head = await Visitor("head");
        await head.Follow("Внедрение", "Внедрение наставничества");
        await head.Sees("^Готово шагов: ");
        await head.Follow("Документы", "Документы о наставничестве");
        await head.Press("Подготовить документ");
        await head.Select("Вид документа", "Памятка о правах");
        await head.Fill("Название", "Памятка наставнику о правах");
        await head.Press("Составить черновик");
        await head.Heading("Памятка наставнику о правах");
        await head.Decide("Передать руководителю");
        await head.Press("Утвердить");
        await head.Fill("Номер", "112-од");
        await head.InDialog("Утвердить");
        await head.Sees("^№ 112-од от ");
    }

    [Test]
    public async Task Gives_a_role_to_somebody_of_the_staff()
    {
        var head = await Visitor("head");
        await head.Follow("Роли", "Роли сотрудников");
        await head.Press("Назначить роль");
        await head.Select("Роль", "Педагог-психолог");
        await head.Pick("Сотрудник", await Name("member"));
        await head.Fill("Основание", "Приказ № 31-к");
        await head.InDialog("Назначить");
        await head.Page.GetByRole(AriaRole.Row).Filter(new() { HasText = "Приказ № 31-к" }).Filter(new() { HasText = "Педагог-психолог" }).WaitForAsync();
    }
}
