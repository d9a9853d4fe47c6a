using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.Initiatives;

/// <summary>A file beside an initiative, for its members, always as a download.</summary>
public static class GetInitiativeFile
{
    public static void Map(RouteGroupBuilder initiative) =>
        initiative.MapGet("/files/{fileId:guid}", async (Guid initiativeId, Guid fileId, IMediator mediator, HttpContext http, CancellationToken ct) =>
                (await mediator.Send(new Query(initiativeId, fileId), ct)).Download(http))
            .Produces<Stream>(contentType: "application/octet-stream")
            .Operation(nameof(GetInitiativeFile), Permission.InitiativeRead);

    public sealed record Query(Guid Id, Guid FileId) : IQuery<Files.Served>;

    public sealed class Handler(Db db, Files files) : IRequestHandler<Query, Files.Served>
    {
        public async Task<Files.Served> Handle(Query query, CancellationToken ct) => await files.Get(
            await db.One<Guid>("select file_id from initiative_file where initiative_id = @Id and id = @FileId", query, ct), ct);
    }
}
