using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Common.Notifications;

/// <summary>What a notification is about: where its title comes from, and the page that shows it.</summary>
/// <param name="Sql">
/// One row: <c>title</c>, <c>about</c> (a second line, or null), <c>starts_at</c> (when it takes place, or null). Nothing
/// that tells of a person. With <c>page_id</c> where the page is that of another row.
/// </param>
/// <param name="Path">The page in the web client; <c>{subject}</c>, <c>{program}</c>, <c>{organization}</c> and <c>{page}</c> stand for ids.</param>
public sealed record NotificationSubject(string Sql, string Path)
{
    public static readonly NotificationSubject Program =
        new("select title, null::text about, null::timestamptz starts_at from program where id = @ProgramId", "/programs/{program}");

    /// <summary>A program that is closed to the reader by now: which it was, and no page.</summary>
    public static readonly NotificationSubject FormerProgram = new("""
        select o.name_short title, p.title about, null::timestamptz starts_at
          from program p join organization o on o.id = p.organization_id where p.id = @ProgramId
        """, "/notifications");

    public static readonly NotificationSubject Meeting = new(
        "select p.title, m.topic about, m.starts_at from meeting m join program p on p.id = m.program_id where m.id = @SubjectId",
        "/programs/{program}?tab=meetings");

    public static readonly NotificationSubject Activity = new(
        "select p.title, a.activity about, null::timestamptz starts_at from roadmap_activity a join program p on p.id = a.program_id where a.id = @SubjectId",
        "/programs/{program}");

    public static readonly NotificationSubject Assignment = new("""
        select coalesce(o.name_short, t.name_ru) title, null::text about, null::timestamptz starts_at
          from role_assignment r left join organization o on o.id = r.organization_id left join territory t on t.code = r.territory_code
         where r.id = @SubjectId
        """, "/profile");

    /// <summary>One's own account, by the organization that last invited to it.</summary>
    public static readonly NotificationSubject Account = new("""
        select coalesce(o.name_short, a.email) title, null::text about, null::timestamptz starts_at
          from identity.account a
          left join lateral (select organization_id from identity.invitation where account_id = a.id order by invited_at desc limit 1) i on true
          left join organization o on o.id = i.organization_id
         where a.id = @SubjectId
        """, "/profile");

    public static readonly NotificationSubject Import =
        new("select file_name title, null::text about, null::timestamptz starts_at from import where id = @SubjectId", "/imports/{subject}");

    public static readonly NotificationSubject Act = Titled("select title from local_act where id = @SubjectId", "/documents/{subject}");

    public static readonly NotificationSubject CouncilMeeting = new("""
        select o.name_short title, m.place about, m.starts_at from council_meeting m join organization o on o.id = m.organization_id where m.id = @SubjectId
        """, "/council/meetings/{subject}");

    public static readonly NotificationSubject Decision = new("""
        select o.name_short title, null::text about, null::timestamptz starts_at, d.meeting_id page_id
          from council_decision d join organization o on o.id = d.organization_id where d.id = @SubjectId
        """, "/council/meetings/{page}");

    public static readonly NotificationSubject CouncilTask = new("""
        select o.name_short title, t.title about, null::timestamptz starts_at from council_task t join organization o on o.id = t.organization_id
               where t.id = @SubjectId
        """, "/council");

    public static readonly NotificationSubject Training = TrainingOf("/support");

    public static readonly NotificationSubject Pulse = Titled("select title from pulse where id = @SubjectId", "/support");

    public static readonly NotificationSubject Practice = Titled("select title from practice where id = @SubjectId", "/practices/{subject}");

    public static readonly NotificationSubject Post = Titled("select title from site_post where id = @SubjectId", "/profile");

    /// <summary>A contract with a partner, and the first day on which it is no longer in force.</summary>
    public static NotificationSubject Contract(string path) => new("""
        select partner_name title, concat_ws(' · ', nullif(number, ''), subject, to_char(ends_on, 'DD.MM.YYYY')) about, null::timestamptz starts_at
          from partner_contract where id = @SubjectId
        """, path);

    /// <summary>What was to follow from an entry of the coordination log, and by when.</summary>
    public static NotificationSubject NextStep(string path) => new("""
        select title, concat_ws(' · ', next_step, to_char(next_due_on, 'DD.MM.YYYY')) about, null::timestamptz starts_at from coordination_entry
               where id = @SubjectId
        """, path);

    /// <summary>A training, on the page of whoever is told.</summary>
    public static NotificationSubject TrainingOf(string path) => new("select title, place about, starts_at from training where id = @SubjectId", path);

    /// <summary>Something in a program, on this tab of its page.</summary>
    public static NotificationSubject InProgram(string tab) => Titled("select title from program where id = @ProgramId", $"/programs/{{program}}?tab={tab}");

    /// <summary>What would tell of a person or of a case is called by the school's name alone.</summary>
    public static NotificationSubject AtSchool(string path) => Titled("select name_short title from organization where id = @OrganizationId", path);

    /// <summary>A sign in a program, on a page that is not the program's.</summary>
    public static NotificationSubject OfProgram(string path) => Titled("select title from program where id = @ProgramId", path);

    /// <summary>The organization that has ended, whoever is told of it.</summary>
    public static readonly NotificationSubject SettledOrganization =
        Titled("select name_short title from organization where id = @SubjectId", "/organizations/{subject}");

    static NotificationSubject Titled(string sql, string path) => new($"select title, null::text about, null::timestamptz starts_at from ({sql}) named", path);

    /// <summary>The page for this event.</summary>
    /// <param name="page">What the query gave as <c>page_id</c>.</param>
    public string PathOf(Happened happened, Guid? page = null) => Path
        .Replace("{page}", page.ToString(), StringComparison.Ordinal)
        .Replace("{subject}", happened.SubjectId.ToString(), StringComparison.Ordinal)
        .Replace("{program}", happened.ProgramId.ToString(), StringComparison.Ordinal)
        .Replace("{organization}", happened.OrganizationId.ToString(), StringComparison.Ordinal);
}
