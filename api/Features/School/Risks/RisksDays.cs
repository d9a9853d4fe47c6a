using Mentoring.Api.Features.Common.Notifications;

namespace Mentoring.Api.Features.School.Risks;

/// <summary>A signal is told to its pair when it is raised, and to the curator on the day from which the school sees it.</summary>
sealed class RisksDays : IDayNews
{
    public IReadOnlyList<DayNews> All => [new(new SignalReachedPair(), Raised), new(new SignalReachedSchool(), Shown)];

    const string Raised = """
        select md5('raised' || s.id)::uuid, s.organization_id, s.region_code, s.id, s.program_id
          from risk_signal s join day on day.place_id = s.organization_id
         where s.status = 'Raised' and s.raised_on > day.today - 3
        """;

    const string Shown = """
        select md5('shown' || s.id)::uuid, s.organization_id, s.region_code, s.id, s.program_id
          from risk_signal s join day on day.place_id = s.organization_id
         where s.status in ('Raised', 'Explained') and s.shown_on between day.today - 3 and day.today
        """;
}
