using Mentoring.Tests.Support;
using Microsoft.Playwright;

namespace Mentoring.Tests.Browser;

/// <summary>A school's secretary sends the list that the school keeps in Excel.</summary>
public sealed class StaffListTests : BrowserTest
{
    [Test]
    public async Task A_school_sends_its_own_workbook_and_matches_its_columns()
    {
        var curator = await Visitor("curator");
        await curator.Follow("Загрузка списка", "Загрузка");
        var book = Sheets.Of(["Список сотрудников на 01.09.2026"], ["№", "Ф.И.О.", "Должность", "Родился", "Дата приёма"],
            [1, "Экселева Анна Браузеровна", "учитель физики", "31.12.1985", new DateOnly(2026, 9, 1)], [2, "Метлина Зоя Браузеровна", "Дворник", null, null]);
        await curator.Page.SetInputFilesAsync("input[type=file]", new FilePayload
        {
            Name = "Сотрудники.xlsx", MimeType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", Buffer = book,
        });
        await curator.Page.GetByRole(AriaRole.Heading, new() { Name = "Столбцы файла" }).WaitForAsync();
        await curator.Page.GetByLabel("Что в столбце «Родился»").SelectOptionAsync(new SelectOptionValue { Label = "Дата рождения" });
        await curator.Sees("^31\\.12\\.1985$");
        await Assertions.Expect(curator.Page.GetByLabel("Должность «Дворник» — это")).ToHaveValueAsync("");
        await Assertions.Expect(curator.Page.GetByLabel("Должность «учитель физики» — это")).ToHaveValueAsync("teacher");
        await curator.Press("Проверить список");
        await curator.Sees("Экселева Анна Браузеровна");
        await curator.Press("Внести изменения");
        await curator.Page.GetByRole(AriaRole.Link, new() { Name = "Открыть список сотрудников" }).ClickAsync();
        await curator.Page.GetByRole(AriaRole.Searchbox, new() { Name = "Найти по имени" }).FillAsync("Экселева");
        await curator.Page.GetByRole(AriaRole.Link, new() { Name = "Экселева Анна Браузеровна", Exact = true }).ClickAsync();

        await curator.Press("Завершить работу: Учитель");
        await curator.Sees("Программ, встреч и ролей, которые это затронет, нет");
        await curator.InDialog("Завершить работу");
        await curator.Sees("Последний день|последний день");
        await curator.Press("Отменить: Завершение работы");
        await curator.InDialog("Вернуть как было");
        await curator.Page.GetByRole(AriaRole.Button, new() { Name = "Завершить работу: Учитель" }).WaitForAsync();
    }
}
