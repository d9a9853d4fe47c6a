using Mentoring.Api.Features.Common.Agenda;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.HelpDesk;

/// <summary>What waits on the help desk: a question to take, to answer, one that is overdue, an answer to rate.</summary>
sealed class HelpTasks : IAgenda
{
    public IReadOnlyList<AgendaQuestion> All =>
        [new(Permission.HelpAnswer, ToTake), new(Permission.HelpAnswer, ToAnswer), new(Permission.HelpLead, Overdue), new(Permission.HelpDesk, ToRate)];

    static string Waiting(string kind, string where) => $"""
        select '{kind}', q.id, q.subject, o.name_short, q.person_name, null, q.body_id, q.due_on, q.due_on < day.today, q.version, '/help-desk/' || q.id
          from help_request q join organization o on o.id = q.organization_id join day on day.place_id = q.organization_id
         where q.body_id = {AgendaQuestion.Here} and {where}
        """;

    static readonly string ToTake = Waiting("HelpToTake", "q.status in ('Asked', 'Reopened')");

    static readonly string ToAnswer = Waiting("HelpToAnswer", "q.status = 'Taken' and q.taken_by = @Account");

    static readonly string Overdue = Waiting("HelpOverdue", "q.status in ('Asked', 'Taken', 'Reopened') and q.due_on < day.today");

    const string ToRate = """
        select 'HelpToRate', q.id, q.subject, b.name_short, null, null, q.organization_id, null, false, q.version, '/help-desk/' || q.id
          from help_request q join organization b on b.id = q.body_id
         where q.person_id = @Person and q.status = 'Answered'
        """;
}
