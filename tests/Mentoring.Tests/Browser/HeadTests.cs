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
    public async Task Proposes_a_psychologist_who_agrees_and_whom_the_region_confirms()
    {
        var head = await Visitor("head");
        await head.Follow("Роли", "Роли сотрудников");
        await head.Press("Назначить роль");
        await head.Select("Роль", "Педагог-психолог");
        await head.Pick("Сотрудник", await Name("member"));
        await head.Fill("Основание", "Приказ № 31-к");
        await head.InDialog("Предложить роль");
        await head.Sees("Ждёт согласия");

        var member = await Visitor("member");
        await member.Open("/today");
        await member.Heading("Мой день");
        await member.Sees("Вам предлагают роль: Педагог-психолог");
        await member.Press("Согласиться");
        await member.Sees("Вы согласились");

        var region = await Visitor("region");
        await region.Follow("Назначения", "Назначения на подтверждение");
        await region.Press("Подтвердить", await Name("member"));
        await region.InDialog("Подтвердить");

        await head.Page.ReloadAsync();
        await head.Page.GetByRole(AriaRole.Row).Filter(new() { HasText = "Приказ № 31-к" }).Filter(new() { HasText = "Педагог-психолог" }).WaitForAsync();
    }
}
