using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Programs;

/// <summary>The file of a product, always as a download: nothing that somebody uploaded runs in the product's own pages.</summary>
public static class GetProductFile
{
    public static void Map(RouteGroupBuilder programs) =>
        programs.MapGet("/{programId:guid}/products/{productId:guid}/file",
            async (Guid programId, Guid productId, IMediator mediator, HttpContext http, CancellationToken ct) =>
                (await mediator.Send(new Query(programId, productId), ct)).Download(http))
            .Produces<Stream>(contentType: "application/octet-stream")
            .Operation(nameof(GetProductFile), Permission.ProgramRead);

    public sealed record Query(Guid Id, Guid ProductId) : IQuery<Files.Served>;

    public sealed class Handler(Db db, Files files) : IRequestHandler<Query, Files.Served>
    {
        public async Task<Files.Served> Handle(Query query, CancellationToken ct) => await files.Get(
            await db.One<Guid>("select file_id from program_product where program_id = @Id and id = @ProductId and withdrawn_at is null", query, ct), ct);
    }
}
