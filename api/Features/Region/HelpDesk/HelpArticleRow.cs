using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.HelpDesk;

/// <summary>An article as a command of its body holds it.</summary>
sealed record HelpArticleRow : IVersioned
{
    public Guid Id { get; init; }
    public Guid OrganizationId { get; init; }
    public required string RegionCode { get; init; }
    public HelpArticleStatus Status { get; init; }
    public bool Country { get; init; }
    public required string Title { get; init; }
    public required string Text { get; init; }
    public int Version { get; init; }

    /// <summary>That of another body is not found, also where it can be read.</summary>
    public static async Task<HelpArticleRow> Lock(Db db, Caller caller, Guid id, int version, CancellationToken ct)
    {
        var row = await db.Lock<HelpArticleRow>(Sql, new { id }, null, ct);
        caller.Scope.MustReach(row.OrganizationId);
        return row.MustBeAt(version);
    }

    public async Task<HelpArticleState> Save(
        HelpArticleStatus next, string changes, object more, IEvent happened, Db db, Audit audit, TimeProvider time, CancellationToken ct)
    {
        var all = new Dapper.DynamicParameters(more);
        all.AddDynamicParams(new { RegionCode, Id, Status = next.ToString(), Now = time.GetUtcNow().UtcDateTime });
        await db.ExecuteOne($"""
            update help_article set {changes}, status = @Status, updated_at = @Now, version = version + 1 where region_code = @RegionCode and id = @Id
            """, all, ct);
        audit.About(OrganizationId, RegionCode, Id, happened);
        return new(Id, next, Version + 1);
    }

    sealed record Asked(string PersonName, string? TakenByName, string NameShort, string NameFull);

    /// <summary>What the text tells of persons and of the school that asked, as far as the body still has the question.</summary>
    public static async Task<IReadOnlyList<HelpTrace>> Traces(Guid article, string title, string text, Db db, CancellationToken ct)
    {
        var asked = await db.Maybe<Asked>("""
            select q.person_name, q.taken_by_name, o.name_short, o.name_full
              from help_article a join help_request q on q.id = a.request_id join organization o on o.id = q.organization_id where a.id = @article
            """, new { article }, ct);
        return HelpTraces.In($"{title}\n{text}", asked is null ? [] : [asked.PersonName, asked.TakenByName ?? ""],
            asked is null ? [] : [asked.NameShort, asked.NameFull]);
    }

    const string Sql = "select id, organization_id, region_code, status, country, title, text, version from help_article where id = @id for update";
}
