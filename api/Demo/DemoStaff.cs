using System.Globalization;

namespace Mentoring.Demo;

/// <summary>Who works where: real mixes of positions, long careers and first years, and those who left.</summary>
sealed class DemoStaff(DemoRandom random, DemoRows rows, DemoCalendar calendar)
{
    static readonly string[] SchoolFields =
    [
        "начальные классы", "начальные классы", "начальные классы", "начальные классы", "русский язык и литература", "русский язык и литература",
            "математика", "математика",
        "английский язык", "английский язык", "физика", "химия", "биология", "история и обществознание", "география", "информатика", "физическая культура",
        "труд (технология)", "музыка", "изобразительное искусство",
    ];

    static readonly string[] CollegeFields =
    [
        "электротехника", "сварочное производство", "бухгалтерский учёт", "поварское дело", "строительство", "информационные системы", "математика",
            "русский язык",
        "техническая механика", "дошкольное образование",
    ];

    static readonly string[] CentreFields = ["робототехника", "хореография", "вокал", "изостудия", "шахматы", "туризм и краеведение", "театральная студия",
        "журналистика"];

    sealed record Post(string Position, int Count, bool Teaching, IReadOnlyList<string> Fields);

    static Post One(string position, string field, bool teaching = true) => new(position, 1, teaching, [field]);

    static readonly Post[] School =
    [
        One("head", "руководство школой", teaching: false), new("deputy-head", 2, false, ["учебно-воспитательная работа"]),
            new("teacher", 24, true, SchoolFields),
        One("psychologist", "психологическое сопровождение"), One("social-pedagogue", "социальное сопровождение"),
            One("teacher-organizer", "организация событий"),
        One("upbringing-adviser", "детские объединения"), One("teacher-librarian", "школьный информационный центр"),
            One("speech-therapist", "логопедическая помощь"),
        One("additional-education-teacher", "школьный кружок"), One("educator", "группа продлённого дня"),
    ];

    /// <summary>A school in a small place.</summary>
    static readonly Post[] Small =
    [
        One("head", "руководство школой", teaching: false), One("deputy-head", "учебно-воспитательная работа", teaching: false),
        new("teacher", 8, true, [.. SchoolFields.Where((_, at) => at % 2 == 0)]),
    ];

    static readonly Post[] College =
    [
        One("head", "руководство колледжем", teaching: false), new("deputy-head", 3, false, ["учебно-производственная работа"]),
            new("lecturer", 18, true, CollegeFields),
        new("master-of-industrial-training", 9, true, ["учебная практика", "мастерские"]), new("methodologist", 2, true, ["методическая работа"]),
        One("psychologist", "психологическое сопровождение"), One("social-pedagogue", "социальное сопровождение"),
            One("physical-education-head", "физическая культура"),
    ];

    static readonly Post[] Centre =
    [
        One("head", "руководство центром", teaching: false), One("deputy-head", "учебная работа", teaching: false),
            new("additional-education-teacher", 19, true, CentreFields),
        new("methodologist", 2, true, ["методическая работа"]), new("teacher-organizer", 3, true, ["массовые мероприятия"]),
            One("accompanist", "концертмейстерская работа"),
    ];

    static readonly Post[] Body =
    [
        One("head", "руководство", teaching: false), new("methodologist", 5, true, ["методическое сопровождение"]),
            new("tutor", 2, true, ["сопровождение маршрутов"]),
        new("docent", 2, true, ["повышение квалификации"]),
    ];

    public void Hire(DemoOrganization organization) => Hire(organization,
        organization.Row.Kind switch { "School" => School, "College" => College, "AdditionalEducation" => Centre, _ => Body });

    /// <summary>A small school's, with a newcomer of this school year and one of the last.</summary>
    public void HireFew(DemoOrganization organization)
    {
        Hire(organization, Small);
        var post = Small[^1];
        for (var ago = 0; ago <= 1; ago++)
        {
            var came = new DateOnly(calendar.SchoolYear - ago, 8, random.Between(20, 28));
            Add(organization, post, random.Pick(post.Fields), DemoCalendar.WorkingDay(came), null);
        }
    }

