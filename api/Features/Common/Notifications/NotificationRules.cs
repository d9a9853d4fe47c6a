using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Common.Notifications;

/// <summary>What one event tells to whom.</summary>
/// <param name="When">Only if what happened, and the status of the program that it happened in, are like this.</param>
public sealed record NotificationRule(Type Event, NotificationKind Kind, Audience[] To, Func<IEvent, ProgramStatus?, bool> When)
{
    public static NotificationRule On<T>(NotificationKind kind, Audience[] to, Func<T, bool>? when = null) where T : IEvent =>
        new(typeof(T), kind, to, (what, _) => when is null || when((T)what));

    public static NotificationRule On<T>(NotificationKind kind, Audience[] to, Func<T, ProgramStatus?, bool> when) where T : IEvent =>
        new(typeof(T), kind, to, (what, program) => when((T)what, program));
}

/// <summary>What the events of one area tell, and to whom: declared beside them, found by itself.</summary>
public interface INotices
{
    /// <summary>What each kind of the area is. By e-mail comes at once what somebody waits for; the rest comes once a day.</summary>
    IReadOnlyDictionary<NotificationKind, KindFacts> Kinds { get; }

    IReadOnlyList<NotificationRule> Rules { get; }
}

/// <summary>The notices of all areas.</summary>
public static class NotificationRules
{
    static readonly IReadOnlyList<INotices> Areas = Contributions.Of<INotices>();

    static readonly ILookup<Type, NotificationRule> Rules = Areas.SelectMany(area => area.Rules).ToLookup(rule => rule.Event);

    public static IReadOnlyDictionary<NotificationKind, KindFacts> Kinds { get; } =
        Areas.SelectMany(area => area.Kinds).ToDictionary(kind => kind.Key, kind => kind.Value);

    public static IEnumerable<Type> Events => Rules.Select(told => told.Key);

    /// <summary>Whoever is told of anything.</summary>
    public static IEnumerable<Audience> Audiences => Rules.SelectMany(rules => rules).SelectMany(rule => rule.To).Distinct();

    public static IEnumerable<NotificationRule> Of(Type what) => Rules[what];

    /// <summary>The kinds that somebody with these grants can ever be told.</summary>
    public static IReadOnlyList<NotificationKind> KindsFor(Grants grants) =>
        [.. Rules.SelectMany(rules => rules).Where(rule => rule.To.Any(audience => audience.MayHold(grants))).Select(rule => rule.Kind).Distinct().Order()];

    /// <summary>Nothing of an event without rules is kept for telling.</summary>
    public sealed class Ears : IListen
    {
        public bool To(IEvent what) => Rules.Contains(what.GetType());
    }
}

/// <summary>Where a kind belongs and how it is told to whoever chose nothing.</summary>
/// <param name="Urgent">Its letter does not wait until quiet hours are over: somebody may be at the account.</param>
public sealed record KindFacts(NotificationTopic Topic, NotificationSubject Subject, EmailMode Email, bool Urgent = false);
