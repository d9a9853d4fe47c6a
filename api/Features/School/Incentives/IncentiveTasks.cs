using Mentoring.Api.Features.Common.Agenda;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Incentives;

/// <summary>Rewards that wait for the council or for the head.</summary>
sealed class IncentiveTasks : IAgenda
{
    public IReadOnlyList<AgendaQuestion> All => [new(Permission.CouncilLead, Support), new(Permission.IncentiveDecide, Incentive)];

    const string Support = $"""
        select 'IncentiveToSupport', i.id, i.incentive, null, i.person_name, null, i.organization_id, null, false, i.version, '/council/incentives'
          from incentive_proposal i where i.organization_id = {AgendaQuestion.Here} and i.status = 'Proposed'
        """;

    const string Incentive = $"""
        select 'IncentiveToDecide', i.id, i.incentive, null, i.person_name, null, i.organization_id, null, false, i.version, '/council/incentives'
          from incentive_proposal i where i.organization_id = {AgendaQuestion.Here} and i.status = 'Supported'
        """;
}
