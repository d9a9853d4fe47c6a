using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Matching;

/// <summary>A request as it is sent to both sides, wherever the mentor was found.</summary>
sealed record NewMatchRequest(Guid Id, Place School, Guid MenteeId, string MenteeName, Guid MentorId, string MentorName, Guid MentorOrganizationId)
{
    public Guid? GroupId { get; init; }
    public int? Points { get; init; }
    public string[] Areas { get; init; } = [];
    public string? Note { get; init; }

    /// <summary>When the mentee said yes by asking; null where somebody else asked.</summary>
    public DateTime? MenteeYesAt { get; init; }

    sealed record Slot(int Number);

    /// <param name="pointer">To the mentee in what was sent; null where nothing was said of a mentee.</param>
    public async Task Send(string? pointer, Db db, Caller caller, Audit audit, TimeProvider time, CancellationToken ct)
    {
        var slot = await db.Maybe<Slot>(FreeSlot, new { MenteeId }, ct) ?? throw new RuleViolation("match.request-cap") { Pointer = pointer };
        var now = time.GetUtcNow();
        await db.Execute(Insert, new
        {
            Id, School.OrganizationId, School.RegionCode, MentorOrganizationId, MentorId, MentorName, MenteeId, MenteeName, GroupId, Slot = slot.Number, Points,
            Areas, Note, Now = now.UtcDateTime, By = caller.Id, Expires = now.Add(MatchRequestLifecycle.Lasts).UtcDateTime, MenteeYesAt,
        }, ct);
        audit.About(School.OrganizationId, School.RegionCode, Id, new MatchRequestSent(MentorId, MenteeId, GroupId));
    }

    // Two that race for one slot meet in match_request_slot.
    const string FreeSlot = """
        select number from generate_series(1, 3) number
         where not exists (select from match_request r where r.mentee_id = @MenteeId and r.status = 'Requested' and r.slot = number) order by number limit 1
        """;

    const string Insert = """
        insert into match_request (id, organization_id, region_code, mentor_organization_id, mentor_id, mentor_name, mentee_id, mentee_name, group_id, slot,
            points, areas, note, asked_at, asked_by, expires_at, mentee_yes_at)
        values (@Id, @OrganizationId, @RegionCode, @MentorOrganizationId, @MentorId, @MentorName, @MenteeId, @MenteeName, @GroupId, @Slot, @Points, @Areas,
            @Note, @Now, @By, @Expires, @MenteeYesAt)
        """;
}
