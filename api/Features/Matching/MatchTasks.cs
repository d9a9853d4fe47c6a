using Mentoring.Api.Features.Agenda;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Matching;

/// <summary>What waits on the way to a pair.</summary>
sealed class MatchTasks : IAgenda
{
    public IReadOnlyList<AgendaQuestion> All => [new(Permission.MatchAnswer, Match), new(Permission.ProgramWrite, Pair)];

    const string Match = """
        select 'MatchToAnswer', r.id, case when r.mentor_id = @Person then r.mentee_name else r.mentor_name end, null, null, null, r.organization_id,
               (r.expires_at at time zone t.time_zone)::date, false,
               r.version, '/requests'
          from match_request r join organization_zone t on t.place_id = r.organization_id
         where r.status = 'Requested' and r.expires_at > @Now
         and (r.mentor_id = @Person and r.mentor_yes_at is null or r.mentee_id = @Person and r.mentee_yes_at is null)
        """;

    const string Pair = $"""
        select 'PairToDraft', r.id, r.mentee_name, null, r.mentor_name, null, r.organization_id, null, false, r.version,
               '/school/' || r.organization_id || '/matching'
          from match_request r where r.organization_id = {AgendaQuestion.Here} and r.status = 'Accepted' and r.program_id is null
        """;
}
