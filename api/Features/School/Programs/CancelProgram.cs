using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Programs;

/// <summary>Gives up a program that has not come into force.</summary>
public static class CancelProgram
{
    public static void Map(RouteGroupBuilder programs) =>
        programs.MapPost("/{programId:guid}/cancel", async (Guid programId, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(programId, body.Version, body.Reason), ct)))
            .Operation(nameof(CancelProgram), Permission.ProgramManage);

    /// <param name="Reason">At most 1,000 characters.</param>
    public sealed record Body(int Version, string Reason);

    public sealed record Command(Guid Id, int Version, string Reason) : ICommand<ProgramState>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Reason).NotEmpty().MaximumLength(1000);
    }

    public sealed class Handler(Db db, Audit audit, TimeProvider time) : IRequestHandler<Command, ProgramState>
    {
        public async Task<ProgramState> Handle(Command command, CancellationToken ct)
        {
            var program = await ProgramRow.Lock(db, command.Id, command.Version, null, ct);
            var next = await program.Take(ProgramStep.Cancel, db, time, ct);
            await db.ExecuteOne("update program set finished_at = @Now, finish_reason = @Reason where id = @Id",
                new { command.Id, command.Reason, Now = time.GetUtcNow().UtcDateTime }, ct);
            await Consents.Supersede(program.Id, db, ct);
            audit.About(program.OrganizationId, program.RegionCode, program.Id, new ProgramCalledOff(), program.Id);
            return next.State;
        }
    }
}
