using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Agenda;

/// <summary>What waits around local acts and delegations: the union's opinion, the head's word, the author's hand.</summary>
static class ActTasks
{
    public static readonly AgendaQuestion[] All =
    [
        new(Permission.ActCosign, Cosign), new(Permission.ActApprove, Approve), new(Permission.ActWrite, Revise), new(Permission.DelegationManage, Offered), new(Permission.DelegationManage, Ending),
    ];

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

    const string Offered = $"""
        select 'DelegationToAnswer', d.id, giver.name_short, d.task, null, null, d.taker_id, d.starts_on, d.starts_on < day.today, d.version, '/school/' || d.taker_id || '/delegations'
          from delegation d join organization giver on giver.id = d.organization_id join day on day.place_id = d.organization_id
         where d.taker_id = {AgendaQuestion.Here} and d.status = 'Proposed'
        """;

    const string Ending = $"""
        select 'DelegationEnding', d.id, taker.name_short, d.task, null, null, d.organization_id, d.ends_on, false, d.version, '/school/' || d.organization_id || '/delegations'
          from delegation d join organization taker on taker.id = d.taker_id join day on day.place_id = d.organization_id
         where d.organization_id = {AgendaQuestion.Here} and d.status = 'InForce' and d.ends_on > day.today and d.ends_on <= day.today + 14
        """;
}
