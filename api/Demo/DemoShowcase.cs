namespace Mentoring.Demo;

/// <summary>One school per region in which everything can be tried: accounts for each role, and programs waiting at each step.</summary>
sealed class DemoShowcase(DemoRandom random, DemoCalendar calendar, DemoPrograms programs, DemoMeetings meetings, DemoPeople accounts)
{
    /// <param name="suffix">Tells the regions' accounts apart; empty for the first.</param>
    public void Furnish(DemoOrganization school, string suffix)
    {
        var teachers = random.Some(school.Staff.Where(p => p is { Position: "teacher", LeftOn: null }).ToList(), int.MaxValue);
        var veterans = teachers.Where(p => p.HiredOn.AddYears(6) < calendar.Today && p != school.Chair).ToList();
        var deputies = school.Staff.Where(p => p is { Position: "deputy-head", LeftOn: null }).ToList();
        var others = teachers.Except(veterans).Where(p => p != school.Chair).Concat(veterans.AsEnumerable().Reverse()).ToList();
        var (mentor, council, mentee, second) = (veterans[0], veterans[1], others[0], others[1]);

        accounts.At(school, school.Head, "Head", $"head{suffix}");
        var curator = accounts.At(school, deputies[0], "Curator", $"curator{suffix}");
        accounts.At(school, school.Chair, "CouncilChair", $"council{suffix}");
        accounts.At(school, council, "CouncilMember", $"member{suffix}");
        accounts.At(school, veterans[2], "CouncilMember", $"member2{suffix}");
        accounts.At(school, mentor, "Mentor", $"mentor{suffix}");
        accounts.At(school, mentee, "Mentee", $"mentee{suffix}");
        accounts.At(school, school.Staff.First(p => p is { Position: "psychologist", LeftOn: null }), "Psychologist", $"psychologist{suffix}");
        var union = others.Skip(10).First(p => p != mentor && p != council);
        accounts.At(school, union, "UnionRepresentative", $"union{suffix}");
        var beginner = others.Skip(10).First(p => p != mentor && p != council && p != union);
        accounts.At(school, beginner, "Mentee", $"beginner{suffix}");
        accounts.Also(accounts.At(school, deputies[1], "Curator", $"curator-mentor{suffix}"), school, "Mentor");

        var by = curator.ToString();
        DemoTold Tell(DemoPerson from, DemoPerson to, string purpose, int daysAgo, DemoStage until, int lasts = 180, string kind = "traditional",
            IReadOnlySet<Guid>? undecided = null) =>
            programs.Tell(new DemoPair
            {
                Organization = school, Mentor = from, MentorEmployer = school, Mentees = [to], Purpose = purpose,
                Form = from.Position == "deputy-head" ? "head-teacher" : "teacher-teacher",
                Kind = kind, CreatedAt = DemoCalendar.AfterLessons(calendar.Today.AddDays(-daysAgo - 4), school.Region.Zone, random.Between(0, 8)),
                EndsOn = DemoCalendar.WorkingDay(calendar.Today.AddDays(lasts)), Until = until, Quick = true, By = by,
                Undecided = undecided ?? new HashSet<Guid>(),
            });

        var running = Tell(mentor, mentee, "young-specialist", 75, DemoStage.Active);
        var alongside = Tell(mentor, second, "adaptation", 55, DemoStage.Active);
        meetings.Hold(running);
        meetings.Hold(alongside);
        foreach (var day in (int[])[-2, 1, 3, 6]) meetings.Plan(running, calendar.Today.AddDays(day));
        meetings.Plan(alongside, calendar.Today.AddDays(2));
        var led = Tell(deputies[1], others[2], "new-post", 60, DemoStage.Active);
        meetings.Hold(led);
        meetings.Plan(led, calendar.Today.AddDays(2));
        meetings.Hold(Tell(veterans[2], others[3], "new-technology", 70, DemoStage.Active, kind: "reverse"));

        Tell(mentor, beginner, "new-technology", 4, DemoStage.Consent, kind: "short-term", undecided: new HashSet<Guid> { mentor.Id, beginner.Id });
        Tell(council, mentee, "new-technology", 3, DemoStage.Consent, kind: "short-term", undecided: new HashSet<Guid> { mentee.Id });
        Tell(veterans[3], others[4], "attestation-followup", 5, DemoStage.Consent);
        Tell(council, others[5], "young-specialist", 8, DemoStage.Council);
        Tell(veterans[4], others[6], "adaptation", 9, DemoStage.Council);
        Tell(veterans[5], others[7], "peer-exchange", 12, DemoStage.Approved, kind: "peer");
        Tell(veterans[2], others[8], "young-specialist", 13, DemoStage.Approved);
        Tell(veterans[3], others[9], "new-technology", 2, DemoStage.Draft, kind: "situational");
        Tell(veterans[4], others[4], "attestation-followup", 1, DemoStage.Draft);
        meetings.Hold(Tell(veterans[5], others[5], "adaptation", 65, DemoStage.Paused));
        meetings.Hold(Tell(veterans[0], others[6], "peer-exchange", 300, DemoStage.EndedEarly, lasts: -40, kind: "peer"));
        Tell(veterans[1], others[7], "new-post", 40, DemoStage.Cancelled);

        // Ended days ago, and the pair has yet to say how it was.
        meetings.Hold(Tell(mentor, mentee, "adaptation", 200, DemoStage.End, lasts: -24, kind: "short-term",
            undecided: new HashSet<Guid> { mentor.Id, mentee.Id }));
    }
}
