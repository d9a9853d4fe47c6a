using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Programs;

/// <summary>Pauses a program in force: its meetings and roadmap rest.</summary>
public static class PauseProgram
{
    public static void Map(RouteGroupBuilder programs) =>
        programs.MapPost("/{programId:guid}/pause", async (Guid programId, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(programId, body.Version), ct)))
            .Operation(nameof(PauseProgram), Permission.ProgramManage);

    public sealed record Body(int Version);

    public sealed record Command(Guid Id, int Version) : ICommand<ProgramState>;

    public sealed class Handler(Db db, Audit audit, TimeProvider time) : IRequestHandler<Command, ProgramState>
    {
        public async Task<ProgramState> Handle(Command command, CancellationToken ct)
        {
            var program = await ProgramRow.Lock(db, command.Id, command.Version, null, ct);
            var next = await program.Take(ProgramStep.Pause, db, time, ct);
            audit.About(program.OrganizationId, program.RegionCode, program.Id, new ProgramHalted(), program.Id);
            return next.State;
        }
    }
}
