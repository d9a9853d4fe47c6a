using Mentoring.Api.Features.Common.Agenda;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.Support;

/// <summary>What waits for whoever heads a body: agreements that run out within a month.</summary>
sealed class SupportTasks : IAgenda
{
    public IReadOnlyList<AgendaQuestion> All => [new(Permission.SupportManage, Ending)];

    static readonly string Ending = $"""
        select 'SupportEnding', (min(l.id::text))::uuid, l.agreement, case when count(distinct l.organization_id) = 1 then min(o.name_short) end, null, null,
               l.body_id, l.ends_on, false, null, '/school/' || l.body_id || '/supported'
          from support_link l join organization o on o.id = l.organization_id join day on day.place_id = l.organization_id
         where l.body_id = {AgendaQuestion.Here} and l.ended_at is null and l.starts_on <= day.today
           and l.ends_on > day.today and l.ends_on <= day.today + {SupportLife.DaysOfWarning}
         group by l.body_id, l.agreement, l.ends_on
        """;
}
