using Mentoring.Api.Features.Agenda;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Programs;

/// <summary>What waits for whoever leads a school's programs: council, head, curator.</summary>
sealed class ProgramTasks : IAgenda
{
    public IReadOnlyList<AgendaQuestion> All =>
    [
        new(Permission.ProgramCouncil, Council), new(Permission.ProgramHead, Head), new(Permission.ConsentSettle, Contested),
        new(Permission.ProgramWrite, Draft), new(Permission.ProgramWrite, Ending), new(Permission.ProgramWrite, Left),
        new(Permission.ProgramWrite, Over),
    ];

    /// <summary>Who takes part in the program <c>p</c>.</summary>
    public const string People = """
        (select string_agg(part.person_name, ', ' order by part.role, part.person_name) from program_participant part where part.program_id = p.id)
        """;

    const string Council = $"""
        select 'ProgramToApproveCouncil', p.id, p.title, null, {People}, p.id, p.organization_id, null, false, p.version, '/programs/' || p.id
          from program p where p.organization_id = {AgendaQuestion.Here} and p.status = 'Council' and p.id <> all(@Mine)
        """;

    const string Head = $"""
        select 'ProgramToApproveHead', p.id, p.title, null, {People}, p.id, p.organization_id, null, false, p.version, '/programs/' || p.id
          from program p where p.organization_id = {AgendaQuestion.Here} and p.status = 'Approved' and p.id <> all(@Mine)
        """;

    // Whoever had a hand in the person's account does not settle whose consent it is.
    const string Contested = $"""
        select 'ConsentToSettle', c.id, p.title, null, {People}, p.id, p.organization_id, null, false, p.version, '/programs/' || p.id
          from consent c join program p on p.id = c.program_id
         where p.organization_id = {AgendaQuestion.Here} and c.status = 'Contested' and @Person::uuid is not null and p.id <> all(@Mine)
           and not {Consents.Involved}
        """;

    const string Draft = $"""
        select case when p.refused then 'ConsentRefused' when p.decision = 'Returned' then 'ProgramReturned' else 'DraftStalled' end,
               p.id, p.title, null, {People}, p.id, p.organization_id, null, false, p.version, '/programs/' || p.id
          from (
            select p.*,
                   exists (select from consent c where c.program_id = p.id and c.terms_version = p.terms_version
                              and c.status in ('Refused', 'Revoked')) refused,
                   (select a.decision from program_approval a where a.program_id = p.id order by a.decided_at desc limit 1) decision
              from program p where p.organization_id = {AgendaQuestion.Here} and p.status = 'Draft') p
         where p.refused or p.decision = 'Returned' or p.updated_at < @Now::timestamptz - interval '14 days'
        """;

    const string Ending = $"""
        select 'ProgramEnding', p.id, p.title, null, {People}, p.id, p.organization_id, p.notice_until, p.notice_until < day.today, p.version,
               '/programs/' || p.id
          from program p join day on day.place_id = p.organization_id
         where p.organization_id = {AgendaQuestion.Here} and p.status in ('Active', 'Paused') and p.notice_until is not null
        """;

    // A replacement that waits for signatures, a pause and a notice are answers; a draft waits until somebody else is named.
    const string Left = $"""
        select 'ParticipantLeft', p.id, p.title, null, {PairTasks.WhoLeft}, p.id, p.organization_id, null, false, p.version, '/programs/' || p.id
          from program p
         where p.organization_id = {AgendaQuestion.Here} and p.status in ('Draft', 'Active') and p.notice_until is null and {PairTasks.SideLeft}
        """;

    const string Over = $"""
        select 'ProgramToComplete', p.id, p.title, null, {People}, p.id, p.organization_id, p.ends_on, true, p.version, '/programs/' || p.id
          from program p join day on day.place_id = p.organization_id
         where p.organization_id = {AgendaQuestion.Here} and p.status = 'Active' and p.notice_until is null and p.ends_on < day.today
        """;
}
