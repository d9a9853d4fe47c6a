using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.HelpDesk;

/// <summary>Which part of a body's queue is wanted.</summary>
public enum HelpQueueView { Open, Mine, Unassigned, Overdue, All }

/// <summary>Which questions of a body are wanted: one question for the list and for its file.</summary>
/// <param name="View">`Open` when absent: whatever waits for an answer.</param>
/// <param name="Status">Any when absent; one that is not open needs the view `All`.</param>
/// <param name="Form">Code of the dictionary `help-form`.</param>
/// <param name="Area">Code of the dictionary `competence-area`.</param>
/// <param name="Search">A part of the subject, of the asker's name or of the school's.</param>
public record HelpQueueFilter(HelpQueueView? View = null, HelpStatus? Status = null, string? Form = null, string? Area = null, string? Search = null)
{
    internal object Args(Guid body, Caller caller, DateTime now, DateOnly? due, Guid? id, int take) => new
    {
        Body = body, View = (View ?? HelpQueueView.Open).ToString(), Status = Status?.ToString(), Form, Area, Pattern = Like.Containing(Search), Now = now,
        caller.Id, HelpLifecycle.Open, After = due, AfterId = id, Take = take,
    };

    /// <summary>What is open by its term, the most pressing first; the rest by the day of its answer's term too, the latest first.</summary>
    internal const string Sql = """
        select q.id, q.subject, q.form_code form, q.areas, q.status, q.person_name, o.name_short organization_name, q.asked_at, q.due_on, q.wanted_by,
               q.status = any(@Open) and q.due_on < day.today overdue, q.taken_by_name, coalesce(q.taken_by = @Id, false) mine, q.escalated_at, q.answered_at,
               q.mark
          from help_request q join organization o on o.id = q.organization_id join organization_zone zone on zone.place_id = q.organization_id
         cross join lateral (select (@Now::timestamptz at time zone zone.time_zone)::date today) day
         where q.body_id = @Body
           and case @View when 'All' then true when 'Mine' then q.taken_by = @Id and q.status = any(@Open)
                          when 'Unassigned' then q.status in ('Asked', 'Reopened') when 'Overdue' then q.status = any(@Open) and q.due_on < day.today
                          else q.status = any(@Open) end
           and (@Status::text is null or q.status = @Status)
           and (@Form::text is null or q.form_code = @Form)
           and (@Area::text is null or @Area = any(q.areas))
           and (@Pattern::text is null or q.subject ilike @Pattern or q.person_name ilike @Pattern or o.name_short ilike @Pattern)
           and (@AfterId::uuid is null or case when @View = 'All' then (q.due_on, q.id) < (@After::date, @AfterId)
                                               else (q.due_on, q.id) > (@After::date, @AfterId) end)
         order by case when @View <> 'All' then q.due_on end, case when @View <> 'All' then q.id end, q.due_on desc, q.id desc
         limit @Take
        """;
}
