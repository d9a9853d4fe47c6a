using Mentoring.Api.Features.School.Matching;

namespace Mentoring.Api.Features.School.Offers;

/// <summary>A request for a mentor of another school, with the consent of both schools and what both people said.</summary>
public record OfferRequestFacts
{
    public required Guid Id { get; init; }

    /// <summary>The offer that is asked for.</summary>
    public required Guid OfferId { get; init; }
    public required string MentorName { get; init; }

    /// <summary>Where the mentor works.</summary>
    public required string OrganizationName { get; init; }
    public required string MenteeName { get; init; }

    /// <summary>Where the mentee works.</summary>
    public required string SchoolName { get; init; }

    /// <summary>The mentee asked; otherwise the school did on the mentee's behalf.</summary>
    public required bool ByMentee { get; init; }

    /// <summary>Of whoever asked; empty where nothing was said.</summary>
    public required string Words { get; init; }
    public required OfferRequestStatus Status { get; init; }
    public required DateTime AskedAt { get; init; }

    /// <summary>Who asked: the mentee, or somebody for the school.</summary>
    public required string AskedByName { get; init; }

    /// <summary>When the mentor's school agreed to the offer that was asked for.</summary>
    public required DateTime OfferAgreedAt { get; init; }

    /// <summary>Who agreed to it for the mentor's school.</summary>
    public required string OfferAgreedByName { get; init; }

    /// <summary>When the mentee's school decided, or the request ended without it.</summary>
    public required DateTime? DecidedAt { get; init; }

    /// <summary>Who decided for the mentee's school.</summary>
    public required string? DecidedByName { get; init; }

    /// <summary>Why the school refused.</summary>
    public required string? Reason { get; init; }
    public required OfferRequestReason? ReasonCode { get; init; }

    /// <summary>Where the request for the pair stands; null while none was sent.</summary>
    public required MatchRequestStatus? PairStatus { get; init; }

    /// <summary>When the mentor said yes.</summary>
    public required DateTime? MentorYesAt { get; init; }

    /// <summary>When the mentee said yes; by asking, where the mentee asked.</summary>
    public required DateTime? MenteeYesAt { get; init; }

    /// <summary>Why the request for the pair is over.</summary>
    public required MatchRequestReason? PairReasonCode { get; init; }

    /// <summary>Of the program that the pair began.</summary>
    public required Guid? ProgramId { get; init; }
    public required int Version { get; init; }

    /// <summary>Of <c>offer_request q</c>, the two organizations and the request <c>r</c> for the pair.</summary>
    internal const string Sql = """
        select q.id, q.offer_id, q.mentor_name, o.name_short organization_name, q.mentee_name, s.name_short school_name, q.by_mentee, q.words, q.status,
               q.asked_at, q.asked_by_name, q.offer_agreed_at, q.offer_agreed_by_name, q.decided_at, q.decided_by_name, q.reason, q.reason_code,
               r.status pair_status, r.mentor_yes_at, r.mentee_yes_at, r.reason_code pair_reason_code, r.program_id, q.version, q.school_id, q.organization_id
          from offer_request q join organization o on o.id = q.organization_id join organization s on s.id = q.school_id
          left join match_request r on r.id = q.id
        """;
}
