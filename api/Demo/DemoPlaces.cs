namespace Mentoring.Demo;

/// <summary>A region of the demo country.</summary>
/// <param name="Strength">How well mentoring works there, 0 to 1: regions must differ to be worth comparing.</param>
sealed record DemoRegion(string Code, string SubjectCode, string Adjective, string TimeZone, double Strength, IReadOnlyList<DemoTown> Towns)
{
    public TimeZoneInfo Zone { get; } = TimeZoneInfo.FindSystemTimeZoneById(TimeZone);
}

/// <param name="Oktmo">Its municipality.</param>
sealed record DemoTown(string Oktmo, string City, int Schools, int Colleges, int Centres);

/// <summary>An organization with the people who work there.</summary>
sealed record DemoOrganization(DemoRows.Organization Row, DemoRegion Region, double Strength)
{
    public Guid Id => Row.Id;

    public List<DemoPerson> Staff { get; } = [];

    public DemoPerson Head => Staff[0];

    /// <summary>Leads the council of mentors: the teacher who has been there longest.</summary>
    public DemoPerson Chair => Staff.Where(p => p is { Teaching: true, LeftOn: null, Position: not "psychologist" }).MinBy(p => p.HiredOn)!;

    public bool Teaches => Row.Kind is "School" or "College" or "AdditionalEducation";
}

/// <param name="Field">What the person teaches or does, as titles name it.</param>
sealed record DemoPerson(Guid Id, RussianNames.Name Name, DateOnly BornOn, string Position, bool Teaching, string Field, DateOnly HiredOn, DateOnly? LeftOn)
{
    public bool WorksOn(DateOnly day) => HiredOn <= day && (LeftOn is null || LeftOn > day);

    public int AgeOn(DateOnly day) => day.Year - BornOn.Year - (day.DayOfYear < BornOn.DayOfYear ? 1 : 0);
}

/// <summary>Three regions in three federal districts, far apart in every sense.</summary>
static class DemoPlaces
{
    public static readonly IReadOnlyList<DemoRegion> Regions =
    [
        new("RU-SVE", "66", "Свердловской области", "Asia/Yekaterinburg", 0.85,
        [
            new("65701000", "Екатеринбург", 10, 1, 2), new("65751000", "Нижний Тагил", 6, 1, 1), new("65740000", "Каменск-Уральский", 4, 1, 1),
            new("65753000", "Первоуральск", 3, 1, 1), new("65756000", "Серов", 3, 0, 1), new("65752000", "Новоуральск", 2, 0, 0),
            new("65730000", "Асбест", 2, 0, 0), new("65747000", "Красноуфимск", 2, 0, 0),
        ]),
        new("RU-TVE", "69", "Тверской области", "Europe/Moscow", 0.55,
        [
            new("28701000", "Тверь", 11, 2, 2), new("28714000", "Вышний Волочёк", 4, 1, 1), new("28745000", "Ржев", 4, 1, 1),
                new("28750000", "Торжок", 4, 0, 1),
            new("28751000", "Удомля", 3, 0, 0), new("28752000", "Осташков", 3, 0, 1), new("28758000", "Кашин", 2, 0, 0),
        ]),
        new("RU-PRI", "25", "Приморского края", "Asia/Vladivostok", 0.25,
        [
            new("05701000", "Владивосток", 10, 2, 2), new("05723000", "Уссурийск", 5, 1, 1), new("05714000", "Находка", 4, 1, 1),
                new("05705000", "Артём", 4, 0, 1),
            new("05703000", "Арсеньев", 3, 0, 1), new("05711000", "Лесозаводск", 2, 0, 0), new("05720000", "Спасск-Дальний", 2, 0, 0),
        ]),
    ];

    /// <summary>Where the federal operator sits.</summary>
    public static readonly DemoRegion Capital = new("RU-MOW", "77", "Москвы", "Europe/Moscow", 0.7, []);
}
