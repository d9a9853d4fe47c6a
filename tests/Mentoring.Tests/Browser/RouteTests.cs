using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Mentoring.Tests.Browser;

/// <summary>A teacher's route at the screens of everybody who has a part in it.</summary>
public sealed class RouteTests : BrowserTest
{
    const string Family = "Маршрутова", Mail = "route.journey@demo.example", Course = "Курс «Оценивание групп»", Trial = "Проба с седьмым классом";

    static string Far => Demo.Region.Length == 0 ? "-tver" : "";

    [Test]
    public async Task A_teacher_goes_the_seven_steps_with_tutors_and_takes_the_route_to_another_region()
    {
        var curator = await Visitor("curator");
        await Employ(curator, "01.09.2026");
        await Demo.GiveAccount(Mail);
        var (teacher, tutor, centre) = (await SignedIn(Mail), await Visitor("tutor"), await Visitor("centre-head"));
        await Accompany(centre, teacher);
        await Diagnose(teacher, await Name("tutor"));
        await Reads(tutor);

        await Plan(teacher);
        await Work(teacher);
        await Correct(teacher);
        await HandOver(centre, teacher, tutor);
        await Reflect(teacher);
        await curator.Follow("Маршруты", "Маршруты педагогов");
        await RowOf(curator).GetByText("1 из 2").WaitForAsync();

        await Move();
        await curator.Page.ReloadAsync();
        await curator.Heading("Маршруты педагогов");
        await Assertions.Expect(RowOf(curator)).ToHaveCountAsync(0);
        await Complete(teacher);
    }

    /// <summary>A school enters one person by hand; whoever works at another is known by the address and the birth date.</summary>
    static async Task Employ(Visitor curator, string from)
    {
        await curator.Follow("Загрузка списка", "Загрузка");
        await curator.Press("Ввести одного человека");
        foreach (var (label, text) in new[] { ("Фамилия", Family), ("Имя", "Анна"), ("Отчество", "Браузеровна"), ("Дата рождения", "05.05.1990"),
            ("Почта", Mail), ("Работает с", from) })
            await InDialog(curator, label).FillAsync(text);
        await curator.InDialog("Проверить");
        await curator.Press("Внести изменения");
        await curator.Page.GetByRole(AriaRole.Link, new() { Name = "Открыть список сотрудников" }).WaitForAsync();
    }

    /// <summary>The centre offers a tutor, and the teacher agrees.</summary>
    static async Task Accompany(Visitor centre, Visitor teacher)
    {
        await centre.Follow("Тьюторы", "Тьюторы");
        await centre.Follow("Кто кого сопровождает", "Кто кого сопровождает");
        await centre.Press("Предложить тьютора");
        await Choose(centre, "Педагог", Family);
        await Choose(centre, "Тьютор", await Name("tutor"));
        await centre.InDialog("Предложить");
        await Agree(teacher);
    }

    static async Task Agree(Visitor teacher)
    {
        await teacher.Open("/my-tutor");
        await teacher.Press("Согласиться");
        await teacher.InDialog("Согласиться");
        await teacher.Sees("^Сопровождается$");
    }

    /// <summary>Nine areas, then the tutor may read what they showed.</summary>
    static async Task Diagnose(Visitor teacher, string tutor)
    {
        await teacher.Follow("Диагностика", "Диагностика");
        await teacher.Press("Начать диагностику");
        await InDialog(teacher, "Методика").ClickAsync();
        await teacher.Page.GetByRole(AriaRole.Option, new() { NameRegex = new Regex("^Затруднения и профессиональные") }).ClickAsync();
        await teacher.InDialog("Начать");
        for (var area = 1; area <= 9; area++)
        {
            await teacher.Sees($"^Область {area} из 9$");
            foreach (var question in await teacher.Page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Radiogroup).AllAsync())
                await question.GetByRole(AriaRole.Radio).Nth(1).CheckAsync();
            await teacher.Press(area < 9 ? "Дальше" : "Завершить");
        }

