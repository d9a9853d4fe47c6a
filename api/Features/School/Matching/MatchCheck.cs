using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Matching;

/// <summary>What several commands ask before they write about two people of a school.</summary>
static class MatchCheck
{
    /// <returns>The school's region.</returns>
    public static async Task<string> Both(Db db, Caller caller, TimeProvider time, Guid organization, Guid mentor, Guid mentee, CancellationToken ct)
    {
        var region = (await Place.Of(organization, db, caller, ct)).RegionCode;
        if (mentor == mentee) throw new RuleViolation("match.one-person");
        foreach (var (person, pointer) in ((Guid, string)[])[(mentor, "/mentorId"), (mentee, "/menteeId")])
            if (!await WorksAt(db, time, organization, person, ct)) throw new BadInput("match.person-unknown") { Pointer = pointer };
        return region;
    }

    static async Task<bool> WorksAt(Db db, TimeProvider time, Guid organization, Guid person, CancellationToken ct) => await db.Maybe<string>("""
        select e.region_code from employment e join organization_zone t on t.place_id = e.organization_id
         where e.organization_id = @organization and e.person_id = @person
           and e.period @> (@Now::timestamptz at time zone t.time_zone)::date
         limit 1
        """, new { organization, person, Now = time.GetUtcNow().UtcDateTime }, ct) is not null;
}
