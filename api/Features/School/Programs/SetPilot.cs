using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Programs;

/// <summary>The council of mentors tries a program as a pilot, and concludes whether its kind is to be used further.</summary>
public static class SetPilot
{
    public static void Map(RouteGroupBuilder programs) =>
        programs.MapPut("/{programId:guid}/pilot", async (Guid programId, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(programId, body.Version, body.Pilot, body.Note), ct)))
            .Operation(nameof(SetPilot), Permission.ProgramCouncil);

    /// <param name="Note">What is tried, or what came of it; at most 2,000 characters.</param>
    public sealed record Body(int Version, Pilot Pilot, string Note);

    public sealed record Command(Guid Id, int Version, Pilot Pilot, string Note) : ICommand<ProgramState>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Note).NotEmpty().MaximumLength(2000);
    }

    /// <summary>A pilot runs first; then it is adopted or rejected, or given up without a conclusion.</summary>
    public static readonly Lifecycle<Pilot, Pilot> Moves = Lifecycle.Of("pilot.step-not-now",
        (Pilot.None, Pilot.Running), (Pilot.Running, Pilot.Adopted), (Pilot.Running, Pilot.Rejected), (Pilot.Running, Pilot.None));

    public sealed class Handler(Db db, Audit audit, TimeProvider time) : IRequestHandler<Command, ProgramState>
    {
        public async Task<ProgramState> Handle(Command command, CancellationToken ct)
        {
            var program = await ProgramRow.Lock(db, command.Id, command.Version, null, ct);
            var standing = Enum.Parse<Pilot>(await db.One<string>("select pilot from program where id = @Id", new { command.Id }, ct));
            if (program.Status == ProgramStatus.Cancelled || !Moves.Allows(standing, command.Pilot)) throw new RuleViolation("pilot.step-not-now");
            await db.ExecuteOne("update program set pilot = @Pilot, pilot_note = @Note, version = version + 1, updated_at = @Now where id = @Id",
                new { command.Id, Pilot = command.Pilot.ToString(), command.Note, Now = time.GetUtcNow().UtcDateTime }, ct);
            audit.About(program.OrganizationId, program.RegionCode, program.Id, new PilotSet(command.Pilot), program.Id);
            return program.State with { Version = program.Version + 1 };
        }
    }
}
