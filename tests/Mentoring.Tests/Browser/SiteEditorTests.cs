using Microsoft.Playwright;

namespace Mentoring.Tests.Browser;

/// <summary>What the editor publishes, everybody reads without signing in.</summary>
public sealed class SiteEditorTests : BrowserTest
{
    const string Title = "Неделя молодого учителя";

    [Test]
    public async Task Publishes_on_the_public_page()
    {
        var editor = await Visitor("site");
        await editor.Follow("Раздел сайта", "Раздел сайта");
        var address = await editor.Page.GetByRole(AriaRole.Link, new() { Name = "Открыть страницу" }).GetAttributeAsync("href");
        await editor.Follow("Новая публикация", "Новая публикация");
        await editor.Fill("Заголовок", Title);
        await editor.Fill("Коротко", "Пять дней открытых уроков и встреч с наставниками.");
        await editor.Press("Сохранить черновик");
        await editor.Press("Опубликовать");
        await editor.Sees("^Опубликовано");

        var reader = await Opened();
        await reader.Open(address!);
        await reader.Follow(Title, Title);
        await reader.Sees("^Пять дней открытых уроков");
    }
}
