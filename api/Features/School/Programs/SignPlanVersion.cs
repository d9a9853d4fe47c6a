using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Programs;

/// <summary>A participant signs a version of the plan. A proposal holds from the last signature that it needs.</summary>
public static class SignPlanVersion
{
    public static void Map(RouteGroupBuilder programs) =>
        programs.MapPost("/{programId:guid}/plan-versions/{number:int}/sign", async (Guid programId, int number, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(programId, number), ct)))
            .Operation(nameof(SignPlanVersion), Permission.ProgramSign);

    public sealed record Command(Guid Id, int Number) : ICommand<PlanVersionState>;

    public sealed class Handler(Db db, PlanVersionStore versions, PlanChanges changes, Audit audit) : IRequestHandler<Command, PlanVersionState>
    {
        public async Task<PlanVersionState> Handle(Command command, CancellationToken ct)
        {
            var program = await ProgramRow.Lock(db, command.Id, null, null, ct);
            var version = await versions.Find(program.Id, command.Number, null, ct);
            if (version.Status is not (PlanVersionStatus.Proposed or PlanVersionStatus.Current)) throw new RuleViolation("plan.step-not-now");
            if (program.Status is ProgramStatus.Completed or ProgramStatus.EndedEarly
                or ProgramStatus.Cancelled) throw new RuleViolation("program.step-not-now");
            if (version.Status == PlanVersionStatus.Proposed && program.NoticeUntil is not null) throw new RuleViolation("program.notice-given");

            await versions.Sign(program, version, ct);
            audit.About(program.OrganizationId, program.RegionCode, version.Id, new PlanVersionSigned(version.Number), program.Id);
            if (version.Status == PlanVersionStatus.Current) return new(version.Number, version.Status, program.Version);
            var next = await changes.AdoptIfAgreed(program, version, ct);
            return new(version.Number, next.Version == program.Version ? PlanVersionStatus.Proposed : PlanVersionStatus.Current, next.Version);
        }
    }
}
