using Mentoring.Api.Features.Common.Organizations;
using Mentoring.Api.Features.Common.People;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Common.Notifications;

/// <summary>What one operation tells to whom.</summary>
/// <param name="When">Only if what happened, and the status of the program that it happened in, are like this; always when null.</param>
public sealed record NotificationRule(NotificationKind Kind, Audience[] To, Func<Happened, string?, bool>? When = null);

/// <summary>What the operations of one area tell, and to whom: declared beside them, found by itself.</summary>
public interface INotices
{
    /// <summary>What each kind of the area is. By e-mail comes at once what somebody waits for; the rest comes once a day.</summary>
    IReadOnlyDictionary<NotificationKind, KindFacts> Kinds { get; }

    /// <summary>By operation.</summary>
    IReadOnlyDictionary<string, NotificationRule[]> Rules { get; }

    /// <summary>What is told when somebody leaves, whoever drew the consequences.</summary>
    IReadOnlyList<NotificationRule> OfLeaving => [];
}

/// <summary>The notices of all areas.</summary>
public static class NotificationRules
{
    static readonly IReadOnlyList<INotices> Areas = Contributions.Of<INotices>();

    static readonly string[] Following = [nameof(FollowDepartures), nameof(SettleOrganization)];

    static readonly ILookup<string, NotificationRule> Rules =
        (from area in Areas
         from told in area.Rules.SelectMany(operation => operation.Value.Select(rule => (Operation: operation.Key, Rule: rule)))
             .Concat(Following.SelectMany(operation => area.OfLeaving.Select(rule => (Operation: operation, Rule: rule))))
         select told).ToLookup(told => told.Operation, told => told.Rule);

    public static IReadOnlyDictionary<NotificationKind, KindFacts> Kinds { get; } =
        Areas.SelectMany(area => area.Kinds).ToDictionary(kind => kind.Key, kind => kind.Value);

    public static IEnumerable<string> Operations => Rules.Select(operation => operation.Key);

    public static IEnumerable<NotificationRule> Of(string operation) => Rules[operation];

    /// <summary>The kinds that somebody with these grants can ever be told.</summary>
    public static IReadOnlyList<NotificationKind> KindsFor(Grants grants) =>
        [.. Rules.SelectMany(rules => rules).Where(rule => rule.To.Any(audience => audience.MayHold(grants))).Select(rule => rule.Kind).Distinct().Order()];

    /// <summary>Nothing of an operation without rules is kept for telling.</summary>
    public sealed class Ears : IListen
    {
        public bool To(string operation) => Rules.Contains(operation);
    }
}

/// <summary>Where a kind belongs and how it is told to whoever chose nothing.</summary>
/// <param name="Urgent">Its letter does not wait until quiet hours are over: somebody may be at the account.</param>
public sealed record KindFacts(NotificationTopic Topic, NotificationSubject Subject, EmailMode Email, bool Urgent = false);

/// <summary>By what rules tell one outcome of an operation from another.</summary>
static class When
{
    public static Func<Happened, string?, bool> Says(string name, string value) => (happened, _) => happened.Says(name, value);

    public static Func<Happened, string?, bool> Says(string name, bool value) => (happened, _) => happened.Says(name, value);

    public static Func<Happened, string?, bool> Has(string name) => (happened, _) => happened.Has(name);

    public static Func<Happened, string?, bool> Not(Func<Happened, string?, bool> one) => (happened, program) => !one(happened, program);

    public static Func<Happened, string?, bool> Any(params Func<Happened, string?, bool>[] some) => (happened, program) =>
        some.Any(one => one(happened, program));

    public static Func<Happened, string?, bool> All(params Func<Happened, string?, bool>[] some) => (happened, program) =>
        some.All(one => one(happened, program));
}
