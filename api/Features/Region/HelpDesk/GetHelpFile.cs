using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.HelpDesk;

/// <summary>A file beside a question, always as a download.</summary>
public static class GetHelpFile
{
    public static void Map(RouteGroupBuilder requests) =>
        requests.MapGet("/files/{fileId:guid}", async (Guid requestId, Guid fileId, IMediator mediator, HttpContext http, CancellationToken ct) =>
                (await mediator.Send(new Query(requestId, fileId), ct)).Download(http))
            .Produces<Stream>(contentType: "application/octet-stream")
            .Operation(nameof(GetHelpFile), Permission.HelpDesk);

    public sealed record Query(Guid Id, Guid FileId) : IQuery<Files.Served>;

    public sealed class Handler(Db db, Files files) : IRequestHandler<Query, Files.Served>
    {
        public async Task<Files.Served> Handle(Query query, CancellationToken ct) => await files.Get(
            await db.One<Guid>("select file_id from help_entry where request_id = @Id and id = @FileId and file_id is not null", query, ct), ct);
    }
}
