using Mentoring.Api.Features.School.Matching;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Offers;

/// <summary>What holds whoever asks for an offer, the mentee or the school, and how a request goes on to both people.</summary>
public sealed class OfferAsking(Db db, Caller caller, Audit audit, IServiceScopeFactory scopes, TimeProvider time)
{
    public sealed record Offered
    {
        public required string RegionCode { get; init; }
        public Guid Id { get; init; }
        public Guid OrganizationId { get; init; }
        public Guid MentorId { get; init; }
        public required string MentorName { get; init; }
        public DateTime DecidedAt { get; init; }
        public string? DecidedByName { get; init; }
        public OfferStatus Status { get; init; }
        public bool IsOver { get; init; }
        public bool IsFull { get; init; }
    }

    /// <summary>One that is over, full or of the own school says so.</summary>
    /// <param name="asked">Whether it was asked for before: then one that is out of reach by now is not open; else it is not found.</param>
    public async Task<Offered> Demand(Guid offer, Guid school, Guid mentee, bool asked, CancellationToken ct)
    {
        var offered = await db.Maybe<Offered>(OfferSql, new { offer, Now = time.GetUtcNow().UtcDateTime }, ct)
            ?? (asked ? throw new RuleViolation("offer.not-open") : throw new NotFound());
        if (offered.OrganizationId == school) throw new RuleViolation("offer.own-school");
        if (offered.MentorId == mentee) throw new RuleViolation("match.one-person");
        if (offered.Status != OfferStatus.Open || offered.IsOver) throw new RuleViolation("offer.not-open");
        await DemandPlace(offered, ct);
        if (await db.One<bool>(TogetherSql, new { offered.MentorId, mentee }, ct)) throw new RuleViolation("match.together");
        return offered;
    }

    async Task DemandPlace(Offered offered, CancellationToken ct)
    {
        var mentor = (offered.MentorId, offered.OrganizationId);
        if (offered.IsFull || (await FreeMentors.Count([mentor], scopes, time, ct))[mentor] == 0) throw new RuleViolation("offer.no-place");
    }

    public async Task<OfferRequestState> Ask(Offered offered, Place school, Guid mentee, string menteeName, bool byMentee, string words, CancellationToken ct)
    {
        var id = Guid.CreateVersion7(time.GetUtcNow());
        await db.Execute(Insert, new
        {
            id, offered.RegionCode, OfferId = offered.Id, offered.OrganizationId, offered.MentorId, offered.MentorName, SchoolId = school.OrganizationId,
            mentee, menteeName, byMentee, Words = words.Trim(), offered.DecidedAt, offered.DecidedByName, Now = time.GetUtcNow().UtcDateTime,
            By = caller.Name,
        }, ct);
        audit.About(school.OrganizationId, school.RegionCode, id, new OfferAsked(offered.Id, byMentee));
        return new(id, OfferRequestStatus.Asked, 1);
    }

    /// <summary>The mentee's school agrees: mentor and mentee are asked as for every pair; who asked for it has said yes.</summary>
    internal async Task<OfferRequestState> Send(OfferRequestRow request, Place school, string? pointer, CancellationToken ct)
    {
        var facts = await MatchFacts.OfSchool(db, school.OrganizationId, time, ct);
        var mentee = facts.Mentees.FirstOrDefault(row => row.PersonId == request.MenteeId)
            ?? throw new RuleViolation("match.mentee-not-waiting") { Pointer = pointer };
        var known = facts.KnownOf(request.MenteeId, request.MentorId);
        if (known.Vetoed) throw new RuleViolation("match.vetoed") { Pointer = pointer };
        if (known.Opinion == Opinion.DoesNotFit) throw new RuleViolation("match.does-not-fit") { Pointer = pointer };
        var state = await request.Take(OfferRequestStep.Agree, null, caller.Name, null, db, time, ct);
        await new NewMatchRequest(request.Id, school, request.MenteeId, mentee.Name, request.MentorId, request.MentorName, request.OrganizationId)
        {
            Note = request.Words.Length > 0 ? request.Words : null, MenteeYesAt = request.ByMentee ? request.AskedAt : null,
        }.Send(pointer, db, caller, audit, time, ct);
        audit.About(school.OrganizationId, school.RegionCode, request.Id, new OfferRequestDecided(true));
        audit.About(request.OrganizationId, request.RegionCode, request.Id, new OfferRequestCame(request.OfferId));
        return state;
    }

    const string OfferSql = """
        select o.region_code, o.id, o.organization_id, o.mentor_id, o.mentor_name, coalesce(o.decided_at, o.proposed_at) decided_at, o.decided_by_name,
               o.status, o.ends_on <= local_day(@Now, o.organization_id) is_over, o.taken >= o.places is_full
          from mentor_offer o where o.id = @offer
        """;

    const string TogetherSql = """
        select exists (select from match_request where mentor_id = @MentorId and mentee_id = @mentee and status in ('Requested', 'Accepted'))
        """;

    const string Insert = """
        insert into offer_request (region_code, id, offer_id, organization_id, mentor_id, mentor_name, school_id, mentee_id, mentee_name, by_mentee, words,
            offer_agreed_at, offer_agreed_by_name, status, asked_at, asked_by_name)
        values (@RegionCode, @id, @OfferId, @OrganizationId, @MentorId, @MentorName, @SchoolId, @mentee, @menteeName, @byMentee, @Words, @DecidedAt,
            @DecidedByName, 'Asked', @Now, @By)
        """;
}
