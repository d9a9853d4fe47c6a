using Mentoring.Api.Features.Common.Agenda;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Common.Imports;

/// <summary>Files that were checked: a school's roster waits for whoever keeps its staff, a register for whoever sent it.</summary>
sealed class ImportTasks : IAgenda
{
    public IReadOnlyList<AgendaQuestion> All =>
    [
        new(Permission.RosterImport, Of($"i.organization_id = {AgendaQuestion.Here} and i.kind in ('Roster', 'StaffList')")),
        new(Permission.ImportManage, Of("i.organization_id is null and i.created_by = @Account")),
    ];

    /// <summary>Files of import <c>i</c> that were checked.</summary>
    /// <param name="where">Which of them.</param>
    public static string Of(string where) => $"""
        select 'ImportToDecide', i.id, i.file_name, null, null, null, i.organization_id, null, false, i.version, '/imports/' || i.id
          from import i where i.status = 'Checked' and {where}
        """;
}