    void Hire(DemoOrganization organization, Post[] posts)
    {
        foreach (var post in posts)
        {
            for (var i = 0; i < post.Count; i++) Fill(organization, post, i);
        }

        // Deputies teach a few hours beside their post.
        foreach (var deputy in organization.Staff.Where(p => p.Position == "deputy-head" && organization.Row.Kind == "School").ToList())
            Employ(organization, deputy, "teacher", teaching: true, main: false);
    }

    /// <summary>Teachers who came in the last weeks and have no mentor yet.</summary>
    /// <returns>The one who came first.</returns>
    public DemoPerson Welcome(DemoOrganization organization)
    {
        var (post, at) = (School.First(p => p.Position == "teacher"), organization.Staff.Count);
        for (var i = 0; i < 5; i++) Add(organization, post, random.Pick(post.Fields), DemoCalendar.WorkingDay(calendar.Today.AddDays(7 * i - 60)), null);
        return organization.Staff[at];
    }

    /// <summary>Some posts changed hands in these years: whoever left is followed by somebody new.</summary>
    void Fill(DemoOrganization organization, Post post, int at)
    {
        var field = post.Fields[at % post.Fields.Count];
        if (post.Teaching && random.Chance(0.2 - 0.08 * organization.Strength))
        {
            var left = new DateOnly(calendar.SchoolYear - random.Between(0, 1), random.Pick([6, 7, 8]), random.Between(1, 28));
            Add(organization, post, field, Career(left.AddYears(-2)), left);
            Add(organization, post, field, DemoCalendar.WorkingDay(DemoCalendar.Earlier(left.AddDays(random.Between(15, 75)), calendar.Today.AddDays(-3))),
                null);
            return;
        }

        Add(organization, post, field, Career(new DateOnly(calendar.SchoolYear - 1, 9, 1)), null);
    }

    /// <summary>When somebody began who was there before this day.</summary>
    DateOnly Career(DateOnly before) => DemoCalendar.WorkingDay(new DateOnly(before.Year - random.Between(0, 26), random.Pick([8, 8, 9, 9, 1]),
        random.Between(15, 28)).AddYears(-1));

    void Add(DemoOrganization organization, Post post, string field, DateOnly hired, DateOnly? left)
    {
        var years = calendar.Today.Year - hired.Year;
        var young = years < 4 && post.Teaching && random.Chance(0.6);
        var born = new DateOnly(hired.Year - (young ? random.Between(22, 25) : random.Between(26, 36)), random.Between(1, 12), random.Between(1, 28));
        var female = random.Chance(post.Position is "master-of-industrial-training" or "physical-education-head" or "head" ? 0.45 : 0.86);
        var person = new DemoPerson(random.Id(DemoCalendar.Utc(hired)), RussianNames.Random(random, female, calendar.Today.Year - born.Year < 36), born,
            post.Position, post.Teaching, field, hired, left);
        organization.Staff.Add(person);
        rows.People.Add(new(person.Id, person.Name.Family, person.Name.Given, person.Name.Patronymic, born, null, [organization.Id]));
        rows.Sources.Add(new(organization.Id, organization.Region.Code, string.Create(CultureInfo.InvariantCulture, $"t-{organization.Staff.Count:000}"),
            person.Id));
        Employ(organization, person, post.Position, post.Teaching, main: true);
    }

    void Employ(DemoOrganization organization, DemoPerson person, string position, bool teaching, bool main) =>
        rows.Employments.Add(new(
            random.Id(DemoCalendar.Utc(person.HiredOn)), organization.Id, organization.Region.Code, person.Id, position, teaching, main,
            teaching && main ? Qualification(person) : null, person.HiredOn, person.LeftOn));

    /// <summary>Category of attestation: with the years, and not for everybody.</summary>
    string? Qualification(DemoPerson person) => (calendar.Today.Year - person.HiredOn.Year) switch
    {
        > 10 when random.Chance(0.6) => "Highest",
        > 4 when random.Chance(0.6) => "First",
        _ => null,
    };
}
