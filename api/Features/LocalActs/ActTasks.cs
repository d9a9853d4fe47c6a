using Mentoring.Api.Features.Agenda;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.LocalActs;

/// <summary>What waits around local acts.</summary>
sealed class ActTasks : IAgenda
{
    public IReadOnlyList<AgendaQuestion> All => [new(Permission.ActCosign, Cosign), new(Permission.ActApprove, Approve), new(Permission.ActWrite, Revise)];

    const string Cosign = $"""
        select 'ActToCosign', a.id, a.title, null, null, null, a.organization_id, null, false, a.version, '/documents/' || a.id
          from act_cosign c join local_act a on a.id = c.act_id where c.organization_id = {AgendaQuestion.Here} and c.status = 'Requested'
        """;

    const string Approve = $"""
        select 'ActToApprove', a.id, a.title, null, null, null, a.organization_id, null, false, a.version, '/documents/' || a.id
          from local_act a where a.organization_id = {AgendaQuestion.Here} and a.status = 'Agreed'
        """;

    const string Revise = $"""
        select 'ActToRevise', a.id, a.title, null, null, null, a.organization_id, null, false, a.version, '/documents/' || a.id
          from local_act a
         where a.organization_id = {AgendaQuestion.Here} and a.status = 'Draft' and a.created_by = @Account
           and (exists (select from act_return r where r.act_id = a.id and r.edition = a.edition)
             or exists (select from act_cosign c where c.act_id = a.id and c.edition = a.edition and c.status = 'Refused'))
        """;
}
