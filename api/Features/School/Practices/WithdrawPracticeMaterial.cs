using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Practices;

/// <summary>An author takes a material away from a draft; that it was there stays in the history.</summary>
public static class WithdrawPracticeMaterial
{
    public static void Map(RouteGroupBuilder practices) =>
        practices.MapDelete("/materials/{materialId:guid}", async (Guid practiceId, Guid materialId, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(practiceId, materialId), ct)))
            .Operation(nameof(WithdrawPracticeMaterial), Permission.PracticeShare);

    public sealed record Command(Guid Id, Guid MaterialId) : ICommand<PracticeState>;

    public sealed class Handler(Db db, Audit audit, Caller caller, TimeProvider time) : IRequestHandler<Command, PracticeState>
    {
        public async Task<PracticeState> Handle(Command command, CancellationToken ct)
        {
            var practice = await PracticeRow.LockOwn(db, caller, command.Id, null, ct);
            if (practice.Status != PracticeStatus.Draft) throw new RuleViolation("practice.not-now");
            var taken = await db.Execute("""
                update practice_material set withdrawn_at = @Now where practice_id = @Id and id = @MaterialId and withdrawn_at is null
                """,
                new { command.Id, command.MaterialId, Now = time.GetUtcNow().UtcDateTime }, ct);
            if (taken != 1) throw new NotFound();
            audit.About(practice.OrganizationId, practice.RegionCode, command.MaterialId, new PracticeMaterialWithdrawn());
            return new(practice.Id, practice.Status, practice.Version);
        }
    }
}
