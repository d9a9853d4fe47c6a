namespace Mentoring.Api.Features.Common.Imports;

/// <summary>Work that a day divided: which part continues which. Aliases are of employment.</summary>
static class Continuation
{
    /// <summary>
    /// As the change by hand that divided it says. Of what no hand divided, the same post goes on: two jobs may begin and end on
    /// the same days.
    /// </summary>
    public static string Of(string former, string later) => $"""
        ({later}.person_id = {former}.person_id and {later}.organization_id = {former}.organization_id and {later}.started_on = {former}.ended_on
         and (exists (select from staff_edit by_hand where by_hand.employment_id = {later}.id and by_hand.kind = 'Work' and by_hand.undone_at is null
                         and by_hand.before ->> 'employment_id' = {former}.id::text)
              or {later}.hired_on = coalesce({former}.hired_on, {former}.started_on) and {later}.source_id is not distinct from {former}.source_id
                 and not exists (select from employment other
                                  where other.person_id = {later}.person_id and other.organization_id = {later}.organization_id
                                    and other.ended_on = {later}.started_on and other.id <> {former}.id
                                    and (exists (select from staff_edit by_hand where by_hand.employment_id = {later}.id and by_hand.kind = 'Work'
                                                    and by_hand.undone_at is null and by_hand.before ->> 'employment_id' = other.id::text)
                                         or coalesce(other.hired_on, other.started_on) = {later}.hired_on
                                            and other.is_main = {later}.is_main and {former}.is_main <> {later}.is_main))))
        """;
}
