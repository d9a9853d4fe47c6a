namespace Mentoring.Api.Features.School.Risks;

/// <summary>What is known of a program in force, counted from what its people did anyway.</summary>
public sealed record ProgramFacts
{
    public Guid ProgramId { get; init; }
    public Guid OrganizationId { get; init; }
    public required string RegionCode { get; init; }

    /// <summary>The day at the school.</summary>
    public DateOnly Today { get; init; }

    /// <summary>Days since the program came into force.</summary>
    public int DaysInForce { get; init; }

    /// <summary>Days since the last meeting held, or since the program came into force.</summary>
    public int DaysSilent { get; init; }

    public int Meetings { get; init; }

    /// <summary>The most meetings entered within one hour, two days or more after they were held.</summary>
    public int Burst { get; init; }

    /// <summary>The most meetings with the same summary, letter by letter.</summary>
    public int Copies { get; init; }

    /// <summary>Sides of the pair that entered the meetings or confirmed that they were held; 0 where somebody else entered one.</summary>
    public int Sides { get; init; }

    public int Activities { get; init; }
    public int ActivitiesDone { get; init; }
    public int ActivitiesLate { get; init; }

    /// <summary>What the pair has made and not taken away.</summary>
    public int Products { get; init; }

    /// <summary>Programs in force of the busiest mentor, where this is the latest of them; else 0.</summary>
    public int MentorLoad { get; init; }

    /// <summary>Programs that this mentor agreed to lead at once.</summary>
    public int MentorCapacity { get; init; }
}

/// <summary>A sign that a program may be going wrong: what was counted, and what would be no sign yet.</summary>
public sealed record Sign(SignalKind Kind, int Found, int Expected);

/// <summary>What facts are a sign. About programs only: people get neither points nor places.</summary>
public static class Signals
{
    /// <summary>Before this nothing is said: too early to tell.</summary>
    public const int EarlyDays = 30;

    const int Silence = 30, Burst = 3, Copies = 2, OneSided = 5, UntouchedAfter = 60, ProductAfter = 90;

    public static bool TooEarly(ProgramFacts facts) => facts.DaysInForce < EarlyDays;

    public static IReadOnlyList<Sign> Of(ProgramFacts facts)
    {
        var signs = new List<Sign>();
        if (facts.MentorLoad > facts.MentorCapacity) signs.Add(new(SignalKind.Overload, facts.MentorLoad, facts.MentorCapacity));
        if (TooEarly(facts)) return signs;
        if (facts.DaysSilent > Silence) signs.Add(new(SignalKind.Silence, facts.DaysSilent, Silence));
        if (facts.Burst > Burst) signs.Add(new(SignalKind.BurstEntry, facts.Burst, Burst));
        if (facts.Copies > Copies) signs.Add(new(SignalKind.CopiedTexts, facts.Copies, Copies));
        if (facts.Meetings > OneSided && facts.Sides == 1) signs.Add(new(SignalKind.OneSidedLog, facts.Meetings, OneSided));
        if (facts is { DaysInForce: >= UntouchedAfter, Activities: > 0, ActivitiesDone: 0, ActivitiesLate: > 0 })
            signs.Add(new(SignalKind.RoadmapUntouched, facts.ActivitiesLate, 0));
        if (facts is { DaysInForce: >= ProductAfter, ActivitiesDone: > 0, Products: 0 }) signs.Add(new(SignalKind.NoProducts, facts.ActivitiesDone, 0));
        return signs;
    }
}
