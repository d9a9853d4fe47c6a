using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Mentoring.Tests.Browser;

/// <summary>What a mentor and a mentee do for themselves.</summary>
public sealed class PairTests : BrowserTest
{
    [Test]
    public async Task A_mentor_says_how_much_time_there_is()
    {
        var mentor = await Visitor("mentor");
        await mentor.Follow("Мой профиль", "Мой профиль");
        await mentor.Tab("Помогаю");
        await mentor.Fill("Часов в месяц", "14");
        await mentor.Press("Сохранить профиль");
        await mentor.Page.GetByText("Есть несохранённые изменения").WaitForAsync(new() { State = WaitForSelectorState.Hidden });
        await mentor.Page.ReloadAsync();
        await Assertions.Expect(mentor.Page.GetByLabel("Часов в месяц")).ToHaveValueAsync("14", new() { Timeout = 60_000 });
    }

    [Test]
    public async Task A_mentee_sends_a_learning_request_to_the_school()
    {
        var mentee = await Visitor("mentee");
        await mentee.Follow("Мой профиль", "Мой профиль");
        await mentee.Tab("Образовательный заказ");
        await mentee.Press("Отправить школе");
        await mentee.Sees("^Ждёт ответа$");
    }

    [Test]
    public async Task Everybody_answers_the_anonymous_survey()
    {
        var mentor = await Visitor("mentor");
        await mentor.Follow("Поддержка", "Поддержка");
        var survey = mentor.Page.GetByRole(AriaRole.Region, new() { Name = "Анонимный опрос" });
        await survey.GetByRole(AriaRole.Radiogroup).First.WaitForAsync();
        foreach (var statement in await survey.GetByRole(AriaRole.Radiogroup).AllAsync()) await statement.GetByRole(AriaRole.Radio).Last.CheckAsync();
        await mentor.Press("Отправить ответ");
        await survey.GetByRole(AriaRole.Radiogroup).First.WaitForAsync(new() { State = WaitForSelectorState.Hidden });
    }

    [Test]
    public async Task A_newcomer_agrees_to_a_mentor()
    {
        var newcomer = await Visitor("newcomer");
        await newcomer.Open("/requests");
        var request = newcomer.Page.GetByRole(AriaRole.Listitem).Filter(new() { HasText = "вторая сторона согласна с" });
        await request.GetByRole(AriaRole.Button, new() { Name = "Согласиться" }).ClickAsync();
        await newcomer.InDialog("Согласиться");
        await request.GetByText("Оба согласны").WaitForAsync();
    }

    [Test]
    public async Task A_mentor_plans_a_meeting_and_the_mentee_says_to_come()
    {
        const string topic = "Разбор открытого урока";
        var (mentor, mentee) = await BothAtTheirProgram();
        await mentor.Tab("Встречи");
        await mentor.Press("Назначить встречу");
        await mentor.Fill("Тема", topic);
        await mentor.Fill("Дата", DateTime.UtcNow.AddDays(8).ToString("dd.MM.yyyy", CultureInfo.InvariantCulture));
        await mentor.Fill("Время", "12:00");
        await mentor.Fill("Место", "Кабинет 12");
        await mentor.InDialog("Назначить");
        await mentor.Sees($"^{topic}$");

        await mentee.Page.ReloadAsync();
        await mentee.Press("Приду", topic);
        await mentee.Sees("^Придут: .*" + Regex.Escape(await Name("mentee")));
    }

    [Test]
    public async Task A_mentee_adds_what_the_pair_has_made_and_takes_it_back()
    {
        const string title = "Конспект урока по «Мцыри»";
        var (_, mentee) = await BothAtTheirProgram();
        await mentee.Tab("Продукты");
        await mentee.Fill("Название", title);
        await mentee.Page.SetInputFilesAsync("input[type=file]",
            new FilePayload { Name = "конспект.txt", MimeType = "text/plain", Buffer = Encoding.UTF8.GetBytes("План урока: чтение, разбор, вывод.") });
        await mentee.Press("Добавить");
        var download = await mentee.Page.RunAndWaitForDownloadAsync(() => mentee.Press("Скачать", title));
        Assert.That(await File.ReadAllTextAsync(await download.PathAsync()), Is.EqualTo("План урока: чтение, разбор, вывод."));
        await mentee.Press("Убрать", title);
        await mentee.InDialog("Убрать");
        await mentee.Page.GetByText(title, new() { Exact = true }).WaitForAsync(new() { State = WaitForSelectorState.Hidden });
    }

    [Test]
    public async Task A_pair_changes_its_plan_and_both_sign()
    {
        const string activity = "Провести урок вдвоём";
        var (mentor, mentee) = await BothAtTheirProgram();
        await mentee.Tab("Версии плана");
        await Sign(mentee, "Впереди первое родительское собрание");

        await mentor.Open(new Uri(mentee.Page.Url).AbsolutePath);
        await mentor.Tab("Версии плана");
        await mentor.Follow("Предложить изменение", "Изменить план");
        await mentor.Fill("Причина изменения", "Нужен общий урок");
        await mentor.Fill("Мероприятие 1", activity);
        await mentor.Press("Предложить");
        await mentor.Sees("^Причина: Нужен общий урок$");

        await mentee.Page.ReloadAsync();
        await Sign(mentee, "Нужен общий урок");
        await mentee.Tab("Программа");
        await mentee.Sees($"^{activity}$");
    }

    static async Task Sign(Visitor person, string reason)
    {
        var version = person.Page.GetByRole(AriaRole.Listitem).Filter(new() { HasText = $"Причина: {reason}" });
        await version.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^Подписать") }).ClickAsync();
        await person.InDialog("Подписать");
        await version.GetByText("Действует", new() { Exact = true }).WaitForAsync();
    }

    async Task<(Visitor Mentor, Visitor Mentee)> BothAtTheirProgram()
    {
        var mentee = await Visitor("mentee");
        await mentee.Open("/today");
        await mentee.Page.GetByRole(AriaRole.Region, new() { Name = "Ближайшие встречи" }).GetByRole(AriaRole.Link).First.ClickAsync();
        await mentee.Page.WaitForURLAsync(new Regex("/programs/[0-9a-f-]{36}"));
        var mentor = await Visitor("mentor");
        await mentor.Open(new Uri(mentee.Page.Url).AbsolutePath);
        return (mentor, mentee);
    }
}
