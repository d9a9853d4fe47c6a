using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Programs;

/// <summary>Takes a paused program up again.</summary>
public static class ResumeProgram
{
    public static void Map(RouteGroupBuilder programs) =>
        programs.MapPost("/{programId:guid}/resume", async (Guid programId, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(programId, body.Version), ct)))
            .Operation(nameof(ResumeProgram), Permission.ProgramManage);

    public sealed record Body(int Version);

    public sealed record Command(Guid Id, int Version) : ICommand<ProgramState>;

    public sealed class Handler(Db db, Audit audit, TimeProvider time) : IRequestHandler<Command, ProgramState>
    {
        public async Task<ProgramState> Handle(Command command, CancellationToken ct)
        {
            var program = await ProgramRow.Lock(db, command.Id, command.Version, null, ct);
            program.DemandUncontested();
            await program.DemandBothSides(db, ct);
            var next = await program.Take(ProgramStep.Resume, db, time, ct);
            audit.About(program.OrganizationId, program.RegionCode, program.Id, new ProgramTakenUp(), program.Id);
            return next.State;
        }
    }
}
