using Mentoring.Api.Features.School.Programs;

namespace Mentoring.Demo;

/// <summary>Tells the life of a program step by step: each step has its day, and what would lie after today has not happened.</summary>
sealed class DemoPrograms(DemoRandom random, DemoRows rows, DemoCalendar calendar, DemoTexts texts)
{
    readonly DemoRoadmaps _roadmaps = new(random, rows, calendar, texts);
    readonly HashSet<(Guid Mentor, Guid Mentee)> _together = [];

    /// <summary>The mentor has a program with one of them that is not over.</summary>
    public bool Together(DemoPerson mentor, IEnumerable<DemoPerson> mentees) => mentees.Any(mentee => _together.Contains((mentor.Id, mentee.Id)));

    public DemoTold Tell(DemoPair pair)
    {
        var organization = pair.Organization;
        var purpose = texts.Purposes[pair.Purpose];
        var id = random.Id(pair.CreatedAt);
        var areas = random.Some(purpose.Areas, random.Between(2, 3));
        var participants = pair.Mentees.Prepend(pair.Mentor).ToList();
        var life = new Life(pair.CreatedAt);

        if (Step(life, pair, DemoStage.Draft, 1, 5))
        {
            life.SubmittedAt = life.At;
            life.Status = "Consent";
            life.Version++;
            Consents(life, pair, id, participants);
        }

        if (life.Status == "Council" && Step(life, pair, DemoStage.Council, 2, Slow(organization, 26))) Council(life, pair, id);
        if (life.Status == "Approved" && Step(life, pair, DemoStage.Approved, 1, Slow(organization, 12))) Head(life, pair, id);
        if (life.Status == "Active") Finish(life, pair);
        else if (pair.Until == DemoStage.Cancelled || life.Status != "Active" && calendar.Now - life.At > TimeSpan.FromDays(120)) End(life, "Cancelled",
            life.At.AddDays(2), texts.Say.Cancels);

        var startsOn = DemoCalendar.WorkingDay(DateOnly.FromDateTime(life.ActivatedAt ?? pair.CreatedAt.AddDays(20)));
        var finishedOn = life.FinishedAt is { } finish ? DateOnly.FromDateTime(finish) : (DateOnly?)null;
        var title = string.Format(System.Globalization.CultureInfo.InvariantCulture, random.Pick(purpose.Titles), pair.Mentees[0].Field);
        var terms = new ProgramTerms(purpose.Content, startsOn, pair.EndsOn, pair.Form, random.Chance(0.5) ? random.Between(20, 60) * 10_000L : null);
        rows.Consents.AddRange(life.Consents.Select(consent => consent with { TermsHash = terms.Hash, Terms = new JsonText(terms.Canonical) }));
        rows.Programs.Add(new(
            id, organization.Id, organization.Region.Code, title,
            pair.Form, pair.Kind, pair.Purpose, life.Status, startsOn, pair.EndsOn, purpose.Content, terms.PayKopecks,
            life.SubmittedAt is null ? 0 : 1, life.Version, pair.CreatedAt, pair.By, life.SubmittedAt, life.ApprovedAt, life.ActivatedAt, life.FinishedAt,
                life.Reason, life.At));
        foreach (var person in participants)
        {
            rows.Participants.Add(new(
                id, organization.Id, organization.Region.Code, person.Id, person.Name.Full, person == pair.Mentor ? pair.MentorEmployer.Id : organization.Id,
                person == pair.Mentor ? "Mentor" : "Mentee", startsOn, finishedOn > startsOn ? finishedOn : null));
        }

        if (life.FinishedAt is null) _together.UnionWith(pair.Mentees.Select(mentee => (pair.Mentor.Id, mentee.Id)));
        var told = new DemoTold(pair, id, areas, life.Status, life.ActivatedAt, life.FinishedAt);
        _roadmaps.Plan(told, startsOn);
        if (life.Status == "Completed") Evaluate(told, participants);
        return told;
    }

    /// <summary>What has happened so far; <see cref="At"/> is the moment of the last step.</summary>
    sealed class Life(DateTime createdAt)
    {
        public DateTime At { get; set; } = createdAt;
        public string Status { get; set; } = "Draft";
        public int Version { get; set; } = 1;
        public DateTime? SubmittedAt { get; set; }
        public DateTime? ApprovedAt { get; set; }
        public DateTime? ActivatedAt { get; set; }
        public DateTime? FinishedAt { get; set; }
        public string? Reason { get; set; }

        /// <summary>Asked for and answered; what they agree to is known when the program's term is.</summary>
        public List<DemoRows.Consent> Consents { get; } = [];
    }

    /// <summary>Goes on to the next step, unless the story stops before it or its day has not come.</summary>
    bool Step(Life life, DemoPair pair, DemoStage stopsAt, int least, int most)
    {
        if (pair.Until == stopsAt || pair.Until == DemoStage.Cancelled && stopsAt == DemoStage.Council) return false;
        var at = life.At.AddDays(pair.Quick ? 1 : random.Between(least, Math.Max(least, most))).AddMinutes(random.Between(0, 240));
        if (at > calendar.Now) return false;
        life.At = at;
        return true;
    }

