using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.Diagnosis;

/// <summary>One edition of an instrument with what it asks, or with its mapping; a draft is told to whoever writes for its owner alone.</summary>
public static class GetInstrument
{
    public static void Map(RouteGroupBuilder instruments) =>
        instruments.MapGet("/{instrumentId:guid}", async (Guid instrumentId, IMediator mediator, CancellationToken ct) =>
                ETags.Conditional(await mediator.Send(new Query(instrumentId), ct)))
            .Operation(nameof(GetInstrument), Permission.SignedIn);

    public sealed record Query(Guid Id) : IQuery<Result>;

    /// <param name="OwnerRegion">The region that owns it; neither owner for one of the federation.</param>
    /// <param name="OwnerOrganizationId">The body that owns it.</param>
    /// <param name="OwnerName">The region or the body; null for the federation.</param>
    /// <param name="Own">The caller writes for its owner.</param>
    /// <param name="Steps">What the caller may do with it now.</param>
    /// <param name="Version">To be given with the next change.</param>
    public sealed record Result(
        Guid Id, string Code, int Edition, DiagnosisKind Kind, InstrumentForm Form, string NameRu, string NameEn, string? OwnerRegion,
        Guid? OwnerOrganizationId, string? OwnerName, InstrumentStatus Status, InstrumentContent Content, bool Own,
        IReadOnlyList<InstrumentStep> Steps, int Version);

    sealed record Row(
        Guid Id, string Code, int Edition, DiagnosisKind Kind, InstrumentForm Form, string NameRu, string NameEn, string? OwnerRegion,
        Guid? OwnerOrganizationId, string? OwnerName, InstrumentStatus Status, string Content, bool Own, int Version);

    public sealed class Handler(Db db, Caller caller) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query query, CancellationToken ct)
        {
            var scope = caller.Grants.For(Permission.InstrumentManage);
            var row = await db.One<Row>(Sql, new
            {
                query.Id, Organizations = scope?.Organizations.ToArray() ?? [], Regions = scope?.Regions.ToArray() ?? [],
                Federation = scope?.Federation == true,
            }, ct);
            return new(row.Id, row.Code, row.Edition, row.Kind, row.Form, row.NameRu, row.NameEn, row.OwnerRegion, row.OwnerOrganizationId,
                row.OwnerName, row.Status,
                InstrumentContent.Read(row.Content), row.Own, row.Own ? [.. DiagnosisLife.OfInstrument.From(row.Status)] : [], row.Version);
        }
    }

    const string Sql = $"""
        select i.id, i.code, i.edition, i.kind, i.form, i.name_ru, i.name_en, i.owner_region, i.owner_organization_id,
               coalesce(b.name_short, t.name_ru) owner_name, i.status, i.content::text content, {InstrumentRow.Mine} own, i.version
          from instrument i left join organization b on b.id = i.owner_organization_id left join territory t on t.code = i.owner_region
         where i.id = @Id and (i.status <> 'Draft' or {InstrumentRow.Mine})
        """;
}
