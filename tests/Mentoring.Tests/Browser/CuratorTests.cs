using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Mentoring.Tests.Browser;

/// <summary>The curator finds pairs, with reasons given, and says of each teacher whether a mentor is needed.</summary>
public sealed class CuratorTests : BrowserTest
{
    [Test]
    public async Task Sees_why_two_fit_and_asks_both()
    {
        var curator = await Visitor("curator");
        await curator.Follow("Подбор пар", "Подбор пар");
        await curator.Page.GetByRole(AriaRole.List, new() { Name = "Почему подходит" }).First.WaitForAsync();
        await curator.Press("В черновик");
        await curator.Sees("^В черновике: ");
        await curator.Page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex(@"^Отправить запросы \(1\)$") }).ClickAsync();
        await curator.Fill("Сообщение для обеих сторон", "Предлагаем попробовать вместе.");
        await curator.InDialog("Отправить 1 запрос");
        await curator.Sees($"^Отправлен {Demo.Today:dd.MM.yyyy} · ответить до ");
    }

    [Test]
    public async Task Tries_out_the_best_pairs_and_another_by_dragging()
    {
        var curator = await Visitor("curator");
        await curator.Follow("Подбор пар", "Подбор пар");
        await curator.Press("Предложить лучшие пары");
        var draft = curator.Page.GetByRole(AriaRole.Region, new() { Name = "Черновик пар" });
        var removing = draft.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^Убрать из черновика: ") });
        await removing.Nth(1).WaitForAsync();
        var proposed = await removing.CountAsync();
        await curator.Sees($"^{proposed} пар.*, баллов: ");

        await curator.Press("Очистить черновик");
        await curator.Sees("^Черновик пуст$");
        var candidate = curator.Page.GetByRole(AriaRole.Listitem)
            .Filter(new() { Has = curator.Page.GetByRole(AriaRole.Button, new() { Name = "В черновик", Exact = true, Disabled = false }) }).First;
        await candidate.DragToAsync(draft.GetByText("Черновик пуст"));
        await Assertions.Expect(removing).ToHaveCountAsync(1);
    }

    [Test]
    public async Task Decides_in_the_census_who_needs_a_mentor()
    {
        var curator = await Visitor("curator");
        await curator.Follow("Перепись", "Кому нужен наставник");
        await curator.Page.GetByText(new Regex(@"^Без решения \(")).ClickAsync();
        var open = curator.Page.GetByRole(AriaRole.Combobox, new() { NameRegex = new Regex("^Решение: ") });
        var before = await Decided(curator);
        await open.First.SelectOptionAsync(new SelectOptionValue { Label = "Наставник не нужен" });
        await curator.Sees($"^Решено: {before + 1} из ");
    }

    static async Task<int> Decided(Visitor curator) =>
        int.Parse(Regex.Match((await curator.Page.GetByText(new Regex("^Решено: ")).First.TextContentAsync())!, @"\d+").Value,
            System.Globalization.CultureInfo.InvariantCulture);
}
