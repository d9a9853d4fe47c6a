using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Matching;

/// <summary>What several commands ask before they write about two people of a school.</summary>
static class MatchCheck
{
    /// <summary>A school outside the caller's scope does not exist for the caller.</summary>
    /// <returns>The school's region.</returns>
    public static Task<string> School(Db db, Caller caller, Guid organization, CancellationToken ct) => caller.Scope.Organizations.Contains(organization)
        ? db.One<string>("select region_code from organization where id = @organization", new { organization }, ct)
        : throw new NotFound();

    /// <returns>The school's region.</returns>
    public static async Task<string> Both(Db db, Caller caller, TimeProvider time, Guid organization, Guid mentor, Guid mentee, CancellationToken ct)
    {
        if (mentor == mentee) throw new RuleViolation("match.one-person");
        var region = await School(db, caller, organization, ct);
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
