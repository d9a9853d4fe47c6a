using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Matching;

/// <summary>
/// A mentor's places. Whoever takes one holds the mentor's row until the commit: the count that follows, in a statement and
/// so a snapshot of its own, sees what those before have taken, and the check `match_place_capacity` ends whoever comes too late.
/// </summary>
static class MatchPlaces
{
    sealed record Row(Guid MentorId);

    /// <summary>Takes one place of the mentor's at this school; to be followed, in the same transaction, by what takes it.</summary>
    public static async Task Take(Db db, Guid organization, string region, Guid mentor, CancellationToken ct)
    {
        var who = new { organization, region, mentor };
        await db.Execute(Begin, who, ct);
        await db.One<Row>("select mentor_id from match_place where organization_id = @organization and mentor_id = @mentor for update", who, ct);
        await db.ExecuteOne(Count, who, ct);
    }

    /// <summary>Takes one seat of a group, in the same way: the check is `match_group_seats`.</summary>
    public static async Task TakeSeat(Db db, Guid group, CancellationToken ct)
    {
        await db.One<Row>("select mentor_id from match_group where id = @group and closed_at is null for update", new { group }, ct);
        await db.ExecuteOne($"update match_group g set taken = {MatchSql.Seated} + 1 where g.id = @group", new { group }, ct);
    }

    const string Begin = """
        insert into match_place (organization_id, region_code, mentor_id, places, taken)
        values (@organization, @region, @mentor, 0, 0) on conflict do nothing
        """;

    // A profile that is no longer confirmed offers no place.
    static readonly string Count = $"""
        update match_place set
               places = coalesce((select m.capacity_programs from mentor_profile m
                                   where m.organization_id = @organization and m.person_id = @mentor and m.status = 'Confirmed'), 0),
               taken = {MatchSql.Taken("@mentor", "@organization")} + 1
         where organization_id = @organization and mentor_id = @mentor
        """;
}
