using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.LocalActs;

/// <summary>The open co-drafting of an act, held after the act itself.</summary>
public sealed record DraftingRow(Guid Id, DateOnly ClosesOn, int Version) : IVersioned
{
    public static async Task<DraftingRow> Lock(Db db, Guid actId, CancellationToken ct) =>
        await db.Maybe<DraftingRow>("select id, closes_on, version from act_drafting where act_id = @actId and status = 'Open' for update", new { actId }, ct)
        ?? throw new RuleViolation("act.drafting-not-open");
}

/// <summary>A suggestion as a command holds it, with its act: both locked, the act first.</summary>
public sealed record SuggestionRow(Guid Id, Guid ActId, SuggestionStatus Status, Guid AuthorId, int Version) : IVersioned
{
    public static async Task<(SuggestionRow Suggestion, ActRow Act)> Lock(Db db, Guid id, int version, CancellationToken ct)
    {
        var act = await ActRow.Lock(db, await db.One<Guid>("select act_id from act_suggestion where id = @id", new { id }, ct), null, ct);
        var row = await db.Lock<SuggestionRow>("select id, act_id, status, author_id, version from act_suggestion where id = @id for update",
            new { id }, version, ct);
        return act.Status == ActStatus.Draft ? (row, act) : throw new RuleViolation("act.drafting-needs-draft");
    }
}
