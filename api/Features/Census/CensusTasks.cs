using Mentoring.Api.Features.Agenda;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Census;

/// <summary>The census of the year that is to be completed.</summary>
sealed class CensusTasks : IAgenda
{
    public IReadOnlyList<AgendaQuestion> All => [new(Permission.CensusManage, Census)];

    const string Census = $"""
        select 'CensusToComplete', c.id, c.school_year || '/' || right((c.school_year + 1)::text, 2), null, null, null, c.organization_id, c.due_on,
               c.due_on < day.today, c.version,
               '/school/' || c.organization_id || '/census'
          from census c join day on day.place_id = c.organization_id where c.organization_id = {AgendaQuestion.Here} and c.status = 'Open'
        """;
}
