using Mentoring.Api.Features.Common.Notifications;
using Mentoring.Api.Platform;
using static Mentoring.Api.Features.Common.Notifications.Audience;
using static Mentoring.Api.Features.Common.Notifications.NotificationRule;
using Kind = Mentoring.Api.Features.Common.Notifications.NotificationKind;

namespace Mentoring.Api.Features.Region.Initiatives;

/// <summary>Who is told what of initiatives: members of what happens in the group, the leader of who comes and goes, schools and setters of tasks.</summary>
sealed class InitiativesNotices : INotices
{
    static readonly Audience Members = Audience.Of(
        "select a.id from initiative i join identity.account a on a.person_id = any(i.member_ids) where i.id = @SubjectId");

    static readonly Audience Leader = Audience.Of("""
        select a.id from initiative_member m join initiative i on i.region_code = m.region_code and i.id = m.initiative_id
          join identity.account a on a.person_id = i.leader_id where m.id = @SubjectId
        """);

    static readonly Audience NewLeader = Audience.Of(
        "select a.id from initiative i join identity.account a on a.person_id = i.leader_id where i.id = @SubjectId");

    static readonly Audience OneMember = Audience.Of(
        "select a.id from initiative_member m join identity.account a on a.person_id = m.person_id where m.id = @SubjectId");

    static readonly Audience Taker = Audience.Of(
        "select a.id from initiative_task t join identity.account a on a.person_id = t.taker_id where t.id = @SubjectId");

    static readonly Audience Meeting = Audience.Of(
        "select a.id from initiative_meeting m join identity.account a on a.person_id = any(m.member_ids) where m.id = @SubjectId");

    /// <summary>Whoever set the task, as long as the role for it is held.</summary>
    static readonly Audience Setter = Audience.Of("""
        select a.id from school_task_report r join school_task t on t.region_code = r.region_code and t.id = r.task_id
          join identity.account a on a.id::text = t.set_by where r.id = @SubjectId
        """, grants => grants.Held.Any(held => held.Permissions.Contains(Permission.SchoolTaskSet)));

    static readonly NotificationSubject Initiative =
        new("select title, null::text about, null::timestamptz starts_at from initiative where id = @SubjectId", "/initiatives/{subject}");

    static readonly NotificationSubject ByMember = new("""
        select i.title, null::text about, null::timestamptz starts_at, i.id page_id
          from initiative_member m join initiative i on i.region_code = m.region_code and i.id = m.initiative_id where m.id = @SubjectId
        """, "/initiatives/{page}");

    static readonly NotificationSubject ByTask = new("""
        select i.title, t.title about, null::timestamptz starts_at, i.id page_id
          from initiative_task t join initiative i on i.region_code = t.region_code and i.id = t.initiative_id where t.id = @SubjectId
        """, "/initiatives/{page}");

    static readonly NotificationSubject ByMeeting = new("""
        select i.title, m.topic about, m.starts_at, i.id page_id
          from initiative_meeting m join initiative i on i.region_code = m.region_code and i.id = m.initiative_id where m.id = @SubjectId
        """, "/initiatives/{page}");

    static readonly NotificationSubject ForSchool = new("""
        select t.title, concat_ws(' · ', t.setter, to_char(t.due_on, 'DD.MM.YYYY')) about, null::timestamptz starts_at
          from school_task_report r join school_task t on t.region_code = r.region_code and t.id = r.task_id where r.id = @SubjectId
        """, "/school/{organization}/tasks");

    static readonly NotificationSubject ForSetter = new("""
        select t.title, o.name_short about, null::timestamptz starts_at, t.id page_id
          from school_task_report r join school_task t on t.region_code = r.region_code and t.id = r.task_id
          join organization o on o.id = r.organization_id where r.id = @SubjectId
        """, "/school-tasks/{page}");

    static KindFacts Facts(NotificationSubject subject, EmailMode mode) => new(NotificationTopic.Initiatives, subject, mode);

