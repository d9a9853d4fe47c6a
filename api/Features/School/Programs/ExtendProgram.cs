using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Programs;

/// <summary>
/// Proposes a later last day. The term is among what the participants consented to (Labour Code, article 351.8), so
/// everybody signs: the signatures are the consents to the new term.
/// </summary>
public static class ExtendProgram
{
    public static void Map(RouteGroupBuilder programs) =>
        programs.MapPost("/{programId:guid}/extend", async (Guid programId, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(programId, body.Version, body.EndsOn, body.Reason), ct)))
            .Operation(nameof(ExtendProgram), Permission.ProgramPlan);

    /// <param name="EndsOn">After the last day as it stands, and not in the past.</param>
    /// <param name="Reason">At most 1,000 characters.</param>
    public sealed record Body(int Version, DateOnly EndsOn, string Reason);

    public sealed record Command(Guid Id, int Version, DateOnly EndsOn, string Reason) : ICommand<PlanVersionState>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Reason).NotEmpty().MaximumLength(1000);
    }

    public sealed class Handler(Db db, PlanVersionStore versions, PlanChanges changes, Audit audit, Caller caller, TimeProvider time)
        : IRequestHandler<Command, PlanVersionState>
    {
        public async Task<PlanVersionState> Handle(Command command, CancellationToken ct)
        {
            var program = await ProgramRow.Lock(db, command.Id, command.Version, caller.Scope.Person, ct);
            if (command.EndsOn <= program.EndsOn || command.EndsOn < program.Today(time)) throw new BadInput("plan.not-later") { Pointer = "/endsOn" };
            if (command.EndsOn > program.EndsOn.AddYears(3)) throw new BadInput("plan.too-late") { Pointer = "/endsOn" };
            var plan = await versions.Standing(program, ct) with { EndsOn = command.EndsOn };

            var version = await versions.Propose(program, PlanVersionKind.Extension, plan, command.Reason, null, ct);
            if (program.TakesPart) await versions.Sign(program, version, ct);
            audit.About(program.OrganizationId, program.RegionCode, version.Id, new ProgramExtended(version.Number, command.EndsOn), program.Id);
            var next = await changes.AdoptIfAgreed(program, version, ct);
            return new(version.Number, next.Version == program.Version ? PlanVersionStatus.Proposed : PlanVersionStatus.Current, next.Version);
        }
    }
}
