using Mentoring.Api.Features.Common.Agenda;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Programs;

/// <summary>What waits for those who take part in a program.</summary>
sealed class PairTasks : IAgenda
{
    public IReadOnlyList<AgendaQuestion> All =>
    [
        new(Permission.ProgramConsent, Consent), new(Permission.ProgramSign, Signature), new(Permission.ProgramConsent, Left),
        new(Permission.ProgramConsent, Activity), new(Permission.ProgramConsent, Evaluation),
    ];

    const string Consent = """
        select 'ConsentToDecide', c.id, p.title, null, p.partners, p.id, p.organization_id, null, false, p.version, '/programs/' || p.id
          from consent c join mine p on p.id = c.program_id where c.person_id = @Person and c.status = 'Requested'
        """;

    const string Signature = """
        select 'PlanToSign', v.id, p.title, null, v.author_name, p.id, p.organization_id, null, false, p.version, '/programs/' || p.id || '?tab=versions'
          from program_version v join program p on p.id = v.program_id
         where v.status = 'Proposed' and v.program_id = any((select nullif(current_setting('scope.programs', true), '')::uuid[])::uuid[])
           and @Person in (select person_id from plan_signers_missing(v))
        """;

    /// <summary>One side of the program <c>p</c> has nobody any more, and no replacement waits for signatures.</summary>
    public const string SideLeft = """
        exists (select from program_participant gone where gone.program_id = p.id and gone.left_on is not null
                   and not exists (select from program_participant stays where stays.program_id = p.id and stays.role = gone.role and stays.left_on is null))
           and not exists (select from program_version v where v.program_id = p.id and v.status = 'Proposed' and v.kind = 'Replacement')
        """;

    public const string WhoLeft = """
        (select string_agg(gone.person_name, ', ' order by gone.person_name) from program_participant gone
          where gone.program_id = p.id and gone.left_on is not null)
        """;

    const string Left = $"""
        select 'ParticipantLeft', p.id, p.title, null, {WhoLeft}, p.id, p.organization_id, null, false, p.version, '/programs/' || p.id
          from mine p where p.status = 'Active' and p.notice_until is null and {SideLeft}
        """;

    const string Activity = """
        select 'ActivityDue', a.id, a.activity, p.title, p.partners, p.id, p.organization_id, a.due_on, a.due_on < p.today, a.version, '/programs/' || p.id
          from mine p join roadmap_activity a on a.program_id = p.id
         where p.status = 'Active' and a.done_on is null and a.responsible in ('Both', p.role) and a.due_on <= p.today + 14
        """;

    const string Evaluation = """
        select 'EvaluationDue', p.id, p.title, null, p.partners, p.id, p.organization_id, least(p.ends_on, p.notice_until),
               least(p.ends_on, p.notice_until) < p.today, p.version,
               '/programs/' || p.id || '?tab=evaluation'
          from mine p
         where p.status in ('Active', 'Paused') and least(p.ends_on, p.notice_until) <= p.today + 14
           and not exists (select from program_evaluation e where e.program_id = p.id and e.person_id = @Person)
        """;
}
