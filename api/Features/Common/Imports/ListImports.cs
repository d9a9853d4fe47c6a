using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Common.Imports;

/// <summary>The imports open to the caller, the newest first.</summary>
public static class ListImports
{
    public static void Map(RouteGroupBuilder imports) =>
        imports.MapGet("/", async ([AsParameters] Query query, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(query, ct)))
            .Operation(nameof(ListImports), Permission.ImportManage);

    /// <param name="OrganizationId">Files of this organization; every import open to the caller when absent.</param>
    /// <param name="Kind">One kind alone; all when absent.</param>
    /// <param name="Size">Items of a page, 1 to 200; 50 when absent.</param>
    public sealed record Query(Guid? OrganizationId, ImportKind? Kind, string? Cursor, int? Size) : IQuery<Page<GetImport.Result>>;

    public sealed class Validator : AbstractValidator<Query>
    {
        public Validator() => RuleFor(q => q.Size).InclusiveBetween(1, Cursors.LargestSize);
    }

    public sealed record After(Guid Id);

    public sealed class Handler(Db db, Caller caller, Cursors cursors) : IRequestHandler<Query, Page<GetImport.Result>>
    {
        public async Task<Page<GetImport.Result>> Handle(Query query, CancellationToken ct)
        {
            if (query.OrganizationId is { } organization) caller.Scope.MustReach(organization);
            var size = query.Size ?? Cursors.DefaultSize;
            var after = cursors.Read<After>(query.Cursor, nameof(ListImports));
            var (kinds, places) = ImportReach.Of(caller);
            var rows = await db.List<GetImport.Row>(Sql, new
            {
                query.OrganizationId, Kind = query.Kind?.ToString(), kinds, places, after?.Id, Take = size + 1,
            }, ct);
            return cursors.Page([.. rows.Select(row => row.ToResult())], size, nameof(ListImports), (GetImport.Result import) => new After(import.Id));
        }
    }

    const string Sql = $"""
        {ImportSql.Select}
         where (@OrganizationId::uuid is null or i.organization_id = @OrganizationId) and (@Kind::text is null or i.kind = @Kind)
           and (@Id::uuid is null or i.id < @Id) and {ImportReach.Sql}
         order by i.id desc limit @Take
        """;
}
