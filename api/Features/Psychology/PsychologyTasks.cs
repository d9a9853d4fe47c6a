using Mentoring.Api.Features.Agenda;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Psychology;

/// <summary>What waits for a psychologist: the workspace's own queue.</summary>
sealed class PsychologyTasks : IAgenda
{
    public IReadOnlyList<AgendaQuestion> All => [new(Permission.PsychologyWork, Queue)];

    // Decided on other pages than the list, which read the version themselves.
    const string Queue = $"""
        with here as (
            select place_id, time_zone, (@Now::timestamptz at time zone time_zone)::date today from organization_zone where place_id = {AgendaQuestion.Here})
        select case kind when 'TaskDue' then 'PsychologyTaskDue' else kind end, w.subject_id, w.text, null, null, null, w.organization_id, w.due_on,
               w.due_on < here.today is true, 0,
               '/psych?tab=' || case kind when 'TrainingToClose' then 'trainings' when 'PulseToClose' then 'climate' when 'TaskDue' then 'plan'
                   when 'OpinionToGive' then 'pairs&open=' || w.mentor_id || ':' || w.mentee_id else 'readiness&open=' || w.subject_id end
          from ({PsychologyWaits.Sql}) w join here on here.place_id = w.organization_id
        """;
}
