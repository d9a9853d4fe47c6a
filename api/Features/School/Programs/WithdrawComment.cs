using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Programs;

/// <summary>Its author takes a comment away; that there was one stays visible.</summary>
public static class WithdrawComment
{
    public static void Map(RouteGroupBuilder programs) =>
        programs.MapDelete("/{programId:guid}/comments/{commentId:guid}", async (Guid programId, Guid commentId, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(programId, commentId), ct)))
            .Operation(nameof(WithdrawComment), Permission.ProgramComment);

    public sealed record Command(Guid Id, Guid CommentId) : ICommand<Done>;

    public sealed class Handler(Db db, Audit audit, Caller caller, TimeProvider time) : IRequestHandler<Command, Done>
    {
        public async Task<Done> Handle(Command command, CancellationToken ct)
        {
            var program = await ProgramRow.Lock(db, command.Id, null, null, ct);
            var author = await db.One<string>("select author_id from program_comment where program_id = @Id and id = @CommentId and withdrawn_at is null",
                command, ct);
            if (author != caller.Id) throw new Forbidden("comment.not-own");
            await db.ExecuteOne("update program_comment set withdrawn_at = @Now where program_id = @Id and id = @CommentId",
                new { command.Id, command.CommentId, Now = time.GetUtcNow().UtcDateTime }, ct);
            audit.About(program.OrganizationId, program.RegionCode, command.CommentId, new CommentWithdrawn(), program.Id);
            return new();
        }
    }
}
