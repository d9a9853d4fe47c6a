using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Mentoring.Tests.Browser;

/// <summary>A meeting of the council: two votes of five do not decide, three do, and the minutes get a number.</summary>
public sealed class CouncilTests : BrowserTest
{
    const string Decision = "Провести неделю открытых уроков наставников";

    [Test]
    public async Task Meets_votes_and_writes_the_minutes()
    {
        var chair = await Visitor("council");
        await chair.Follow("Совет наставников", "Совет наставников");
        await chair.Tab("Заседания");
        await chair.Page.GetByRole(AriaRole.Listitem).Filter(new() { HasText = "Назначено" }).GetByRole(AriaRole.Link).First.ClickAsync();
        await chair.Heading("Заседание совета наставников");
        var members = chair.Page.GetByRole(AriaRole.Region, new() { Name = "Присутствие" }).GetByRole(AriaRole.Checkbox);
        await members.First.WaitForAsync();
        foreach (var present in await members.AllAsync()) await present.CheckAsync();
        await chair.Decide("Открыть заседание");
        await chair.Press("Предложить решение");
        await chair.Page.GetByRole(AriaRole.Textbox, new() { NameRegex = new Regex("^Решение") }).FillAsync(Decision);
        await chair.InDialog("Предложить решение");
        await chair.Press("Поставить на голосование");
        await chair.Press("За");
        await chair.Sees("проголосовал 1");

        await Vote("member", chair, "проголосовали 2");
        await chair.Page.ReloadAsync();
        await chair.Press("Подвести итог");
        await chair.Sees("^Проголосовали не все: чтобы решить, нужно не меньше 3 голосов");

        await Vote("member2", chair, "проголосовали 3");
        await chair.Page.ReloadAsync();
        await chair.Press("Подвести итог");
        await chair.Sees("за — 3, против — 0, воздержались — 0");
        await chair.Press("Закрыть заседание");
        await chair.Fill("Секретарь", await Name("member"));
        await chair.Fill("Слушали по вопросу 1", "Председатель предложила неделю открытых уроков");
        await chair.InDialog("Закрыть заседание");
        await chair.Heading("Заседание совета наставников, протокол № ");
        await chair.Page.EmulateMediaAsync(new() { Media = Media.Print });
        await chair.Sees($"^РЕШИЛИ: {Decision}");
    }

    async Task Vote(string role, Visitor chair, string then)
    {
        var member = await Visitor(role);
        await member.Open(new Uri(chair.Page.Url).AbsolutePath);
        await member.Press("За");
        await member.Sees(then);
    }

    [Test]
    public async Task Proposes_to_honour_somebody()
    {
        var member = await Visitor("member");
        await member.Open("/council/incentives");
        await member.Press("Предложить");
        await member.Select("Кого поощрить", await Name("mentor"));
        await member.Fill("Поощрение", "Благодарственное письмо");
        await member.Fill("За что", "Провёл открытые уроки для молодых коллег");
        await member.InDialog("Предложить");
        await member.Sees("Благодарственное письмо");
    }
}
