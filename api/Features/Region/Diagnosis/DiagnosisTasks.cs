using Mentoring.Api.Features.Common.Agenda;
using Mentoring.Api.Features.Common.Imports;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.Diagnosis;

/// <summary>What waits around diagnoses: what a teacher asks of an expert, and files of results that a body has to decide.</summary>
sealed class DiagnosisTasks : IAgenda
{
    public IReadOnlyList<AgendaQuestion> All =>
    [
        new(Permission.DiagnosisOwn, ToFill),
        new(Permission.DiagnosisImport, ImportTasks.Of($"i.organization_id = {AgendaQuestion.Here} and i.kind = 'DiagnosisResults'")),
    ];

    const string ToFill = """
        select 'DiagnosisToFill', d.id, i.name_ru, d.person_name, null, null, d.organization_id, null, false, d.version, '/diagnoses/' || d.id
          from diagnosis d join instrument i on i.id = d.instrument_id
         where d.expert_id = @Person and d.status = 'Draft'
        """;
}
