namespace Mentoring.Api.Features.Region.Tutors;

/// <summary>Of what a tutor and the teacher's school each say how it stands.</summary>
public enum TutoringSubject
{
    /// <summary>Whether the teacher works at the school.</summary>
    Work,

    /// <summary>Whether a mentoring program of the school's runs for the teacher.</summary>
    Program,

    /// <summary>Whether the route goes by its plan.</summary>
    Route,

    /// <summary>Whether what the tutor was asked for is reached.</summary>
    Goal,
}

/// <summary>How a side says that it stands; which words go with which subject: `Work`: Works, Away, Left; `Program`: Runs, None; and so on.</summary>
public enum TutoringMark { Works, Away, Left, Runs, None, OnPlan, Behind, Stalled, NotReached, Reached }

/// <summary>What both sides say of a subject. Where the school has said nothing itself, its own rows speak.</summary>
/// <param name="TutorSays">Null where the tutor has said nothing.</param>
/// <param name="TutorAt">When the tutor said so.</param>
/// <param name="SchoolSays">Null where neither the school nor its rows say anything.</param>
/// <param name="SchoolAt">When the school said so itself; null where its rows speak.</param>
/// <param name="Differs">Both say something, and not the same.</param>
/// <param name="Choices">What can be said of it.</param>
public sealed record TutoringSaid(
    TutoringSubject Subject, TutoringMark? TutorSays, string? TutorWords, DateTime? TutorAt, TutoringMark? SchoolSays, string? SchoolWords,
    DateTime? SchoolAt, bool Differs, IReadOnlyList<TutoringMark> Choices);

static class TutoringMarks
{
    public static IReadOnlyList<TutoringMark> Of(TutoringSubject subject) => subject switch
    {
        TutoringSubject.Work => [TutoringMark.Works, TutoringMark.Away, TutoringMark.Left],
        TutoringSubject.Program => [TutoringMark.Runs, TutoringMark.None],
        TutoringSubject.Route => [TutoringMark.None, TutoringMark.OnPlan, TutoringMark.Behind, TutoringMark.Stalled],
        _ => [TutoringMark.NotReached, TutoringMark.Reached],
    };

    /// <summary>As the database tells it.</summary>
    internal sealed record Row
    {
        public TutoringSubject Subject { get; init; }
        public TutoringMark? TutorSays { get; init; }
        public string? TutorWords { get; init; }
        public DateTime? TutorAt { get; init; }
        public TutoringMark? SchoolSays { get; init; }
        public string? SchoolWords { get; init; }
        public DateTime? SchoolAt { get; init; }
        public bool Differs { get; init; }

        public TutoringSaid Said => new(Subject, TutorSays, TutorWords, TutorAt, SchoolSays, SchoolWords, SchoolAt, Differs, Of(Subject));
    }
}
