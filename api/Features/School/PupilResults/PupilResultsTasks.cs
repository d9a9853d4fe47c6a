using Mentoring.Api.Features.Common.Agenda;
using Mentoring.Api.Features.Common.Imports;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.PupilResults;

/// <summary>What waits: files of results that were checked.</summary>
sealed class PupilResultsTasks : IAgenda
{
    public IReadOnlyList<AgendaQuestion> All =>
    [
        new(Permission.PupilResultImport, ImportTasks.Of($"i.organization_id = {AgendaQuestion.Here} and i.kind = 'PupilResults'")),
    ];
}
