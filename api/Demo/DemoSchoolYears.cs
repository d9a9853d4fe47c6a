namespace Mentoring.Demo;

/// <summary>Each school year an organization finds out who needs a mentor, and makes programs for as many as it manages.</summary>
sealed class DemoSchoolYears(DemoRandom random, DemoRows rows, DemoCalendar calendar, DemoTexts texts, DemoPrograms programs, DemoMeetings meetings)
{
    /// <summary>A mentor leads at most so many programs a year.</summary>
    const int MostPrograms = 2;

    public void Live(DemoOrganization organization, DemoOrganization? institute, int year, string by)
    {
        var needs = Needs(organization, year);
        var load = new Dictionary<Guid, int>();
        var coverage = Math.Min(0.97, 0.15 + 0.85 * organization.Strength + 0.05 * (year - calendar.SchoolYear));
        for (var at = 0; at < needs.Count; at++)
        {
            if (!random.Chance(coverage)) continue;
            var mentees = new List<DemoPerson> { needs[at].Person };
            if (at + 1 < needs.Count && random.Chance(0.12)) mentees.Add(needs[++at].Person);
            Begin(organization, institute, mentees, PurposeOf(needs[at].Category), year, load, needs, by);
        }

        if (random.Chance(0.6 * organization.Strength) && Free(organization, year, load, needs) is { } peer)
            Begin(organization, institute, [peer], "peer-exchange", year, load, needs, by);
    }

    void Begin(DemoOrganization organization, DemoOrganization? institute, List<DemoPerson> mentees, string purpose, int year, Dictionary<Guid, int> load,
        List<(DemoPerson Person, string Category)> needs, string by)
    {
        var created = DemoCalendar.AfterLessons(new DateOnly(year, 9, 5).AddDays(random.Between(0, 38)), organization.Region.Zone, random.Between(0, 12));
        if (created > calendar.Now) return;
        var form = random.Weighted([("teacher-teacher", 0.84), ("university-teacher", institute is null ? 0 : 0.07), ("head-teacher", 0.09)]);
        var mentor = form switch
        {
            "university-teacher" => random.Pick(institute!.Staff.Where(p => p.Teaching && p.WorksOn(new DateOnly(year, 9, 1))).ToList()),
            "head-teacher" => organization.Staff.First(p => p.Position == "deputy-head"),
            _ => Free(organization, year, load, needs, except: mentees),
        };
        if (mentor is null || mentees.Contains(mentor) || programs.Together(mentor, mentees)) return;
        load[mentor.Id] = load.GetValueOrDefault(mentor.Id) + 1;
        meetings.Hold(programs.Tell(new DemoPair
        {
            Organization = organization, Mentor = mentor, MentorEmployer = form == "university-teacher" ? institute! : organization,
            Mentees = mentees, Purpose = purpose,
            Form = form, Kind = KindOf(purpose, mentees.Count, form), CreatedAt = created, EndsOn = EndsOn(created, year), By = by,
        }));
    }

    /// <summary>Most programs end with the lessons in May; some are short, some go on into the next autumn.</summary>
    DateOnly EndsOn(DateTime created, int year)
    {
        var ends = DemoCalendar.WorkingDay(random.Weighted([
            (new DateOnly(year + 1, 5, random.Between(20, 31)), 0.66), (new DateOnly(year, 12, random.Between(18, 27)), 0.1),
            (new DateOnly(year + 1, 3, random.Between(15, 25)), 0.1), (new DateOnly(year + 1, 12, random.Between(10, 25)), 0.14)]));
        var least = DateOnly.FromDateTime(created).AddDays(70);
        return ends < least ? DemoCalendar.WorkingDay(least) : ends;
    }

    DemoPerson? Free(DemoOrganization organization, int year, Dictionary<Guid, int> load, List<(DemoPerson Person, string Category)> needs,
        IReadOnlyList<DemoPerson>? except = null)
    {
        var begins = new DateOnly(year, 9, 1);
        var free = organization.Staff.Where(p => p.Teaching && p.WorksOn(begins) && p.LeftOn is null && p.HiredOn.AddYears(5) < begins
            && load.GetValueOrDefault(p.Id) < MostPrograms && needs.All(n => n.Person != p)).ToList();
        var sameField = free.Where(p => except is not null && p.Field == except[0].Field).ToList();
        return sameField.Count > 0 && random.Chance(0.7) ? random.Pick(sameField) : free.Count > 0 ? random.Pick(free) : null;
    }

    List<(DemoPerson Person, string Category)> Needs(DemoOrganization organization, int year)
    {
        var begins = new DateOnly(year, 9, 1);
        var needs = new List<(DemoPerson, string)>();
        foreach (var person in organization.Staff.Where(p => p.Teaching && p.WorksOn(begins.AddDays(40)) && p.HiredOn <= begins.AddDays(20)))
        {
            var fresh = person.HiredOn > begins.AddDays(-400);
            var category = fresh && person.AgeOn(begins) < 27 ? "NewToProfession"
                : fresh && random.Chance(0.75) ? "NewInStaff"
                : random.Chance(0.09) ? "NewTechnology"
                : random.Chance(0.02) ? "NonPedagogicalDegree" : null;
            var noted = DemoCalendar.WorkingDay(begins.AddDays(random.Between(3, 30)));
            if (category is null || noted > calendar.Today) continue;
            needs.Add((person, category));
            rows.Needs.Add(new(organization.Id, organization.Region.Code, person.Id, year, category, random.Pick(texts.Say.NeedNotes), noted));
        }

        return needs;
    }

    string PurposeOf(string category) => category switch
    {
        "NewToProfession" => "young-specialist",
        "NewInStaff" => random.Pick(["adaptation", "adaptation", "new-post"]),
        "NewTechnology" => random.Pick(["new-technology", "new-technology", "attestation-followup"]),
        _ => random.Pick(["attestation-followup", "young-specialist"]),
    };

    string KindOf(string purpose, int mentees, string form) => (purpose, mentees, form) switch
    {
        (_, > 1, _) => "group",
        (_, _, "university-teacher") => "virtual",
        ("peer-exchange", _, _) => "peer",
        ("new-technology", _, _) => random.Pick(["reverse", "short-term", "traditional"]),
        _ => random.Pick(["traditional", "traditional", "traditional", "situational", "short-term"]),
    };
}
