using Mentoring.Api.Features.Agenda;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Practices;

/// <summary>What waits around the bank of practices: an author's answer, a review, the next step of whoever runs it.</summary>
sealed class PracticeTasks : IAgenda
{
    public IReadOnlyList<AgendaQuestion> All =>
    [
        new(Permission.PracticeShare, Authorship), new(Permission.PracticeReview, Review), new(Permission.PracticeManage, Decide),
    ];

    const string Authorship = """
        select 'AuthorshipToAnswer', p.id, p.title, null, null, null, p.organization_id, null, false, p.version, '/practices/' || p.id
          from practice_author a join practice p on p.id = a.practice_id
         where a.person_id = @Person and a.named is null and p.status <> 'Withdrawn'
        """;

    const string Review = $"""
        select 'PracticeToReview', p.id, p.title, null, null, null, p.organization_id, null, false, p.version, '/practices/' || p.id
          from practice_review r join practice p on p.id = r.practice_id and p.round = r.round
         where r.reviewer_id = @Person and r.reviewed_at is null and p.status = 'InReview' and {PracticeReaders.Seated}
        """;

    const string Decide = $"""
        select 'PracticeToDecide', p.id, p.title, null, null, null, p.organization_id, null, false, p.version, '/practices/' || p.id
          from practice p
         where p.organization_id = {AgendaQuestion.Here}
           and (p.status in ('Submitted', 'Selected') or (p.status = 'InReview' and not exists (
               select from practice_review r where r.practice_id = p.id and r.round = p.round and r.reviewed_at is null and {PracticeReaders.Seated})))
           and not exists (select from practice_author a where a.practice_id = p.id and a.person_id = @Person)
        """;
}