    public IReadOnlyDictionary<Kind, KindFacts> Kinds { get; } = new Dictionary<Kind, KindFacts>
    {
        [Kind.InitiativeForSchool] = Facts(Initiative, EmailMode.Digest),
        [Kind.InitiativeInvitation] = Facts(ByMember, EmailMode.Now),
        [Kind.InitiativeWish] = Facts(ByMember, EmailMode.Digest),
        [Kind.InitiativeAnswer] = Facts(ByMember, EmailMode.Digest),
        [Kind.InitiativeLetIn] = Facts(ByMember, EmailMode.Now),
        [Kind.InitiativeNotLetIn] = Facts(Of("/initiatives"), EmailMode.Digest),
        [Kind.InitiativeMemberLeft] = Facts(ByMember, EmailMode.Digest),
        [Kind.InitiativeLed] = Facts(Initiative, EmailMode.Now),
        [Kind.InitiativeNews] = Facts(Initiative, EmailMode.Digest),
        [Kind.InitiativeMessage] = Facts(Initiative, EmailMode.Digest),
        [Kind.InitiativeTaskGiven] = Facts(ByTask, EmailMode.Now),
        [Kind.InitiativeTaskDue] = Facts(ByTask, EmailMode.Digest),
        [Kind.InitiativeMeetingPlanned] = Facts(ByMeeting, EmailMode.Now),
        [Kind.InitiativeMeetingCancelled] = Facts(ByMeeting, EmailMode.Now),
        [Kind.InitiativeFileBrought] = Facts(Initiative, EmailMode.Digest),
        [Kind.SchoolTaskGiven] = Facts(ForSchool, EmailMode.Now),
        [Kind.SchoolTaskDue] = Facts(ForSchool, EmailMode.Now),
        [Kind.SchoolTaskReminder] = Facts(ForSchool, EmailMode.Now),
        [Kind.SchoolReportHandedIn] = Facts(ForSetter, EmailMode.Digest),
        [Kind.SchoolReportTaken] = Facts(ForSchool, EmailMode.Digest),
        [Kind.SchoolReportSentBack] = Facts(ForSchool, EmailMode.Now),
        [Kind.SchoolTaskDropped] = Facts(ForSchool, EmailMode.Digest),
    };

    public IReadOnlyList<NotificationRule> Rules { get; } =
    [
        On<InitiativeOffered>(Kind.InitiativeForSchool, [Heads, Curators, CentreHeads]),
        On<InitiativeInvited>(Kind.InitiativeInvitation, [OneMember]),
        On<InitiativeAsked>(Kind.InitiativeWish, [Leader]),
        On<InitiativeAnswered>(Kind.InitiativeAnswer, [Leader]),
        On<InitiativeDecided>(Kind.InitiativeLetIn, [OneMember], e => e.Yes),
        On<InitiativeDecided>(Kind.InitiativeNotLetIn, [OneMember], e => !e.Yes),
        On<InitiativeLeft>(Kind.InitiativeMemberLeft, [Leader], e => e.Status == InitiativeMemberStatus.In),
        On<InitiativeHandedOver>(Kind.InitiativeLed, [NewLeader]),
        On<InitiativeMoved>(Kind.InitiativeNews, [Members], e => e.Step != InitiativeStep.Open),
        On<InitiativeLapsed>(Kind.InitiativeNews, [Members]),
        On<InitiativeWritten>(Kind.InitiativeMessage, [Members]),
        On<InitiativeTaskSet>(Kind.InitiativeTaskGiven, [Taker], e => e.Given),
        On<InitiativeTaskNears>(Kind.InitiativeTaskDue, [Taker]),
        On<InitiativeMeetingSet>(Kind.InitiativeMeetingPlanned, [Meeting]),
        On<InitiativeMeetingCalledOff>(Kind.InitiativeMeetingCancelled, [Meeting]),
        On<InitiativeFileAdded>(Kind.InitiativeFileBrought, [Members]),
        On<SchoolTaskSet>(Kind.SchoolTaskGiven, [Heads, Curators]),
        On<SchoolTaskNears>(Kind.SchoolTaskDue, [Heads, Curators]),
        On<SchoolTaskReminded>(Kind.SchoolTaskReminder, [Heads, Curators]),
        On<SchoolTaskReported>(Kind.SchoolReportHandedIn, [Setter]),
        On<SchoolReportAccepted>(Kind.SchoolReportTaken, [Heads, Curators]),
        On<SchoolReportReturned>(Kind.SchoolReportSentBack, [Heads, Curators]),
        On<SchoolTaskWithdrawn>(Kind.SchoolTaskDropped, [Heads, Curators]),
    ];

    static NotificationSubject Of(string path) => new("""
        select i.title, null::text about, null::timestamptz starts_at
          from initiative_member m join initiative i on i.region_code = m.region_code and i.id = m.initiative_id where m.id = @SubjectId
        """, path);
}
