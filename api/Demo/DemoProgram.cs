namespace Mentoring.Demo;

/// <summary>How far a program is told; told to the end, it gets as far as its dates allow today.</summary>
enum DemoStage { Draft, Consent, Council, Approved, Active, Paused, EndedEarly, Cancelled, End }

/// <summary>Who meets whom, for what, and when it begins: what a program's life is told from.</summary>
sealed record DemoPair
{
    public required DemoOrganization Organization { get; init; }
    public required DemoPerson Mentor { get; init; }

    /// <summary>Where the mentor works when that is somewhere else.</summary>
    public required DemoOrganization MentorEmployer { get; init; }
    public required IReadOnlyList<DemoPerson> Mentees { get; init; }
    public required string Purpose { get; init; }
    public required string Form { get; init; }
    public required string Kind { get; init; }
    public required DateTime CreatedAt { get; init; }
    public required DateOnly EndsOn { get; init; }
    public DemoStage Until { get; init; } = DemoStage.End;

    /// <summary>The account that works with the program.</summary>
    public string By { get; init; } = "demo";

    /// <summary>Decisions take a day or two: for what has to stand at a stage now.</summary>
    public bool Quick { get; init; }

    /// <summary>Refusals, returns, pauses and early ends happen where the story is not told for one of them.</summary>
    public bool Eventful => Until == DemoStage.End && !Quick;

    /// <summary>Participants who leave their evaluation or consent to whoever tries the product out.</summary>
    public IReadOnlySet<Guid> Undecided { get; init; } = new HashSet<Guid>();
}

/// <summary>A told program: what its meetings follow from.</summary>
sealed record DemoTold(DemoPair Pair, Guid Id, IReadOnlyList<string> Areas, string Status, DateTime? ActivatedAt, DateTime? FinishedAt);
