using Mentoring.Api.Platform;
using static Mentoring.Api.Features.Region.Tutors.TutoringStatus;

namespace Mentoring.Api.Features.Region.Tutors;

/// <summary>Where a tutor and a teacher stand: asked for by the teacher, offered by the centre, at work, or over.</summary>
public enum TutoringStatus { Requested, Proposed, Active, HandedOver, Ended, Declined, Withdrawn }

/// <summary>What moves it: the centre names a tutor, the teacher says yes or no, whoever asked takes it back, another tutor follows, it ends.</summary>
public enum TutoringStep { Propose, Accept, Decline, Withdraw, HandOver, End }

/// <summary>
/// The life of an assignment. Nobody gets a tutor without having said yes: a hand-over too is an offer, and the former tutor
/// stays until it is accepted.
/// </summary>
public static class TutoringLife
{
    /// <summary>So many days a teacher has for an answer; after them the offer is overdue, and stays open.</summary>
    public const int DaysToAnswer = 10;

    /// <summary>From this share of the capacity on a tutor is near the limit; in percent.</summary>
    public const int NearLimit = 90;

    /// <summary>The code of the dictionary `support-service` with which a body accompanies routes.</summary>
    public const string Service = "route-tutoring";

    public static readonly Lifecycle<TutoringStatus, TutoringStep> Steps =
        new("tutoring.step-not-now", new Dictionary<(TutoringStatus, TutoringStep), TutoringStatus>
        {
            [(Requested, TutoringStep.Propose)] = Proposed,
            [(Requested, TutoringStep.Decline)] = Declined,
            [(Requested, TutoringStep.Withdraw)] = Withdrawn,
            [(Proposed, TutoringStep.Accept)] = Active,
            [(Proposed, TutoringStep.Decline)] = Declined,
            [(Proposed, TutoringStep.Withdraw)] = Withdrawn,
            [(Active, TutoringStep.HandOver)] = HandedOver,
            [(Active, TutoringStep.End)] = Ended,
        });

    /// <summary>What whoever runs the body's tutors may do.</summary>
    public static IReadOnlyList<TutoringStep> OfCentre(TutoringStatus status) => status switch
    {
        Requested => [TutoringStep.Propose, TutoringStep.Decline],
        Proposed => [TutoringStep.Withdraw],
        Active => [TutoringStep.HandOver, TutoringStep.End],
        _ => [],
    };

    /// <summary>What the teacher may do.</summary>
    public static IReadOnlyList<TutoringStep> OfTeacher(TutoringStatus status) => status switch
    {
        Requested => [TutoringStep.Withdraw],
        Proposed => [TutoringStep.Accept, TutoringStep.Decline],
        Active => [TutoringStep.End],
        _ => [],
    };
}

/// <summary>What became of a meeting of a tutor and a teacher.</summary>
public enum ConsultationStatus { Planned, Held, Cancelled, Missed }

public static class ConsultationLife
{
    /// <summary>What was held, cancelled or missed stays so.</summary>
    public static readonly Lifecycle<ConsultationStatus, ConsultationStatus> Moves = Lifecycle.Of("consultation.not-planned",
        (ConsultationStatus.Planned, ConsultationStatus.Held), (ConsultationStatus.Planned, ConsultationStatus.Cancelled),
        (ConsultationStatus.Planned, ConsultationStatus.Missed));
}
