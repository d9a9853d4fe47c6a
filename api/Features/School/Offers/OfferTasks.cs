using Mentoring.Api.Features.Common.Agenda;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Offers;

/// <summary>What waits for a school's consent on the way to a mentor beyond it.</summary>
sealed class OfferTasks : IAgenda
{
    public IReadOnlyList<AgendaQuestion> All => [new(Permission.OfferDecide, Offers), new(Permission.OfferDecide, Requests)];

    const string Offers = $"""
        select 'OfferToAgree', o.id, o.mentor_name, null, null, null, o.organization_id, o.ends_on, false, o.version,
               '/school/' || o.organization_id || '/offers'
          from mentor_offer o where o.organization_id = {AgendaQuestion.Here} and o.status = 'Proposed' and o.mentor_id is distinct from @Person
        """;

    const string Requests = $"""
        select 'OfferRequestToAgree', q.id, q.mentee_name, null, q.mentor_name, null, q.school_id, null, false, q.version,
               '/school/' || q.school_id || '/offers?view=requests'
          from offer_request q where q.school_id = {AgendaQuestion.Here} and q.status = 'Asked'
        """;
}
