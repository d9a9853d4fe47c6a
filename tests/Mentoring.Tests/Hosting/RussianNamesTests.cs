using Mentoring.Demo;

namespace Mentoring.Tests.Hosting;

[Category("Quick")]
public sealed class RussianNamesTests
{
    [TestCase("Иванов", "Иванова"), TestCase("Киселёв", "Киселёва"), TestCase("Никитин", "Никитина"), TestCase("Покровский", "Покровская")]
    [TestCase("Донской", "Донская"), TestCase("Коваленко", "Коваленко"), TestCase("Черных", "Черных"), TestCase("Шевчук", "Шевчук")]
    public void A_family_name_takes_the_ending_of_the_sex(string masculine, string feminine) =>
        Assert.That(RussianNames.Feminine(masculine), Is.EqualTo(feminine));

    [TestCase("Петрович", "Петровна"), TestCase("Сергеевич", "Сергеевна"), TestCase("Юрьевич", "Юрьевна"), TestCase("Ильич", "Ильинична"),
        TestCase("Никитич", "Никитична")]
    public void A_patronymic_takes_the_ending_of_the_sex(string son, string daughter) =>
        Assert.That(RussianNames.Patronymic(son, female: true), Is.EqualTo(daughter));

    [Test]
    public void All_three_parts_of_a_name_agree()
    {
        var random = new DemoRandom(1);
        for (var i = 0; i < 500; i++)
        {
            var woman = RussianNames.Random(random, female: true, young: i % 2 == 0);
            var man = RussianNames.Random(random, female: false, young: i % 2 == 0);
            Assert.That(woman.Patronymic, Does.EndWith("на"));
            Assert.That(woman.Given, Does.Match("[ая]$").Or.EqualTo("Любовь"));
            Assert.That(woman.Family, Does.Not.Match("(ов|ев|ёв|ин|ий|ой)$"));
            Assert.That(man.Patronymic, Does.EndWith("ич"));
            Assert.That(man.Family, Does.Not.Match("[ая]$"));
        }
    }
}
