using System.Globalization;
using System.Text.RegularExpressions;
using Mentoring.Tests.Support;
using Microsoft.Playwright;

namespace Mentoring.Tests.Browser;

/// <summary>The main job as people do it, each at a browser of their own, from the roster to the federal dashboard.</summary>
public sealed class MainJobTests : BrowserTest
{
    const string Title = "Первый год: уроки литературы";

    [Test]
    public async Task From_a_schools_roster_to_the_federal_dashboard()
    {
        await Demo.Summed();
        var federal = await SignedIn("federal@demo.example");
        await federal.Open("/analytics/RU?indicator=completion-rate&view=table");
        var before = await Completed(federal);

        var curator = await Visitor("curator");
        await ImportRoster(curator);
        var program = await Draft(curator);
        await Consent("mentor", program);
        await Consent("beginner", program);
        await Approve("council", program, "Согласовать", "У руководителя");
        await Approve("head", program, "Утвердить", "Действует");
        await Work(program);
        await Evaluate("beginner", program);
        await curator.Open(program);
        await curator.Decide("Завершить");
        await curator.Sees("^Завершена$");

        var after = before;
        await Eventually.Holds(async () => (after = await Completed(federal)) > before, "the federation's dashboard counts one more completed program");
        Assert.That(after, Is.EqualTo(before + 1));
    }

    static async Task ImportRoster(Visitor curator)
    {
        await curator.UploadRoster();
        await curator.Page.GetByLabel("Пропустить и внести остальное").CheckAsync();
        await curator.Sees("users\\.csv");
        await curator.Press("Внести изменения");
        await curator.Page.GetByRole(AriaRole.Link, new() { Name = "Открыть список сотрудников" }).WaitForAsync();
    }

    async Task<string> Draft(Visitor curator)
    {
        var (mentor, mentee) = (await Name("mentor"), await Name("beginner"));
        var today = Demo.Today;
        await curator.Follow("Программы", "Программы наставничества");
        await curator.Follow("Новая программа", "Новая программа");
        await curator.Fill("Название", Title);
        await curator.Select("Форма", "Педагог — педагог");
        await curator.Select("Вид", "Традиционное");
        await curator.Select("Цель программы", "молодыми специалистами");
        await curator.Fill("Начало", Date(today));
        await curator.Fill("Окончание", Date(today.AddDays(200)));
        await curator.Fill("Содержание наставничества", "Посещение уроков, разбор, совместная подготовка.");
        await curator.Pick("Наставник", mentor);
        await curator.Pick("Наставляемый", mentee);
        await curator.Select("Область компетенций", "Методические");
        await curator.Fill("Затруднение", "Планирование урока");
        await curator.Page.GetByRole(AriaRole.Textbox, new() { NameRegex = new Regex(@"^Цель( \*)?$") }).FillAsync("Уроки по плану");
        await curator.Fill("Мероприятие 1", "Посетить урок");
        await curator.Fill("Срок мероприятия 1", Date(today.AddDays(10)));
        await curator.Fill("Ожидаемый результат мероприятия 1", "Лист наблюдения");
        await curator.Press("Сохранить черновик");
        await curator.Decide("Отправить на согласование");
        await curator.Sees("^Ждёт согласий$");
        return new Uri(curator.Page.Url).AbsolutePath;
    }

    async Task Consent(string role, string program)
    {
        var person = await Visitor(role);
        await person.Open(program);
        await person.Decide("Дать согласие");
        await person.Sees("^Вы дали согласие");
    }

    async Task Approve(string role, string program, string decision, string then)
    {
        var person = await Visitor(role);
        await person.Open(program);
        await person.Decide(decision);
        await person.Sees($"^{then}$");
    }

    async Task Work(string program)
    {
        var mentor = await Visitor("mentor");
        await mentor.Open(program);
        // A click and what follows from it, not the box's own state: the tick is shown a moment after the click.
        await mentor.Page.GetByRole(AriaRole.Checkbox).First.ClickAsync();
        await mentor.Sees("^Выполнено 1 из 1$");
        await mentor.Tab("Встречи");
        await mentor.Press("Записать встречу");
        await mentor.Fill("Тема", "Знакомство");
        var start = DateTime.UtcNow.AddMinutes(-20);
        await mentor.Fill("Дата", Date(DateOnly.FromDateTime(start)));
        await mentor.Fill("Время", start.ToString("HH:mm", CultureInfo.InvariantCulture));
        await mentor.Fill("Минут", "15");
        await mentor.Fill("Итог встречи", "Договорились о темпе");
        await mentor.Press("Записать");
        await mentor.Sees("^Состоялась$");
        await Evaluate(mentor);
    }

    async Task Evaluate(string role, string program)
    {
        var person = await Visitor(role);
        await person.Open(program);
        await Evaluate(person);
    }

    static async Task Evaluate(Visitor person)
    {
        await person.Tab("Оценка");
        foreach (var question in (string[])["Насколько достигнуты цели?", "Насколько программа помогла в работе?", "Каково было работать вместе?"])
            await person.Page.GetByRole(AriaRole.Radiogroup, new() { NameRegex = new Regex("^" + Regex.Escape(question)) })
                .GetByRole(AriaRole.Radio).Last.CheckAsync();
        await person.Fill("Вывод", "Стало понятно, как строить урок");
        await person.Press("Сохранить оценку");
        await person.Sees("5 из 5");
    }

    /// <summary>The numerator of the completion rate, which the panel "how it is counted" shows: programs completed.</summary>
    static async Task<int> Completed(Visitor federal)
    {
        var text = await federal.Page.Locator("dl div").Filter(new() { HasText = "Числитель" }).Locator("dd").TextContentAsync();
        return int.Parse(Regex.Replace(text!, @"\D", ""), CultureInfo.InvariantCulture);
    }

    static string Date(DateOnly day) => day.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture);
}
