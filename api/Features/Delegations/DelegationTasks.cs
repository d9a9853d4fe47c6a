using Mentoring.Api.Features.Agenda;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Delegations;

/// <summary>What waits around components carried by another organization.</summary>
sealed class DelegationTasks : IAgenda
{
    public IReadOnlyList<AgendaQuestion> All => [new(Permission.DelegationManage, Offered), new(Permission.DelegationManage, Ending)];

    const string Offered = $"""
        select 'DelegationToAnswer', d.id, giver.name_short, d.task, null, null, d.taker_id, d.starts_on, d.starts_on < day.today, d.version,
               '/school/' || d.taker_id || '/delegations'
          from delegation d join organization giver on giver.id = d.organization_id join day on day.place_id = d.organization_id
         where d.taker_id = {AgendaQuestion.Here} and d.status = 'Proposed'
        """;

    const string Ending = $"""
        select 'DelegationEnding', d.id, taker.name_short, d.task, null, null, d.organization_id, d.ends_on, false, d.version,
               '/school/' || d.organization_id || '/delegations'
          from delegation d join organization taker on taker.id = d.taker_id join day on day.place_id = d.organization_id
         where d.organization_id = {AgendaQuestion.Here} and d.status = 'InForce' and d.ends_on > day.today and d.ends_on <= day.today + 14
        """;
}
