using Mentoring.Api.Features.Agenda;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Psychology;

/// <summary>What a school asks of its people: trainings and pulses, which only the person invited sees.</summary>
sealed class ClimateTasks : IAgenda
{
    public IReadOnlyList<AgendaQuestion> All => [new(Permission.PulseAnswer, Pulse), new(Permission.PulseAnswer, Training)];

    const string Pulse = """
        select 'PulseToAnswer', p.id, p.title, null, null, null, p.organization_id, p.closes_on, false, p.version, '/support'
          from pulse_invitation i join pulse p on p.id = i.pulse_id join day on day.place_id = p.organization_id
         where i.person_id = @Person and not i.answered and p.status = 'Open' and p.closes_on >= day.today
        """;

    const string Training = """
        select 'TrainingAhead', t.id, t.title, t.place, null, null, t.organization_id, (t.starts_at at time zone zone.time_zone)::date, false, t.version,
               '/support'
          from training_place i join training t on t.id = i.training_id join organization_zone zone on zone.place_id = t.organization_id
         where i.person_id = @Person and t.status = 'Planned' and t.starts_at between @Now and @Now::timestamptz + interval '14 days'
        """;
}
