using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Programs;

/// <summary>Somebody whose signature a proposal needs declines it: the plan stays as it is.</summary>
public static class DeclinePlanVersion
{
    public static void Map(RouteGroupBuilder programs) =>
        programs.MapPost("/{programId:guid}/plan-versions/{number:int}/decline",
            async (Guid programId, int number, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(programId, number, body.Reason), ct)))
            .Operation(nameof(DeclinePlanVersion), Permission.ProgramSign);

    /// <param name="Reason">Why not; nobody has to say. At most 1,000 characters.</param>
    public sealed record Body(string? Reason = null);

    public sealed record Command(Guid Id, int Number, string? Reason) : ICommand<PlanVersionState>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Reason).MaximumLength(1000);
    }

    public sealed class Handler(Db db, PlanVersionStore versions, Audit audit, Caller caller) : IRequestHandler<Command, PlanVersionState>
    {
        public async Task<PlanVersionState> Handle(Command command, CancellationToken ct)
        {
            var program = await ProgramRow.Lock(db, command.Id, null, caller.Person, ct);
            var version = await versions.Find(program.Id, command.Number, null, ct);
            PlanAgreement.Moves.Next(version.Status, PlanVersionStatus.Declined);
            if (caller.Person == version.LeavingId || !program.TakesPart && caller.Person != version.IncomingId) throw new RuleViolation("plan.not-asked");
            await versions.Close(version, PlanVersionStatus.Declined, command.Reason, ct);
            audit.About(program.OrganizationId, program.RegionCode, version.Id, new PlanVersionDeclined(version.Number), program.Id);
            return new(version.Number, PlanVersionStatus.Declined, program.Version);
        }
    }
}
