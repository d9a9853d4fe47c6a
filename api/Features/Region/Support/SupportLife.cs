using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.Support;

/// <summary>The life of a support link: its days alone say where it stands, and what is over is changed by nobody.</summary>
public static class SupportLife
{
    /// <summary>So many days before its last one the body is asked whether it goes on.</summary>
    public const int DaysOfWarning = 30;

    /// <param name="endsOn">The first day on which it is no longer in force; null without an end.</param>
    public static SupportState On(DateOnly today, DateOnly startsOn, DateOnly? endsOn) =>
        endsOn <= today || endsOn == startsOn ? SupportState.Ended : startsOn > today ? SupportState.ToCome : SupportState.InForce;

    public static IReadOnlyList<SupportStep> Possible(SupportState state) =>
        state == SupportState.Ended ? [] : [SupportStep.Revise, SupportStep.End];

    public static void Demand(SupportState state, SupportStep step)
    {
        if (!Possible(state).Contains(step)) throw new RuleViolation("support.over");
    }

    /// <summary>The day on which it ends lies within its days: an end is no way to make it longer.</summary>
    public static void DemandEnd(DateOnly on, DateOnly startsOn, DateOnly? endsOn)
    {
        if (on < startsOn || on > endsOn) throw new BadInput("support.end-day") { Pointer = "/on" };
    }

    /// <summary>What is revised goes on: for an end there is a step of its own, which asks for the reason.</summary>
    public static void DemandGoesOn(DateOnly today, DateOnly? endsOn)
    {
        if (endsOn <= today) throw new BadInput("support.end-it") { Pointer = "/endsOn" };
    }

    /// <summary>The same in SQL, of <c>support_link l</c> on <c>day.today</c>.</summary>
    public const string State = """
        case when l.ends_on <= day.today or l.ends_on = l.starts_on then 'Ended' when l.starts_on > day.today then 'ToCome' else 'InForce' end
        """;

    /// <summary>The day at the organization that link <c>l</c> supports. Parameter: Now.</summary>
    public const string Day = """
        join organization_zone zone on zone.place_id = l.organization_id
        cross join lateral (select (@Now::timestamptz at time zone zone.time_zone)::date today) day
        """;
}
