using Dapper;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Site;

/// <summary>
/// Reads what is public, for whoever asks: nobody has signed in, so it reads under a name of its own, and its statements
/// alone decide what leaves — published posts, and names whose owners released them.
/// </summary>
public static class SiteReader
{
    public const int PageSize = 20;

    public sealed record School(Guid Id, string Name, string TimeZone);

    public sealed record Post
    {
        public required Guid Id { get; init; }
        public required SiteCategory Category { get; init; }
        public required string Title { get; init; }
        public required string Lead { get; init; }
        public required string Body { get; init; }
        public DateOnly? HeldOn { get; init; }
        public required DateTime PublishedAt { get; init; }
        public required DateTime UpdatedAt { get; init; }
        public string[] Names { get; init; } = [];
    }

    /// <returns>Null when there is no such organization; one post more than a page when there are more.</returns>
    public static async Task<(School School, IReadOnlyList<Post> Posts)?> Page(Db db, Caller caller, Guid organization, SiteCategory? category, int page,
        CancellationToken ct)
    {
        caller.BecomeJob(nameof(SiteReader));
        return await db.Many(SchoolSql + PageSql, new { organization, Category = category?.ToString(), Skip = (page - 1) * PageSize, Take = PageSize + 1 },
            Read, ct);
    }

    public static async Task<(School School, Post Post)?> One(Db db, Caller caller, Guid organization, Guid post, CancellationToken ct)
    {
        caller.BecomeJob(nameof(SiteReader));
        return await db.Many(SchoolSql + PostSql, new { organization, post }, Read, ct) is { Posts: [var found] } page ? (page.School, found) : null;
    }

    static async Task<(School School, IReadOnlyList<Post> Posts)?> Read(SqlMapper.GridReader results)
    {
        var school = (await results.ReadAsync<School>()).SingleOrDefault();
        // Rows from before texts were cleaned at the edge may hold what no page and no feed can.
        var posts = (await results.ReadAsync<Post>())
            .Select(post => post with
            {
                Title = CleanText.Of(post.Title),
                Lead = CleanText.Of(post.Lead),
                Names = [.. post.Names.Select(name => CleanText.Of(name))],
            })
            .ToList();
        return school is null ? null : (school with { Name = CleanText.Of(school.Name) }, posts);
    }

    const string SchoolSql = """
        select o.id, o.name_short name, t.time_zone from organization o join organization_zone t on t.place_id = o.id where o.id = @organization;

        """;

    const string Columns = """
        select s.id, s.category, s.title, s.lead, s.body, s.held_on, s.published_at, s.updated_at,
               array(select person_name(p)
                       from site_post_person m join person p on p.id = m.person_id
                       join site_release r on r.person_id = m.person_id and r.organization_id = m.organization_id and r.revoked_at is null
                      where m.post_id = s.id order by p.family_name, p.given_name, p.id) names
          from site_post s where s.organization_id = @organization and s.status = 'Published'
        """;

    const string PageSql = $"{Columns} and (@Category::text is null or s.category = @Category) order by s.published_at desc, s.id desc offset @Skip "
        + $"limit @Take";
    const string PostSql = $"{Columns} and s.id = @post";
}
