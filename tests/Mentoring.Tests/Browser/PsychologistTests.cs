using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Mentoring.Tests.Browser;

/// <summary>The psychologist's conclusions on pairs and on readiness.</summary>
public sealed class PsychologistTests : BrowserTest
{
    [Test]
    public async Task Gives_an_opinion_on_a_pair()
    {
        var psychologist = await Visitor("psychologist");
        await psychologist.Follow("Психолог", "Рабочее место психолога");
        var waiting = psychologist.Page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^Дать заключение: ") }).First;
        var pair = (await waiting.GetAttributeAsync("aria-label"))!["Дать заключение: ".Length..];
        await waiting.ClickAsync();
        await psychologist.Fill("Основания", "Похожий темп, оба открыты к разговору");
        await psychologist.InDialog("Сохранить заключение");
        await psychologist.Tab("Ждёт меня");
        await Assertions.Expect(psychologist.Page.GetByRole(AriaRole.Button, new() { Name = $"Дать заключение: {pair}" }))
            .ToHaveCountAsync(0, new() { Timeout = 60_000 });
    }

    [Test]
    public async Task Records_whether_a_mentee_is_ready()
    {
        var psychologist = await Visitor("psychologist");
        await psychologist.Open("/psych?tab=readiness");
        await psychologist.Page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^Проверить готовность: ") }).First.ClickAsync();
        var dialog = psychologist.Page.GetByRole(AriaRole.Dialog);
        await dialog.GetByRole(AriaRole.Radiogroup).First.WaitForAsync();
        foreach (var question in await dialog.GetByRole(AriaRole.Radiogroup).AllAsync()) await question.GetByRole(AriaRole.Radio).Last.CheckAsync();
        await psychologist.Fill("Рекомендации", "Начать с разбора собственных уроков");
        await dialog.GetByRole(AriaRole.Button).Last.ClickAsync();
        await psychologist.Sees("^Начать с разбора собственных уроков$");
    }
}