        await teacher.Press("Кому открыть");
        await teacher.Page.GetByRole(AriaRole.Checkbox, new() { NameRegex = new Regex("^" + Regex.Escape(tutor)) }).CheckAsync();
        await teacher.InDialog("Сохранить");
    }

    static async Task Reads(Visitor tutor)
    {
        await tutor.Open("/tutoring");
        await tutor.Heading("Мои педагоги");
        await tutor.Page.GetByRole(AriaRole.Link, new() { NameRegex = new Regex("^" + Family) }).ClickAsync();
        await tutor.Sees("^Затруднения и дефициты");
    }

    /// <summary>Steps 1 to 4.</summary>
    static async Task Plan(Visitor teacher)
    {
        await teacher.Follow("Мой маршрут", "Мой маршрут");
        await teacher.Press("Начать маршрут");
        await InDialog(teacher, "Желаемый образ себя").FillAsync("Учитель, к которому приходят за советом");
        await teacher.InDialog("Начать маршрут");
        await teacher.Press("Перейти к диагностике");
        await teacher.Page.Locator("section").Filter(new() { HasText = "Шаг 3" }).Last
            .GetByRole(AriaRole.Button, new() { Name = "Взять из диагностики" }).ClickAsync();
        await teacher.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Checkbox).First.CheckAsync();
        await teacher.InDialog("Взять отмеченное");
        await teacher.Sees("из диагностики$");
        await teacher.Press("Перейти к дорожной карте");
        await AddActivity(teacher, Course, "Сохранить");
        await teacher.Press("Начать реализацию");
    }

    static async Task AddActivity(Visitor teacher, string title, string submit)
    {
        await teacher.Press("Добавить мероприятие");
        if (submit == "Корректировать") await InDialog(teacher, "Что изменилось").FillAsync("Обновлён стандарт");
        await InDialog(teacher, "Мероприятие").FillAsync(title);
        await InDialog(teacher, "Ожидаемый продукт").FillAsync("Разработка занятия");
        await teacher.InDialog(submit);
    }

    /// <summary>Step 5.</summary>
    static async Task Work(Visitor teacher)
    {
        await teacher.Press("Начать");
        await teacher.Press("Добавить продукт");
        foreach (var (label, text) in new[] { ("Название", "Урок"), ("Описание или текст", "Ход урока"), ("Отношение словами", "Хочу повторить") })
            await InDialog(teacher, label).FillAsync(text);
        await teacher.InDialog("Добавить");
        await teacher.Press("Завершить");
        await teacher.Sees("^Выполнено$");
    }

    /// <summary>Step 6.</summary>
    static async Task Correct(Visitor teacher)
    {
        await AddActivity(teacher, Trial, "Корректировать");
        await teacher.Sees("^Версия 2$");
        await teacher.Press("Было и стало");
        await teacher.Sees("^Добавлено: " + Trial);
    }

    static async Task HandOver(Visitor centre, Visitor teacher, Visitor tutor)
    {
        await centre.Page.GetByRole(AriaRole.Searchbox).FillAsync(Family);
        await centre.Press("Передать", Family);
        await InDialog(centre, "Тьютор").ClickAsync();
        await centre.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Option).First.ClickAsync();
        await InDialog(centre, "Причина").FillAsync("Отпуск тьютора");
        await centre.InDialog("Предложить другого тьютора");
        await Agree(teacher);
        await tutor.Open("/tutoring");
        await tutor.Heading("Мои педагоги");
        await tutor.Page.GetByRole(AriaRole.Rowheader).First.WaitForAsync();
        await Assertions.Expect(tutor.Page.GetByRole(AriaRole.Link, new() { NameRegex = new Regex("^" + Family) })).ToHaveCountAsync(0);
    }

    /// <summary>Step 7.</summary>
    static async Task Reflect(Visitor teacher)
    {
        await teacher.Open("/my-route");
        await teacher.Press("Записать рефлексию");
        await InDialog(teacher, "Что именно").FillAsync("Критерии понятны уже и ученикам");
        await teacher.InDialog("Сохранить");
        await teacher.Sees("Видно только мне");
    }

    /// <summary>A school of another region employs the teacher, and the nightly works follow at once.</summary>
    async Task Move()
    {
        var far = await SignedIn($"curator{Far}@demo.example");
        await Employ(far, Demo.Today.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture));
        var admin = await SignedIn("admin@demo.example");
        await admin.Open("/admin?tab=jobs");
        foreach (var job in new[] { "Уход сотрудников", "Переход маршрутов" })
        {
            await admin.Press("Запустить", job);
            await admin.InDialog("Запустить");
        }

        await far.Follow("Маршруты", "Маршруты педагогов");
        for (var tries = 0; await RowOf(far).CountAsync() == 0 && tries < 60; tries++)
        {
            await Task.Delay(1000);
            await far.Page.ReloadAsync();
            await far.Heading("Маршруты педагогов");
            await far.Page.GetByRole(AriaRole.Rowheader).First.WaitForAsync();
        }

        await RowOf(far).GetByText("1 из 2").WaitForAsync();
    }

    static async Task Complete(Visitor teacher)
    {
        await teacher.Page.ReloadAsync();
        await teacher.Sees("^Где шёл маршрут$");
        await teacher.Press("Отменить");
        await InDialog(teacher, "Причина").FillAsync("Уже умею");
        await teacher.InDialog("Отменить");
        await teacher.Press("Перейти к рефлексии");
        await teacher.Press("Завершить маршрут");
        await teacher.Page.GetByRole(AriaRole.Button, new() { Name = "Начать маршрут" }).WaitForAsync();
    }

    static ILocator InDialog(Visitor who, string label) =>
        who.Page.GetByRole(AriaRole.Dialog).GetByLabel(new Regex("^" + Regex.Escape(label))).And(who.Page.Locator("input, textarea, select")).First;

    /// <summary>Types into a field that offers what fits, and takes it.</summary>
    static async Task Choose(Visitor who, string label, string option)
    {
        await InDialog(who, label).FillAsync(option.Split(' ')[0]);
        await who.Page.GetByRole(AriaRole.Option, new() { NameRegex = new Regex("^" + Regex.Escape(option)) }).First.ClickAsync();
    }

    static ILocator RowOf(Visitor who) => who.Page.GetByRole(AriaRole.Row).Filter(new() { HasText = Family });
}
