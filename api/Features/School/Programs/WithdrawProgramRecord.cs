using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Programs;

/// <summary>Takes a record away from a program; that it was there stays in the history.</summary>
public static class WithdrawProgramRecord
{
    public static void Map(RouteGroupBuilder programs) =>
        programs.MapDelete("/{programId:guid}/records/{recordId:guid}", async (Guid programId, Guid recordId, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(programId, recordId), ct)))
            .Operation(nameof(WithdrawProgramRecord), Permission.RoadmapProgress);

    public sealed record Command(Guid Id, Guid RecordId) : ICommand<Done>;

    public sealed class Handler(Db db, Audit audit, Caller caller, TimeProvider time) : IRequestHandler<Command, Done>
    {
        public async Task<Done> Handle(Command command, CancellationToken ct)
        {
            var program = await ProgramRow.Lock(db, command.Id, null, null, ct);
            var addedBy = await db.One<string>("select added_by from program_record where program_id = @Id and id = @RecordId and withdrawn_at is null",
                command, ct);
            if (addedBy != caller.Id && !caller.Grants.PermissionsFor(program.OrganizationId, program.Id)
                .Contains(Permission.ProgramWrite)) throw new Forbidden("record.not-own");
            await db.ExecuteOne("update program_record set withdrawn_at = @Now where program_id = @Id and id = @RecordId",
                new { command.Id, command.RecordId, Now = time.GetUtcNow().UtcDateTime }, ct);
            audit.About(program.OrganizationId, program.RegionCode, command.RecordId, new ProgramRecordWithdrawn(), program.Id);
            return new();
        }
    }
}
