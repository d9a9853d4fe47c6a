using Mentoring.Api.Features.Agenda;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Arbitration;

/// <summary>What waits around cases of arbitration.</summary>
sealed class CaseTasks : IAgenda
{
    public IReadOnlyList<AgendaQuestion> All => [new(Permission.CaseArbitrate, Assign), new(Permission.CaseOpen, Hear)];

    // To the chair by the row policy, which keeps a case about the chair from the chair.
    const string Assign = $"""
        select 'CaseToAssign', c.id, c.subject, null, c.complainant_name, null, c.organization_id, null, false, c.version, '/cases/' || c.id
          from arbitration_case c
         where c.organization_id = {AgendaQuestion.Here} and c.about <> 'CouncilChair' and c.status in ('Opened', 'Appealed')
         and c.complainant_id is distinct from @Person
        """;

    const string Hear = """
        select 'CaseToHear', c.id, c.subject, null, c.complainant_name, null, c.organization_id, null, false, c.version, '/cases/' || c.id
          from arbitration_case c where @Person = any(c.arbiter_ids) and c.status in ('Assigned', 'Hearing', 'Rehearing')
        """;
}
