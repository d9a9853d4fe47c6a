using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.Initiatives;

/// <summary>Whoever brought a file takes it away, or whoever leads the initiative, also when it is over; it is kept nowhere.</summary>
public static class RemoveInitiativeFile
{
    public static void Map(RouteGroupBuilder initiative) =>
        initiative.MapDelete("/files/{fileId:guid}", async (Guid initiativeId, Guid fileId, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(initiativeId, fileId), ct)))
            .Operation(nameof(RemoveInitiativeFile), Permission.InitiativeWork);

    public sealed record Command(Guid Id, Guid FileId) : ICommand<Result>;

    public sealed record Result(Guid Id);

    public sealed class Handler(Db db, Audit audit, TimeProvider time) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var row = await InitiativeRow.Of(command.Id, db, time, ct);
            await db.One<Guid>("select id from initiative_file where initiative_id = @Id and id = @FileId", command, ct);
            // Whose it is the row policies know: of another's file nothing is deleted.
            var file = await db.List<Guid>("delete from initiative_file where initiative_id = @Id and id = @FileId returning file_id", command, ct);
            if (file.Count == 0) throw new Forbidden("initiative.file-others");
            await db.Execute("select initiative_file_drop(@RegionCode, @File)", new { row.RegionCode, File = file[0] }, ct);
            row.Tell(audit, new InitiativeFileRemoved());
            return new(command.FileId);
        }
    }
}
