using Mentoring.Api.Features.School.Site;

namespace Mentoring.Tests.Rules;

public sealed class StaffNamesTests
{
    static readonly StaffNames.Name Anna = new("Новикова", "Анна", "Петровна");
    static readonly StaffNames.Name Pyotr = new("Достоевский", "Пётр", "Ильич");

    [TestCase("Открытый урок провела Анна Петровна Новикова.")]
    [TestCase("Урок Новиковой А. П. посетили коллеги")]
    [TestCase("Поздравляем А.П. Новикову!")]
    [TestCase("Спасибо Анне Петровне за помощь")]
    [TestCase("вместе с Анной Новиковой")]
    public void A_name_is_found_in_any_order_and_case(string text) => Assert.That(StaffNames.Names(text, Anna), Is.True);

    [TestCase("Наставник — Петр Достоевский")]
    [TestCase("рассказ Петра Ильича Достоевского")]
    public void The_two_dots_of_a_letter_and_endings_make_no_difference(string text) => Assert.That(StaffNames.Names(text, Pyotr), Is.True);

    [TestCase("В школе много новинок")]
    [TestCase("Новикова гора — место экскурсии")]
    [TestCase("Анна Каренина на уроке литературы")]
    [TestCase("")]
    public void Words_that_are_nobodys_name_are_left_alone(string text) => Assert.That(StaffNames.Names(text, Anna), Is.False);
}
