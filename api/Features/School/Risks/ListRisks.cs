using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Risks;

/// <summary>The school's register of risks: the gravest first, closed ones last. At most 500.</summary>
public static class ListRisks
{
    public static void Map(RouteGroupBuilder risks) =>
        risks.MapGet("/", async (Guid organizationId, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Query(organizationId), ct)))
            .Operation(nameof(ListRisks), Permission.RiskRead);

    public sealed record Query(Guid OrganizationId) : IQuery<IReadOnlyList<Item>>;

    /// <param name="KindCode">Of the dictionary `risk-kind`.</param>
    /// <param name="Level">Of probability times impact: from 6 on medium, from 15 on high.</param>
    public sealed record Item(
        Guid Id, string KindCode, string Title, int Probability, int Impact, RiskLevel Level, string Trigger, Guid OwnerId, string OwnerName, DateOnly ReviewOn,
        RiskStatus Status, string? Outcome, DateOnly OpenedOn, int Version, IReadOnlyList<Measure> Measures);

    public sealed record Measure(Guid Id, string Text, DateOnly DueOn, DateOnly? DoneOn, string? Result);

    sealed record Row(
        Guid Id, string KindCode, string Title, int Probability, int Impact, string TriggerText, Guid OwnerId, string OwnerName, DateOnly ReviewOn,
        RiskStatus Status, string? Outcome, DateOnly OpenedOn, int Version);

    sealed record MeasureRow(Guid RiskId, Guid Id, string Text, DateOnly DueOn, DateOnly? DoneOn, string? Result);

    public sealed class Handler(Db db, Caller caller) : IRequestHandler<Query, IReadOnlyList<Item>>
    {
        public async Task<IReadOnlyList<Item>> Handle(Query query, CancellationToken ct)
        {
            await Place.Of(query.OrganizationId, db, caller, ct);
            return await db.Many(Sql, query, async Task<IReadOnlyList<Item>> (rows) =>
            {
                var risks = await rows.ReadAsync<Row>();
                var measures = (await rows.ReadAsync<MeasureRow>()).ToLookup(m => m.RiskId);
                return [.. risks.Select(r => new Item(r.Id, r.KindCode, r.Title, r.Probability, r.Impact, RiskLifecycle.Level(r.Probability, r.Impact),
                    r.TriggerText,
                    r.OwnerId, r.OwnerName, r.ReviewOn, r.Status, r.Outcome, r.OpenedOn, r.Version,
                    [.. measures[r.Id].Select(m => new Measure(m.Id, m.Text, m.DueOn, m.DoneOn, m.Result))]))];
            }, ct);
        }
    }

    const string Sql = """
        select id, kind_code, title, probability, impact, trigger_text, owner_id, owner_name, review_on, status, outcome, opened_on, version
          from risk where organization_id = @OrganizationId
         order by status = 'Closed', probability * impact desc, review_on, id limit 500;

        select risk_id, id, text, due_on, done_on, result from risk_measure where organization_id = @OrganizationId order by due_on, id;
        """;
}
