using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Programs;

/// <summary>Its author, or the curator, takes a proposal back.</summary>
public static class WithdrawPlanVersion
{
    public static void Map(RouteGroupBuilder programs) =>
        programs.MapPost("/{programId:guid}/plan-versions/{number:int}/withdraw",
            async (Guid programId, int number, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(programId, number), ct)))
            .Operation(nameof(WithdrawPlanVersion), Permission.ProgramPlan);

    public sealed record Command(Guid Id, int Number) : ICommand<PlanVersionState>;

    public sealed class Handler(Db db, PlanVersionStore versions, Audit audit, Caller caller) : IRequestHandler<Command, PlanVersionState>
    {
        public async Task<PlanVersionState> Handle(Command command, CancellationToken ct)
        {
            var program = await ProgramRow.Lock(db, command.Id, null, null, ct);
            var version = await versions.Find(program.Id, command.Number, null, ct);
            PlanAgreement.Moves.Next(version.Status, PlanVersionStatus.Withdrawn);
            if (version.AuthorId != caller.Id && !caller.Grants.PermissionsFor(program.OrganizationId, program.Id).Contains(Permission.ProgramWrite))
                throw new Forbidden("plan.not-author");
            await versions.Close(version, PlanVersionStatus.Withdrawn, null, ct);
            audit.About(program.OrganizationId, program.RegionCode, version.Id, new PlanVersionWithdrawn(version.Number), program.Id);
            return new(version.Number, PlanVersionStatus.Withdrawn, program.Version);
        }
    }
}
