using Mentoring.Api.Features.Common.Organizations;

namespace Mentoring.Tests.Rules;

public sealed class MunicipalityOfAddressTests
{
    static readonly MunicipalityOfAddress Places = new(
    [
        new("28701000", "RU-TVE", "город Тверь"), new("28604000", "RU-TVE", "Бологовский район"), new("28714000", "RU-TVE", "Вышневолоцкий городской округ"),
        new("28745000", "RU-TVE", "город Ржев"), new("28647000", "RU-TVE", "Ржевский муниципальный округ"), new("36701000", "RU-SAM", "городской округ Самара"),
    ]);

    [TestCase("ул. Школьная, дом 18, с. Кемцы, Бологовский район, Тверская область, 171062", "28604000")]
    [TestCase("171080, Тверская область, Бологовский р-н, г. Бологое", "28604000")]
    [TestCase("170100, г. Тверь, ул. Ржевская, д. 3", "28701000")]
    [TestCase("Тверь г, Школьная ул, 1", "28701000")]
    [TestCase("Тверская обл., Вышневолоцкий городской округ, п. Солнечный", "28714000")]
    [TestCase("Тверская обл., Ржевский муниципальный округ, д. Хорошево", "28647000")]
    public void An_address_that_names_one_is_there(string address, string code) => Assert.That(Places.Of("RU-TVE", null, address), Is.EqualTo(code));

    [TestCase("Тверская область, ул. Тверь")]
    [TestCase("Ржевский район, г. Ржев, ул. Ленина")]
    [TestCase("адрес")]
    [TestCase(null)]
    public void One_that_names_none_or_two_is_not_guessed(string? address) => Assert.That(Places.Of("RU-TVE", null, address), Is.Null);

    [TestCase("28604000", "28604000")]
    [TestCase("28604101", "28604000")]
    [TestCase("28701000001", "28701000")]
    [TestCase("36701000", null)]
    [TestCase("2860", null)]
    [TestCase("тверь000", null)]
    public void An_oktmo_is_its_municipality_in_its_own_region(string oktmo, string? code) => Assert.That(Places.Of("RU-TVE", oktmo, null), Is.EqualTo(code));

    [Test]
    public void The_oktmo_goes_before_the_address() => Assert.That(Places.Of("RU-TVE", "28604000", "г. Тверь, ул. Мира"), Is.EqualTo("28604000"));

    [Test]
    public void Another_regions_town_of_the_name_is_not_taken() => Assert.That(Places.Of("RU-TVE", null, "г. Самара"), Is.Null);
}
