using Mentoring.Api.Features.Common.People;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Offers;

/// <summary>
/// What offers do when somebody leaves (<see cref="Leaving"/>): a mentor's offer ends with the work or the role at the school, and what
/// was asked and not decided yet with either of the two. What was sent is matching's.
/// </summary>
sealed class OfferDepartures(Db db, Audit audit) : IFollowLeaving
{
    sealed record One(Guid Id, Guid OrganizationId, string RegionCode);

    public async Task Follow(Left left, CancellationToken ct)
    {
        foreach (var offer in await db.List<One>(EndOffers, left, ct))
            audit.About(offer.OrganizationId, offer.RegionCode, offer.Id, new MentorOfferMoved(OfferStep.End));
        foreach (var request in await db.List<One>(CloseRequests, left, ct))
            audit.About(request.OrganizationId, request.RegionCode, request.Id, new OfferRequestLapsed(OfferRequestReason.PersonLeft));
    }

    const string EndOffers = """
        update mentor_offer set status = 'Ended', ended_at = @Now, version = version + 1
         where @AsMentor and mentor_id = @Person and organization_id = @Organization and status in ('Proposed', 'Open', 'Declined')
        returning id, organization_id, region_code
        """;

    const string CloseRequests = """
        update offer_request q set status = 'Closed', reason_code = 'PersonLeft', decided_at = @Now, version = q.version + 1
          from organization s
         where q.status = 'Asked' and s.id = q.school_id
           and (@AsMentor and q.mentor_id = @Person and q.organization_id = @Organization
                or @AsMentee and q.mentee_id = @Person and q.school_id = @Organization)
        returning q.id, s.id organization_id, s.region_code
        """;
}
