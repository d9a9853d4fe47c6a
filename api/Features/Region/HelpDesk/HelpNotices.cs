using Mentoring.Api.Features.Common.Notifications;
using Mentoring.Api.Platform;
using static Mentoring.Api.Features.Common.Notifications.Audience;
using static Mentoring.Api.Features.Common.Notifications.NotificationKind;
using static Mentoring.Api.Features.Common.Notifications.NotificationRule;

namespace Mentoring.Api.Features.Region.HelpDesk;

/// <summary>Who is told what of methodical help: both sides of each other's steps, the head of what is overdue, the region of what stays so.</summary>
sealed class HelpNotices : INotices
{
    static readonly Audience Answering = Holders(Role.CentreHead, Role.Tutor, Role.Methodologist, Role.Expert);

    static readonly Audience Asker =
        Audience.Of("select a.id from help_request q join identity.account a on a.person_id = q.person_id where q.id = @SubjectId");

    static readonly Audience Taker = Audience.Of(
        "select a.id from help_request q join identity.account a on a.id::text = q.taken_by where q.id = @SubjectId",
        grants => grants.Held.Any(held => held.Permissions.Contains(Permission.HelpAnswer)));

    /// <summary>Whoever coordinates the region, and not its municipalities.</summary>
    static readonly Audience Region = Audience.Of("""
        select r.account_id from role_assignment r join organization o on r.territory_code = o.region_code
         where o.id = @OrganizationId and r.role = 'RegionalCoordinator' and r.account_id is not null
           and r.started_on <= @Today and (r.ended_on is null or r.ended_on > @Today)
        """, grants => grants.Held.Any(held => held.Role == Role.RegionalCoordinator));

    /// <summary>The question, and beside it the body.</summary>
    static readonly NotificationSubject ForAsker = new("""
        select q.subject title, b.name_short about, null::timestamptz starts_at
          from help_request q join organization b on b.id = q.body_id where q.id = @SubjectId
        """, "/help-desk/{subject}");

    /// <summary>The question, and beside it the school.</summary>
    static readonly NotificationSubject ForBody = new("""
        select q.subject title, o.name_short about, null::timestamptz starts_at
          from help_request q join organization o on o.id = q.organization_id where q.id = @SubjectId
        """, "/help-desk/{subject}");

    /// <summary>The region is not let read the question: the body, and the school that waits.</summary>
    static readonly NotificationSubject ForRegion = new("""
        select b.name_short title, o.name_short about, null::timestamptz starts_at
          from help_request q join organization o on o.id = q.organization_id join organization b on b.id = q.body_id where q.id = @SubjectId
        """, "/notifications");

    public IReadOnlyDictionary<NotificationKind, KindFacts> Kinds { get; } = new Dictionary<NotificationKind, KindFacts>
    {
        [HelpAsked] = new(NotificationTopic.HelpDesk, ForBody, EmailMode.Digest),
        [HelpTaken] = new(NotificationTopic.HelpDesk, ForAsker, EmailMode.Off),
        [HelpAnswered] = new(NotificationTopic.HelpDesk, ForAsker, EmailMode.Now),
        [HelpRedirected] = new(NotificationTopic.HelpDesk, ForAsker, EmailMode.Digest),
        [HelpWritten] = new(NotificationTopic.HelpDesk, ForAsker, EmailMode.Digest),
        [HelpReopened] = new(NotificationTopic.HelpDesk, ForBody, EmailMode.Now),
        [HelpOverdue] = new(NotificationTopic.HelpDesk, ForBody, EmailMode.Now),
        [HelpEscalated] = new(NotificationTopic.HelpDesk, ForRegion, EmailMode.Digest),
        [HelpWithdrawn] = new(NotificationTopic.HelpDesk, ForAsker, EmailMode.Digest),
    };

    public IReadOnlyList<NotificationRule> Rules { get; } =
    [
        On<HelpReceived>(HelpAsked, [Answering]),
        On<HelpMoved>(HelpTaken, [Asker], e => e.Step == HelpStep.Take),
        On<HelpMoved>(HelpAnswered, [Asker], e => e.Step == HelpStep.Answer),
        On<HelpMoved>(HelpRedirected, [Asker], e => e.Step == HelpStep.Redirect),
        On<HelpWrittenByBody>(HelpWritten, [Asker], e => e.Kind is HelpEntryKind.Message or HelpEntryKind.File),
        On<HelpWrittenByAsker>(HelpWritten, [Taker], e => e.Kind is HelpEntryKind.Message or HelpEntryKind.File),
        On<HelpDecided>(HelpReopened, [Taker], e => e.Step == HelpStep.Reopen),
        On<HelpRanOut>(HelpOverdue, [CentreHeads, Taker]),
        On<HelpReported>(HelpEscalated, [Region]),
        On<HelpEnded>(HelpWithdrawn, [Asker]),
    ];
}
