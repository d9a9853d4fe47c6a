using Mentoring.Api.Platform;
using static Mentoring.Api.Features.School.Matching.MatchRequestStatus;

namespace Mentoring.Api.Features.School.Matching;

/// <summary>Where a request for a pair stands; both sides have to say yes.</summary>
public enum MatchRequestStatus { Requested, Accepted, Declined, Expired, Closed }

/// <summary>What moves a request: the first yes, the second, a no, time, or that it lost its sense.</summary>
public enum MatchRequestStep { FirstYes, SecondYes, No, Expire, Close }

/// <summary>Why a request is over.</summary>
public enum MatchRequestReason { MentorDeclined, MenteeDeclined, Withdrawn, MenteePaired, MentorFull, PersonLeft, Vetoed, ProgramDrafted, OutOfTime }

/// <summary>The life of a request. A pair that both wanted can still be closed: a program took its place, or the curator did.</summary>
public static class MatchRequestLifecycle
{
    /// <summary>How many requests may wait for one mentee at one time.</summary>
    public const int MostOfMentee = 3;

    public static readonly TimeSpan Lasts = TimeSpan.FromDays(14);

    public static readonly Lifecycle<MatchRequestStatus, MatchRequestStep> Steps =
        new("match.step-not-now", new Dictionary<(MatchRequestStatus, MatchRequestStep), MatchRequestStatus>
        {
            [(Requested, MatchRequestStep.FirstYes)] = Requested,
            [(Requested, MatchRequestStep.SecondYes)] = Accepted,
            [(Requested, MatchRequestStep.No)] = Declined,
            [(Requested, MatchRequestStep.Expire)] = Expired,
            [(Requested, MatchRequestStep.Close)] = Closed,
            [(Accepted, MatchRequestStep.Close)] = Closed,
        });
}
