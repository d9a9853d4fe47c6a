using Mentoring.Api.Features.Agenda;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Imports;

/// <summary>Files that were checked: a school's roster waits for whoever keeps its staff, a register for whoever sent it.</summary>
sealed class ImportTasks : IAgenda
{
    public IReadOnlyList<AgendaQuestion> All => [new(Permission.ImportManage, Decide)];

    const string Decide = $"""
        select 'ImportToDecide', i.id, i.file_name, null, null, null, i.organization_id, null, false, i.version, '/imports/' || i.id
          from import i
         where i.status = 'Checked' and (i.organization_id = {AgendaQuestion.Here} or i.organization_id is null and i.created_by = @Account)
        """;
}
