using System.Text.Json;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Common.Imports;

/// <summary>What of a person's record is changed by hand.</summary>
public enum StaffEditKind
{
    /// <summary>Name, birth date, contacts.</summary>
    Details,

    /// <summary>Position, main place or category.</summary>
    Work,

    /// <summary>The work here ends.</summary>
    End,
}

/// <summary>Why somebody's work ends.</summary>
public enum EndReason { OwnWish, Transfer, Retirement, TermEnded, Other }

/// <summary>
/// Changes by hand are kept with what stood there before. A file of later that repeats what was before is behind, and the hand's
/// word stands; one that says the same settles it; one that says a third thing is newer, and is taken. That an end is denied is told.
/// </summary>
static class StaffEdits
{
    public sealed record Member(Guid OrganizationId, string RegionCode, Guid PersonId);

    /// <param name="Before">By column; what changes alone.</param>
    public sealed record Edit(StaffEditKind Kind, Guid? EmploymentId, DateOnly EffectiveOn, IReadOnlyDictionary<string, string?> Before,
        IReadOnlyDictionary<string, string?> After, EndReason? Reason = null);

    /// <summary>The person's work here that a change may be about: today's, or what begins later.</summary>
    public static async Task<Member> MemberOf(Db db, Caller caller, Guid organization, Guid person, DateOnly today, CancellationToken ct)
    {
        caller.Scope.MustReach(organization);
        await RefuseClosed(db, organization, ct);
        var region = await db.One<string>("""
            select e.region_code from employment e
             where e.organization_id = @organization and e.person_id = @person and (e.ended_on is null or e.ended_on > @today) limit 1
            """, new { organization, person, today }, ct);
        return new(organization, region, person);
    }

    /// <summary>Nobody works where nothing is any more: what its end left was settled, and nothing is added to it.</summary>
    public static async Task RefuseClosed(Db db, Guid? organization, CancellationToken ct)
    {
        if (await db.One<bool>("select exists (select from organization where id = @organization and status = 'Closed')", new { organization }, ct))
            throw new RuleViolation("import.organization-closed");
    }

    public static async Task<Guid> Keep(Db db, Member member, Edit edit, Caller caller, TimeProvider time, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var id = Guid.CreateVersion7(now);
        await db.Execute("""
            insert into staff_edit (region_code, id, organization_id, person_id, employment_id, kind, effective_on, reason, before, after, made_at, made_by)
            values (@RegionCode, @id, @OrganizationId, @PersonId, @EmploymentId, @Kind, @EffectiveOn, @Reason, @Before::jsonb, @After::jsonb, @Now, @By)
            """, new
        {
            member.RegionCode, id, member.OrganizationId, member.PersonId, edit.EmploymentId, Kind = edit.Kind.ToString(), edit.EffectiveOn,
            Reason = edit.Reason?.ToString(), Before = JsonSerializer.Serialize(edit.Before), After = JsonSerializer.Serialize(edit.After),
            Now = now.UtcDateTime, By = caller.Id,
        }, ct);
        return id;
    }

    public static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
