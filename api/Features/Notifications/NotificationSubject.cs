namespace Mentoring.Api.Features.Notifications;

/// <summary>What a notification is about: where its title comes from, and the page that shows it.</summary>
/// <param name="Sql">
/// One row: <c>title</c>, <c>about</c> (a second line, or null), <c>starts_at</c> (when it takes place, or null). Nothing
/// that tells of a person.
/// </param>
/// <param name="Path">The page in the web client; <c>{subject}</c>, <c>{program}</c> and <c>{organization}</c> stand for ids.</param>
public sealed record NotificationSubject(string Sql, string Path)
{
    public static readonly NotificationSubject Program =
        new("select title, null::text about, null::timestamptz starts_at from program where id = @ProgramId", "/programs/{program}");

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

    public static readonly NotificationSubject Import =
        new("select file_name title, null::text about, null::timestamptz starts_at from import where id = @SubjectId", "/imports/{subject}");

    /// <summary>The page for this event.</summary>
    public string PathOf(Happened happened) => Path
        .Replace("{subject}", happened.SubjectId.ToString(), StringComparison.Ordinal)
        .Replace("{program}", happened.ProgramId.ToString(), StringComparison.Ordinal)
        .Replace("{organization}", happened.OrganizationId.ToString(), StringComparison.Ordinal);
}
