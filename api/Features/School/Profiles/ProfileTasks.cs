using Mentoring.Api.Features.Common.Agenda;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Profiles;

/// <summary>What waits around profiles, results and wishes to learn.</summary>
sealed class ProfileTasks : IAgenda
{
    public IReadOnlyList<AgendaQuestion> All =>
    [
        new(Permission.ProfileOwn, Returned), new(Permission.ProfileManage, Learning), new(Permission.ProfileManage, Mentor),
        new(Permission.ProfileManage, Result),
    ];

    const string Name = "(select person_name(who) from person who where who.id = r.person_id)";

    const string Returned = """
        select 'LearningReturned', r.id, left(r.needs, 120), null, null, null, r.organization_id, null, false, r.version, '/my-profile?tab=request'
          from learning_request r where r.person_id = @Person and r.status = 'Returned'
        """;

    const string Learning = $"""
        select 'LearningToAnswer', r.id, left(r.needs, 120), null, {Name}, null, r.organization_id, null, false, r.version,
               '/school/' || r.organization_id || '/mentees/' || r.person_id
          from learning_request r where r.organization_id = {AgendaQuestion.Here} and r.status = 'Submitted' and r.person_id is distinct from @Person
        """;

    // The profile is found by its person; so the act that decides needs that id.
    const string Mentor = $"""
        select 'MentorToConfirm', r.person_id, {Name}, null, null, null, r.organization_id, null, false, r.version,
               '/school/' || r.organization_id || '/mentors/' || r.person_id
          from mentor_profile r where r.organization_id = {AgendaQuestion.Here} and r.status = 'Draft' and r.person_id is distinct from @Person
        """;

    const string Result = $"""
        select 'ResultToConfirm', r.id, r.measure, null, {Name}, null, r.organization_id, null, false, r.version,
               '/school/' || r.organization_id || '/mentors/' || r.person_id
          from mentor_result r where r.organization_id = {AgendaQuestion.Here} and r.status = 'Stated' and r.person_id is distinct from @Person
        """;
}
