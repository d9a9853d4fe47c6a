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
}
