namespace Mentoring.Demo;

/// <summary>Meetings of a pair through the months, in the rhythm of the school year.</summary>
sealed class DemoMeetings(DemoRandom random, DemoRows rows, DemoCalendar calendar, DemoTexts texts)
{
    public void Hold(DemoTold told)
    {
        if (told.ActivatedAt is not { } activated || told.Status == "Paused" && random.Chance(0.3)) return;
        var last = DateOnly.FromDateTime(told.FinishedAt ?? calendar.Now.AddDays(told.Status == "Active" ? 24 : 0));
        var topics = Topics(told).GetEnumerator();
        for (var month = DateOnly.FromDateTime(activated); month <= last; month = new DateOnly(month.Year, month.Month, 1).AddMonths(1))
        {
            var monthEnds = new DateOnly(month.Year, month.Month, 1).AddMonths(1).AddDays(-1);
            var days = DemoCalendar.Earlier(monthEnds, last).DayNumber - month.DayNumber + 1;
            var rate = (0.5 + 2.1 * told.Pair.Organization.Strength) * DemoCalendar.Season(month.Month) * days / monthEnds.Day;
            for (var n = random.About(rate * random.Between(70, 130) / 100); n > 0; n--)
            {
                topics.MoveNext();
                Add(told, month.AddDays(random.Between(0, days - 1)), topics.Current);
            }
        }
    }

    /// <summary>A meeting on this very day, for what must be seen today.</summary>
    public void Plan(DemoTold told, DateOnly day) => Add(told, day, random.Pick(texts.Areas[told.Areas[0]].Topics), orderly: true);

    void Add(DemoTold told, DateOnly day, string topic, bool orderly = false)
    {
        var (pair, organization) = (told.Pair, told.Pair.Organization);
        var starts = DemoCalendar.AfterLessons(day, organization.Region.Zone, random.Between(0, 12));
        if (starts < told.ActivatedAt || starts > told.FinishedAt) return;
        var strength = organization.Strength;
        var status = starts > calendar.Now ? "Planned"
            : orderly || calendar.Now - starts < TimeSpan.FromDays(3) && random.Chance(0.5) ? "Planned"
            : random.Weighted([("Held", 0.8 + 0.15 * strength), ("Cancelled", 0.07), ("Missed", 0.1 * (1 - strength))]);
        var online = pair.MentorEmployer != organization || random.Chance(pair.Kind == "virtual" ? 0.95 : 0.12);
        var id = random.Id(starts.AddDays(-5));
        rows.Meetings.Add(new(
            organization.Region.Code, id, told.Id, organization.Id, status, online ? "Online" : "InPerson", starts, random.Pick([30, 40, 40, 45, 60]), topic,
            online ? null : random.Pick(texts.Say.Places), status == "Held" ? random.Pick(texts.Say.Summaries) : null,
            status == "Cancelled" ? random.Pick(texts.Say.CancelReasons) : null, pair.By, starts.AddDays(-5)));
        if (status == "Held" && pair.By != "demo" && random.Chance(0.4))
        {
            rows.Notes.Add(new(
                organization.Region.Code, random.Id(starts), id, told.Id, organization.Id, random.Chance(0.5) ? pair.Mentor.Id : pair.Mentees[0].Id,
                $"Для себя: {random.Pick(texts.Say.Summaries)}", starts.AddHours(2)));
        }
    }

    /// <summary>The topics of the program's areas in turn, over again when they are used up.</summary>
    IEnumerable<string> Topics(DemoTold told)
    {
        while (true)
        {
            foreach (var topic in random.Some(told.Areas.SelectMany(a => texts.Areas[a].Topics).ToList(), int.MaxValue)) yield return topic;
        }
    }
}
