using Mentoring.Api.Hosting.Reference;

namespace Mentoring.Demo;

/// <summary>
/// The regions beside the three that are told at length: a few small schools each in two municipalities, so that the country's
/// map, tables and sums are seen as they will be. Municipalities and schools are invented; no code here is an OKTMO of a real one.
/// </summary>
static class DemoElsewhere
{
    /// <summary>A region's main town, by the region's ISO code without its country.</summary>
    static readonly Dictionary<string, string> Towns = new(StringComparer.Ordinal)
    {
        ["MUR"] = "Мурманск/Murmansk", ["YAN"] = "Салехард/Salekhard", ["CHU"] = "Анадырь/Anadyr", ["KR"] = "Петрозаводск/Petrozavodsk",
        ["ARK"] = "Архангельск/Arkhangelsk", ["NEN"] = "Нарьян-Мар/Naryan-Mar", ["KO"] = "Сыктывкар/Syktyvkar", ["KHM"] = "Ханты-Мансийск/Khanty-Mansiysk",
        ["TYU"] = "Тюмень/Tyumen", ["TOM"] = "Томск/Tomsk", ["KYA"] = "Красноярск/Krasnoyarsk", ["IRK"] = "Иркутск/Irkutsk", ["SA"] = "Якутск/Yakutsk",
        ["MAG"] = "Магадан/Magadan", ["KAM"] = "Петропавловск-Камчатский/Petropavlovsk-Kamchatsky", ["SPE"] = "Санкт-Петербург/Saint Petersburg",
        ["LEN"] = "Гатчина/Gatchina", ["NGR"] = "Великий Новгород/Veliky Novgorod", ["VLG"] = "Вологда/Vologda", ["KIR"] = "Киров/Kirov",
        ["PER"] = "Пермь/Perm", ["KGN"] = "Курган/Kurgan", ["OMS"] = "Омск/Omsk", ["KEM"] = "Кемерово/Kemerovo", ["BU"] = "Улан-Удэ/Ulan-Ude",
        ["ZAB"] = "Чита/Chita", ["AMU"] = "Благовещенск/Blagoveshchensk", ["KHA"] = "Хабаровск/Khabarovsk", ["SAK"] = "Южно-Сахалинск/Yuzhno-Sakhalinsk",
        ["PSK"] = "Псков/Pskov", ["YAR"] = "Ярославль/Yaroslavl", ["KOS"] = "Кострома/Kostroma", ["UD"] = "Ижевск/Izhevsk", ["CHE"] = "Челябинск/Chelyabinsk",
        ["NVS"] = "Новосибирск/Novosibirsk", ["ALT"] = "Барнаул/Barnaul", ["KK"] = "Абакан/Abakan", ["TY"] = "Кызыл/Kyzyl", ["YEV"] = "Биробиджан/Birobidzhan",
        ["KGD"] = "Калининград/Kaliningrad", ["SMO"] = "Смоленск/Smolensk", ["MOW"] = "Москва/Moscow", ["MOS"] = "Красногорск/Krasnogorsk",
        ["IVA"] = "Иваново/Ivanovo", ["NIZ"] = "Нижний Новгород/Nizhny Novgorod", ["ME"] = "Йошкар-Ола/Yoshkar-Ola", ["BA"] = "Уфа/Ufa",
        ["AL"] = "Горно-Алтайск/Gorno-Altaysk", ["BRY"] = "Брянск/Bryansk", ["KLU"] = "Калуга/Kaluga", ["TUL"] = "Тула/Tula", ["VLA"] = "Владимир/Vladimir",
        ["CU"] = "Чебоксары/Cheboksary", ["TA"] = "Казань/Kazan", ["ORE"] = "Оренбург/Orenburg", ["ORL"] = "Орёл/Oryol", ["LIP"] = "Липецк/Lipetsk",
        ["RYA"] = "Рязань/Ryazan", ["MO"] = "Саранск/Saransk", ["ULY"] = "Ульяновск/Ulyanovsk", ["SAM"] = "Самара/Samara", ["KRS"] = "Курск/Kursk",
        ["VOR"] = "Воронеж/Voronezh", ["TAM"] = "Тамбов/Tambov", ["PNZ"] = "Пенза/Penza", ["SAR"] = "Саратов/Saratov", ["BEL"] = "Белгород/Belgorod",
        ["ROS"] = "Ростов-на-Дону/Rostov-on-Don", ["VGG"] = "Волгоград/Volgograd", ["KL"] = "Элиста/Elista", ["AST"] = "Астрахань/Astrakhan",
        ["AD"] = "Майкоп/Maykop", ["KDA"] = "Краснодар/Krasnodar", ["STA"] = "Ставрополь/Stavropol",
        ["CE"] = "Грозный/Grozny", ["DA"] = "Махачкала/Makhachkala",
        ["KC"] = "Черкесск/Cherkessk", ["KB"] = "Нальчик/Nalchik", ["SE"] = "Владикавказ/Vladikavkaz", ["IN"] = "Магас/Magas",
    };

    /// <summary>Invented, and as good in every region.</summary>
    static readonly (string NameRu, string NameEn, string City)[] Districts =
    [
        ("Заречный район", "Zarechny District", "Заречный"), ("Лесной район", "Lesnoy District", "Лесной"), ("Полевой район", "Polevoy District", "Полевой"),
        ("Озёрный район", "Ozyorny District", "Озёрный"), ("Луговой район", "Lugovoy District", "Луговой"),
    ];

    public static IEnumerable<DemoRegion> Regions(DemoRandom random, DemoRows rows)
    {
        foreach (var region in ReferenceFiles.Territories().Where(t => t.Level == "Region" && DemoPlaces.Regions.All(told => told.Code != t.Code)))
        {
            var (town, strength) = (Towns[region.Code[3..]].Split('/'), random.Between(15, 92) / 100.0);
            var district = Districts[random.Between(0, Districts.Length - 1)];
            // No real code begins with two zeros.
            var (central, second) = ($"00{region.SubjectCode}1000", $"00{region.SubjectCode}2000");
            // A city that is a region of its own is not its municipality too.
            var isCity = region.NameRu.StartsWith("город", StringComparison.Ordinal);
            var (nameRu, nameEn) = isCity ? ("Центральный округ", "Central District") : ($"город {town[0]}", town[1]);
            rows.Territories.Add(new(central, region.Code, "Municipality", nameRu, nameEn));
            rows.Territories.Add(new(second, region.Code, "Municipality", district.NameRu, district.NameEn));
            yield return new(region.Code, region.SubjectCode!, region.NameRu, region.TimeZone!, strength,
                [new(central, town[0], random.Between(1, 2), 0, 0), new(second, district.City, 1, 0, 0)]);
        }
    }
}
