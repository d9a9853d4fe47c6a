using Mentoring.Api.Features.Agenda;
using Mentoring.Api.Features.Programs;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Risks;

/// <summary>What waits around signals and risks.</summary>
sealed class RiskTasks : IAgenda
{
    public IReadOnlyList<AgendaQuestion> All =>
    [
        new(Permission.ProgramConsent, OwnSignal), new(Permission.RiskManage, Signal), new(Permission.RiskManage, Risk),
    ];

    const string OwnSignal = """
        select 'SignalToExplain', s.id, p.title, null, p.partners, p.id, p.organization_id, s.shown_on, s.shown_on < p.today, s.version, '/support'
          from mine p join risk_signal s on s.program_id = p.id where s.status = 'Raised'
        """;

    // A signal that the pair may still explain is not shown to the school: the row policy sees to it.
    const string Signal = $"""
        select 'SignalToDecide', s.id, p.title, null, {ProgramTasks.People}, p.id, p.organization_id, null, false, s.version,
               '/school/' || p.organization_id || '/risks'
          from risk_signal s join program p on p.id = s.program_id
         where s.organization_id = {AgendaQuestion.Here} and s.status in ('Raised', 'Explained') and s.program_id <> all(@Mine)
        """;

    const string Risk = $"""
        select 'RiskToReview', r.id, r.title, null, r.owner_name, null, r.organization_id, r.review_on, r.review_on < day.today, r.version,
               '/school/' || r.organization_id || '/risks'
          from risk r join day on day.place_id = r.organization_id
         where r.organization_id = {AgendaQuestion.Here} and r.status = 'Open' and r.review_on <= day.today + 7
        """;
}
