using System.Globalization;

namespace Mentoring.Demo;

/// <summary>Schools, colleges and centres of additional education in each town; the bodies that support them in each region.</summary>
sealed class DemoOrganizations(DemoRandom random, DemoRows rows)
{
    static readonly string[] Colleges =
    [
        "Колледж технологий и сервиса", "Политехнический колледж", "Колледж транспорта и строительства", "Педагогический колледж",
            "Промышленно-экономический колледж",
    ];

    static readonly string[] Centres = ["Дом детского творчества", "Центр «Созвездие»", "Станция юных техников", "Детская школа искусств", "Центр «Эколог»"];

    static readonly string[] Streets = ["ул. Школьная", "ул. Ленина", "пр-т Победы", "ул. Гагарина", "ул. Садовая", "ул. Мира", "пр-т Чайковского",
        "ул. Советская"];

    int _number = 100;

    public IEnumerable<DemoOrganization> Of(DemoRegion region)
    {
        foreach (var town in region.Towns)
        {
            for (var n = 1; n <= town.Schools; n++) yield return School(region, town, n);
            for (var n = 0; n < town.Colleges; n++) yield return College(region, town);
            for (var n = 0; n < town.Centres; n++) yield return Centre(region, town, Centres[(n * 2 + town.Schools) % Centres.Length]);
        }

        var capital = region.Towns[0];
        yield return Add(region, capital.City, region.Code, "Institute", "None", $"Институт развития образования {region.Adjective}", "ГАУ ДПО «ИРО»", "iro");
        yield return Add(region, capital.City, region.Code, "Cnppm", "None",
            $"Центр непрерывного повышения профессионального мастерства педагогических работников {region.Adjective}", "ЦНППМ", "cnppm");
        yield return Add(region, capital.City, capital.Oktmo, "MunicipalService", "None", $"Муниципальная методическая служба, г. {capital.City}",
            $"Методическая служба, г. {capital.City}", "mms");
    }

    /// <summary>Schools alone.</summary>
    public IEnumerable<DemoOrganization> SchoolsOf(DemoRegion region) =>
        region.Towns.SelectMany(town => Enumerable.Range(1, town.Schools).Select(n => School(region, town, n)));

    public DemoOrganization Academy() => Add(DemoPlaces.Capital, "Москва", "RU-MOW", "FederalOperator", "None",
        "Академия — федеральный оператор системы наставничества педагогических работников", "Академия", "academy");

    DemoOrganization School(DemoRegion region, DemoTown town, int n)
    {
        var number = n.ToString(CultureInfo.InvariantCulture);
        var (form, kind, brief) = (n % 9) switch
        {
            2 => ("бюджетное", "Гимназия", $"МБОУ «Гимназия № {number}»"),
            3 => ("автономное", "Лицей", $"МАОУ «Лицей № {number}»"),
            7 => ("бюджетное", "Основная общеобразовательная школа", $"МБОУ ООШ № {number}"),
            _ => ("бюджетное", "Средняя общеобразовательная школа", $"МБОУ СОШ № {number}"),
        };
        return Add(region, town.City, town.Oktmo, "School", "General",
            $"Муниципальное {form} общеобразовательное учреждение «{kind} № {number}», г. {town.City}", $"{brief}, г. {town.City}", "school");
    }

    DemoOrganization College(DemoRegion region, DemoTown town)
    {
        var name = random.Pick(Colleges);
        return Add(region, town.City, town.Oktmo, "College", "Vocational",
            $"Государственное бюджетное профессиональное образовательное учреждение «{name}», г. {town.City}", $"ГБПОУ «{name}», г. {town.City}", "college");
    }

    DemoOrganization Centre(DemoRegion region, DemoTown town, string name) => Add(region, town.City, town.Oktmo, "AdditionalEducation", "AdditionalEducation",
        $"Муниципальное бюджетное учреждение дополнительного образования «{name}», г. {town.City}", $"МБУ ДО «{name}», г. {town.City}", "centre");

    DemoOrganization Add(DemoRegion region, string city, string territory, string kind, string sector, string full, string brief, string slug)
    {
        var number = ++_number;
        var site = string.Create(CultureInfo.InvariantCulture, $"{slug}{number}.demo.example");
        var row = new DemoRows.Organization(
            random.Id(DemoCalendar.Utc(new DateOnly(2022, 1, 10).AddDays(number % 300))), region.Code, territory, kind, sector, full, brief,
            DemoNumbers.Ogrn(region.SubjectCode, number), DemoNumbers.Inn(region.SubjectCode, number), DemoNumbers.Kpp(region.SubjectCode),
            string.Create(CultureInfo.InvariantCulture, $"г. {city}, {random.Pick(Streets)}, д. {random.Between(1, 120)}"), $"info@{site}", $"https://{site}",
            new DateOnly(random.Between(1936, 2015), 9, 1), string.Create(CultureInfo.InvariantCulture, $"org-{number}"));
        rows.Organizations.Add(row);
        return new(row, region, Math.Clamp(region.Strength + random.Between(-18, 18) / 100.0, 0.05, 0.98));
    }
}
