namespace Mentoring.Demo;

/// <summary>
/// The demo country as rows: three unlike regions at length, two full school years and the running one, and a few schools in each
/// of the others.
/// </summary>
static class DemoCountry
{
    const int Seed = 20_211_221;

    /// <summary>Of a few schools alone: the running school year and the one before it.</summary>
    const int YearsElsewhere = 2;

    /// <summary>Tell the regions' accounts and systems apart.</summary>
    public static readonly string[] Suffixes = ["", "-tver", "-vladivostok"];

    /// <param name="now">The same moment makes the same country.</param>
    public static DemoRows At(DateTimeOffset now)
    {
        var (random, rows, calendar, texts) = (new DemoRandom(Seed), new DemoRows(), new DemoCalendar(now), DemoTexts.Read());
        var organizations = new DemoOrganizations(random, rows);
        var staff = new DemoStaff(random, rows, calendar);
        var programs = new DemoPrograms(random, rows, calendar, texts);
        var meetings = new DemoMeetings(random, rows, calendar, texts);
        var years = new DemoSchoolYears(random, rows, calendar, texts, programs, meetings);
        var accounts = new DemoPeople(random, rows, calendar);
        var showcase = new DemoShowcase(random, calendar, programs, meetings, accounts);

        var centres = new List<(DemoOrganization Centre, string Suffix)>();
        foreach (var (region, suffix) in DemoPlaces.Regions.Zip(Suffixes))
        {
            var all = organizations.Of(region).ToList();
            all.ForEach(staff.Hire);
            showcase.Furnish(all[0], suffix);
            accounts.System($"{DemoSystems.School}{suffix}", "IntegratingSystem", all[0], null);
            var curator = rows.Accounts.First(a => a.Email == $"curator{suffix}@demo.example").Id.ToString();
            foreach (var organization in all.Where(o => o.Teaches))
            {
                for (var year = calendar.SchoolYear - 2; year <= calendar.SchoolYear; year++)
                    years.Live(organization, all.First(o => o.Row.Kind == "Institute"), year, organization == all[0] ? curator : "demo");
            }

            accounts.At(all[0], staff.Welcome(all[0]), "Mentee", $"newcomer{suffix}");
            var town = region.Towns[0];
            accounts.Over(town.Oktmo, Worker(all, "MunicipalService"), "MunicipalCoordinator", $"municipality{suffix}");
            accounts.Over(region.Code, Worker(all, "Institute"), "RegionalCoordinator", $"region{suffix}");
            accounts.Over(region.Code, Worker(all, "Cnppm"), "RegionalAnalyst", $"analyst{suffix}");
            centres.Add((all.First(o => o.Row.Kind == "Cnppm"), suffix));
        }

        var academy = organizations.Academy();
        staff.Hire(academy);
        accounts.Over("RU", academy.Staff[1], "FederalOperator", "federal");
        accounts.Over("RU", academy.Staff[2], "FederalAnalyst", "federal-analyst");
        accounts.Over("RU", null, "SystemAdministrator", "admin");
        accounts.System(DemoSystems.FederalOperator, "FederalOperator", null, "RU");
        foreach (var school in DemoElsewhere.Regions(random, rows).SelectMany(organizations.SchoolsOf))
        {
            staff.HireFew(school);
            for (var year = calendar.SchoolYear - YearsElsewhere + 1; year <= calendar.SchoolYear; year++) years.Live(school, null, year, "demo");
        }

        foreach (var (centre, suffix) in centres)
        {
            accounts.At(centre, centre.Staff.First(p => p.LeftOn is null), "CentreHead", $"centre-head{suffix}");
            accounts.At(centre, centre.Staff.First(p => p is { Position: "tutor", LeftOn: null }), "Tutor", $"tutor{suffix}");
        }

        foreach (var (centre, suffix) in centres)
            accounts.At(centre, centre.Staff.First(p => p is { Position: "methodologist", LeftOn: null }), "Methodologist", $"methodologist{suffix}");

        return rows;
    }

    static DemoPerson Worker(List<DemoOrganization> all, string kind) => all.First(o => o.Row.Kind == kind).Staff.Last(p => p.LeftOn is null);
}
