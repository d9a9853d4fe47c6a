using System.Text.Json;
using Mentoring.Api.Features.Common.Imports;
using Mentoring.Api.Features.Common.Organizations;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Rules;

public sealed class RegisterKindsTests
{
    [TestCase("Федеральное государственное автономное образовательное учреждение высшего образования «Национальный исследовательский университет "
        + "«Высшая школа управления делом»", "University")]
    [TestCase("Федеральное государственное бюджетное образовательное учреждение высшего образования «Высшая школа ремёсел (академия)»", "University")]
    [TestCase("Государственное образовательное учреждение начального профессионального образования «Профессиональный лицей № 24»", "College")]
    [TestCase("ОГБОУ «Профессиональный лицей № 9»", "College")]
    [TestCase("Муниципальное дошкольное образовательное учреждение «Детский сад № 5»", "Kindergarten")]
    [TestCase("Детский сад «Подснежник»", "Kindergarten")]
    [TestCase("Муниципальное бюджетное учреждение «Детская музыкальная школа № 2»", "AdditionalEducation")]
    [TestCase("Муниципальное автономное учреждение «Детская школа искусств имени Глинки»", "AdditionalEducation")]
    [TestCase("Муниципальное учреждение «Спортивная школа «Юность»", "AdditionalEducation")]
    [TestCase("Дворец школьников", "AdditionalEducation")]
    [TestCase("Муниципальное казённое общеобразовательное учреждение «Начальная школа — детский сад»", "School")]
    [TestCase("Муниципальное образовательное учреждение для детей дошкольного и младшего школьного возраста «Росток»", "School")]
    [TestCase("Государственное бюджетное профессиональное образовательное учреждение «Школа-интернат спортивного резерва (колледж)»", "College")]
    [TestCase("Областное государственное автономное учреждение дополнительного профессионального образования «Институт развития»", "Institute")]
    [TestCase("Центр непрерывного повышения профессионального мастерства педагогических работников", "Cnppm")]
    [TestCase("Кадетский корпус имени героя", "School")]
    [TestCase("Частное учреждение дополнительного образования «Языковая школа»", "AdditionalEducation")]
    [TestCase("Муниципальное учреждение «Головная школа»", "School")]
    [TestCase("Филиал муниципального учреждения «Головная школа» — Лесная школа", "School")]
    [TestCase("Православная гимназия", "School")]
    [TestCase("Лицей при Тверском университете", "School")]
    [TestCase("«Лицей при Тверском университете» города", "School")]
    [TestCase("Школа-лицей при образовательном учреждении высшего образования «Дружеский университет»", "School")]
    [TestCase("Детский сад при педагогическом колледже", "Kindergarten")]
    [TestCase("Гимназия имени университета дружбы", "School")]
    [TestCase("Гимназия имени «Университета дружбы»", "School")]
    [TestCase("Вечерняя (сменная) школа при техникуме", "School")]
    [TestCase("Музыкальная школа-лицей при консерватории", "AdditionalEducation")]
    [TestCase("Ясли им. Первого колледжа", "Kindergarten")]
    [TestCase("Колледж при университете", "College")]
    [TestCase("Техникум им.Академика при институте развития, Детский сад", "College")]
    [TestCase("Учреждение имени Ивановой «Педагогический колледж»", "College")]
    [TestCase("Детский сад имени Ивановой — начальная школа", "School")]
    [TestCase("Учреждение при университете", "University")]
    public void What_the_name_tells_is_the_kind(string name, string kind) => Assert.That(RegisterKinds.Of(name), Is.EqualTo(new RegisterKinds.Answer(kind)));

    [TestCase("Академия успеха", "University")]
    [TestCase("Высшая школа закройщиков", "University")]
    [TestCase("Автошкола «Светофор»", "University")]
    [TestCase("Училище № 3", "College")]
    [TestCase("Центр «Надежда»", "AdditionalEducation")]
    [TestCase("Автономная некоммерческая организация «Вектор»", "School")]
    public void What_it_only_hints_at_is_a_guess(string name, string guess) =>
        Assert.That(RegisterKinds.Of(name), Is.EqualTo(new RegisterKinds.Answer(guess, IsGuess: true)));

    [TestCase("Академия успеха", "ГАУ ДПО «АУ»", "Institute")]
    [TestCase("Училище № 3", "ГБПОУ № 3", "College")]
    [TestCase("Вектор", "МБДОУ «Вектор»", "Kindergarten")]
    [TestCase("Вектор", "МБОУ СОШ «Вектор»", "School")]
    [TestCase("Вектор", "МАУ ДО «Вектор»", "AdditionalEducation")]
    public void The_letters_of_the_short_name_help_where_the_full_one_says_nothing(string name, string letters, string kind) =>
        Assert.That(RegisterKinds.Of(name, letters), Is.EqualTo(new RegisterKinds.Answer(kind)));

    [Test]
    public void Every_kind_is_in_the_catalogue()
    {
        using var json = Catalogue();
        var known = json.RootElement.GetProperty("entries").EnumerateArray().Select(e => e.GetProperty("code").GetString()!);
        Assert.That(OrganizationKinds.All, Is.SubsetOf(known));
    }

    [Test]
    public void What_the_catalogue_counts_is_what_the_sums_count()
    {
        using var json = Catalogue();
        var counted = json.RootElement.GetProperty("entries").EnumerateArray()
            .Where(e => e.TryGetProperty("data", out var data) && data.GetProperty("counted").GetBoolean()).Select(e =>
                $"'{e.GetProperty("code").GetString()}'");
        Assert.That($"({string.Join(", ", counted)})", Is.EqualTo(OrganizationKinds.Counted));
    }

    static JsonDocument Catalogue() => JsonDocument.Parse(File.ReadAllText(Repository.At("api", "Hosting", "Reference", "dictionary.organization-kind.json")));
}
