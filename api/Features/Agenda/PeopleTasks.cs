using Mentoring.Api.Features.Identity;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Agenda;

/// <summary>What waits around people: their roles, pairs, profiles, results, learning requests, the census.</summary>
static class PeopleTasks
{
    public static readonly AgendaQuestion[] All =
    [
        new(Permission.MatchAnswer, Match), new(Permission.ProfileOwn, Returned), new(Permission.ProfileManage, Learning), new(Permission.ProfileManage, Mentor),
        new(Permission.ProfileManage, Result), new(Permission.CensusManage, Census),
        new(Permission.SignedIn, OwnRole), new(Permission.RoleConfirm, Role),
    ];

    const string Name = "(select concat_ws(' ', who.family_name, who.given_name, who.patronymic) from person who where who.id = r.person_id)";

    const string Match = """
        select 'MatchToAnswer', r.id, case when r.mentor_id = @Person then r.mentee_name else r.mentor_name end, null, null, null, r.organization_id, (r.expires_at at time zone t.time_zone)::date, false,
               r.version, '/requests'
          from match_request r join organization_zone t on t.place_id = r.organization_id
         where r.status = 'Requested' and r.expires_at > @Now and (r.mentor_id = @Person and r.mentor_yes_at is null or r.mentee_id = @Person and r.mentee_yes_at is null)
        """;

    const string Returned = """
        select 'LearningReturned', r.id, left(r.needs, 120), null, null, null, r.organization_id, null, false, r.version, '/my-profile?tab=request'
          from learning_request r where r.person_id = @Person and r.status = 'Returned'
        """;

    const string Learning = $"""
        select 'LearningToAnswer', r.id, left(r.needs, 120), null, {Name}, null, r.organization_id, null, false, r.version, '/school/' || r.organization_id || '/mentees/' || r.person_id
          from learning_request r where r.organization_id = {AgendaQuestion.Here} and r.status = 'Submitted' and r.person_id is distinct from @Person
        """;

    // The profile is found by its person; so the act that decides needs that id.
    const string Mentor = $"""
        select 'MentorToConfirm', r.person_id, {Name}, null, null, null, r.organization_id, null, false, r.version, '/school/' || r.organization_id || '/mentors/' || r.person_id
          from mentor_profile r where r.organization_id = {AgendaQuestion.Here} and r.status = 'Draft' and r.person_id is distinct from @Person
        """;

    const string Result = $"""
        select 'ResultToConfirm', r.id, r.measure, null, {Name}, null, r.organization_id, null, false, r.version, '/school/' || r.organization_id || '/mentors/' || r.person_id
          from mentor_result r where r.organization_id = {AgendaQuestion.Here} and r.status = 'Stated' and r.person_id is distinct from @Person
        """;

    const string Census = $"""
        select 'CensusToComplete', c.id, c.school_year || '/' || right((c.school_year + 1)::text, 2), null, null, null, c.organization_id, c.due_on, c.due_on < day.today, c.version,
               '/school/' || c.organization_id || '/census'
          from census c join day on day.place_id = c.organization_id where c.organization_id = {AgendaQuestion.Here} and c.status = 'Open'
        """;

    const string OwnRole = """
        select 'RoleToAnswer', r.id, o.name_short, null, null, null, r.organization_id, null, false, r.version, '/today'
          from role_proposal r join organization o on o.id = r.organization_id where r.account_id::text = @Account and r.status = 'Proposed'
        """;

    static string Role => $"""
        select 'RoleToConfirm', p.id, o.name_short, null, who.display_name, null, p.organization_id, null, false, p.version, '/role-proposals'
          from role_proposal p join organization o on o.id = p.organization_id join identity.account who on who.id = p.account_id
         where p.status = 'Agreed' and {Granting.ThirdPerson}
        """;
}
