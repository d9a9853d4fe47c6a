using Mentoring.Api.Features.Common.Organizations;
using Mentoring.Api.Features.Common.People;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.Tutors;

/// <summary>
/// Whoever leaves the body tutors for it no longer, and whoever leaves the school is no longer tutored there: all are told, and the
/// body finds the teachers of a tutor who left among those without one.
/// </summary>
sealed class TutorDepartures(Db db, Audit audit) : IFollowLeaving
{
    public async Task Follow(Left left, CancellationToken ct)
    {
        if (!left.All) return;
        TutoringLapses.Tell(await db.List<TutoringLapses.Lapsed>(TutoringLapses.Sql($"""
            (a.organization_id = @Organization and a.person_id = @Person) or (a.body_id = @Organization and a.tutor_id = @Person)
            """, "coalesce((select person_name(p) from person p where p.id = @Person), '')", "Педагог или тьютор больше здесь не работает."), left, ct), audit);
        await db.Execute("""
            update tutor set ends_on = greatest(starts_on, @LeftOn), end_reason = coalesce(end_reason, 'Больше здесь не работает.'), version = version + 1
             where body_id = @Organization and person_id = @Person and (ends_on is null or ends_on > @LeftOn)
            """, left, ct);
    }
}

/// <summary>With a school or a body everything between its tutors and teachers ends; an heir decides anew.</summary>
sealed class TutorClosings(Db db, Audit audit) : IFollowEnd
{
    public async Task Close(Ending all, Settlement counts, CancellationToken ct)
    {
        TutoringLapses.Tell(await db.List<TutoringLapses.Lapsed>(TutoringLapses.Sql(
            "a.organization_id = @Organization or a.body_id = @Organization", "o.name_short", "Организация завершила работу."), all, ct), audit);
        await db.Execute("""
            update tutor set ends_on = greatest(starts_on, @On), end_reason = coalesce(end_reason, @Reason), version = version + 1
             where body_id = @Organization and (ends_on is null or ends_on > @On)
            """, all, ct);
    }
}

/// <summary>What is at work ends, and what waits is withdrawn.</summary>
static class TutoringLapses
{
    public sealed record Lapsed(Guid Id, Guid OrganizationId, string RegionCode, TutoringStatus Status);

    public static void Tell(IReadOnlyList<Lapsed> all, Audit audit)
    {
        foreach (var one in all) audit.About(one.OrganizationId, one.RegionCode, one.Id, new TutoringLapsed(one.Status));
    }

    /// <param name="which">Of <c>tutor_assignment a</c>. Parameters: Organization, Now.</param>
    public static string Sql(string which, string by, string reason) => $"""
        update tutor_assignment a set status = case a.status when 'Active' then 'Ended' else 'Withdrawn' end, reason = '{reason}', changed_at = @Now,
               changed_by = {by}, version = a.version + 1,
               ends_on = case a.status when 'Active' then greatest(a.starts_on, local_day(@Now, a.organization_id)) end
          from organization o
         where o.id = @Organization and a.status in ('Requested', 'Proposed', 'Active') and ({which})
        returning a.id, a.organization_id, a.region_code, a.status
        """;
}
