using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Site;

/// <summary>A post as a command holds it: locked, so that what was checked stays true until the commit.</summary>
public sealed record SitePostRow(Guid Id, Guid OrganizationId, string RegionCode, SitePostStatus Status, int Version, string Title, string Lead, string Body)
    : IVersioned
{
    /// <summary>All that would be read in public.</summary>
    public string Words => $"{Title}\n{Lead}\n{Body}";

    public static Task<SitePostRow> Lock(Db db, Guid id, int version, CancellationToken ct) => db.Lock<SitePostRow>("""
        select id, organization_id, region_code, status, version, title, lead, body from site_post where id = @id for update
        """, new { id }, version, ct);

    /// <summary>Writes down who takes part: people who work or worked at the school.</summary>
    public static async Task Mention(Db db, Guid id, IReadOnlyList<Guid> people, CancellationToken ct)
    {
        await db.Execute("delete from site_post_person where post_id = @id", new { id }, ct);
        if (people.Count == 0) return;
        if (await db.Execute(Insert, new { id, People = people.ToArray() },
            ct) != people.Count) throw new BadInput("site.person-unknown") { Pointer = "/personIds" };
    }

    const string Insert = """
        insert into site_post_person (post_id, organization_id, region_code, person_id)
        select distinct post.id, post.organization_id, post.region_code, e.person_id
          from site_post post join employment e on e.organization_id = post.organization_id
         where post.id = @id and e.person_id = any(@People)
        """;
}