    static int Slow(DemoOrganization organization, int most) => 3 + (int)(most * (1 - organization.Strength));

    void Consents(Life life, DemoPair pair, Guid id, List<DemoPerson> participants)
    {
        var organization = pair.Organization;
        var requested = life.At;
        var last = requested;
        var all = true;
        var refused = pair.Eventful && random.Chance(0.05 * (1.6 - organization.Strength));
        foreach (var person in participants)
        {
            var decided = requested.AddDays(pair.Quick ? 0 : random.Between(0, 4)).AddHours(random.Between(1, 8));
            var refuses = refused && person == pair.Mentees[0];
            var open = decided > calendar.Now || pair.Until == DemoStage.Consent
                && (pair.Undecided.Count == 0 ? person == pair.Mentees[0] : pair.Undecided.Contains(person.Id));
            life.Consents.Add(new(
                random.Id(requested), id, organization.Id, organization.Region.Code, person.Id,
                    (open, refuses) switch { (true, _) => "Requested", (_, true) => "Refused", _ => "Given" },
                1, "", new JsonText("{}"), requested, open ? null : decided, !open && refuses ? random.Pick(texts.Say.Refusals) : null));
            all &= !open;
            if (!open && decided > last) last = decided;
        }

        life.At = last;
        if (!all) return;
        life.Version++;
        life.Status = refused ? "Draft" : "Council";
    }

    void Council(Life life, DemoPair pair, Guid id)
    {
        var returned = pair.Eventful && random.Chance(0.05);
        Approve(life, pair, id, "Council", pair.Organization.Chair, returned ? "Returned" : "Approved",
            random.Pick(returned ? texts.Say.CouncilReturns : texts.Say.CouncilApprovals));
        life.Status = returned ? "Draft" : "Approved";
    }

    void Head(Life life, DemoPair pair, Guid id)
    {
        Approve(life, pair, id, "Head", pair.Organization.Head, "Approved", random.Pick(texts.Say.HeadApprovals));
        life.Status = "Active";
        life.ApprovedAt = life.ActivatedAt = life.At;
    }

    void Approve(Life life, DemoPair pair, Guid id, string stage, DemoPerson by, string decision, string comment)
    {
        rows.Approvals.Add(new(
            random.Id(life.At), id, pair.Organization.Id, pair.Organization.Region.Code, stage, decision, comment, life.At, "demo", by.Name.Full,
                life.Version));
        life.Version++;
    }

    void Finish(Life life, DemoPair pair)
    {
        var planned = DemoCalendar.Utc(pair.EndsOn, 12);
        var left = pair.Mentees.Select(m => m.LeftOn).Where(day => day is not null && day < pair.EndsOn && day > DateOnly.FromDateTime(life.At)).Min();
        var early = left is not null ? DemoCalendar.Utc(left.Value)
            : pair.Until == DemoStage.EndedEarly || pair.Eventful
                && random.Chance(0.24 - 0.2 * pair.Organization.Strength) ? life.At.AddTicks((long)((planned - life.At).Ticks * 0.5))
            : (DateTime?)null;
        if (early < calendar.Now && early > life.At) End(life, "EndedEarly", early.Value, texts.Say.EarlyEnds);
        else if (pair.Until == DemoStage.Paused || pair.Eventful && planned > calendar.Now && random.Chance(0.04))
        {
            life.Status = "Paused";
            life.Version++;
            life.Reason = random.Pick(texts.Say.Pauses);
        }
        else if (pair.Until == DemoStage.End && planned.AddDays(random.Between(0, 20)) is var end && end < calendar.Now && end > life.At) End(life,
            "Completed", end, null);
    }

    void End(Life life, string status, DateTime at, string[]? reasons)
    {
        life.Status = status;
        life.Version++;
        life.FinishedAt = life.At = at < calendar.Now ? at : calendar.Now;
        life.Reason = reasons is null ? null : random.Pick(reasons);
    }

    void Evaluate(DemoTold told, List<DemoPerson> participants)
    {
        var (pair, organization) = (told.Pair, told.Pair.Organization);
        var level = 2.6 + 2.2 * organization.Strength;
        foreach (var person in participants.Where(p => !pair.Undecided.Contains(p.Id) && random.Chance(0.55 + 0.4 * organization.Strength)))
        {
            var isMentor = person == pair.Mentor;
            rows.Evaluations.Add(new(
                told.Id, organization.Id, organization.Region.Code, person.Id, isMentor ? "Mentor" : "Mentee", Mark(level), Mark(level), Mark(level + 0.3),
                random.Pick(isMentor ? texts.Say.MentorSummaries : texts.Say.MenteeSummaries), told.FinishedAt!.Value));
        }
    }

    int Mark(double about) => Math.Clamp(random.About(about) + random.Between(-1, 1), 1, 5);
}
