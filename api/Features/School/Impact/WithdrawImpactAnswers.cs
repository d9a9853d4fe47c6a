using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Impact;

/// <summary>Takes back answers that were sent: they count no longer, and stay with their author.</summary>
public static class WithdrawImpactAnswers
{
    public static void Map(RouteGroupBuilder ofProgram) =>
        ofProgram.MapPost("/impact/{moment}/withdraw", async (Guid programId, ImpactMoment moment, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(programId, moment, body.Version), ct)))
            .Operation(nameof(WithdrawImpactAnswers), Permission.ImpactTake);

    public sealed record Body(int Version);

    public sealed record Command(Guid ProgramId, ImpactMoment Moment, int Version) : ICommand<ImpactState>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Moment).IsInEnum();
    }

    public sealed class Handler(Db db, Caller caller, Audit audit, TimeProvider time) : IRequestHandler<Command, ImpactState>
    {
        public async Task<ImpactState> Handle(Command command, CancellationToken ct)
        {
            var row = await ImpactRow.Lock(db, caller, command.ProgramId, command.Moment, command.Version, ct);
            var next = ImpactLife.Steps.Next(row.Status, ImpactStep.Withdraw);
            await db.Execute(Save, new { row.RegionCode, row.Id, Now = time.GetUtcNow().UtcDateTime }, ct);
            audit.About(row.OrganizationId, row.RegionCode, row.ProgramId, new ImpactMoved(row.Moment, ImpactStep.Withdraw), row.ProgramId);
            return new(next, row.Version + 1);
        }
    }

    const string Save = """
        update impact_measure set status = 'Withdrawn', saved_at = @Now, version = version + 1 where region_code = @RegionCode and id = @Id;
        update impact_answer set scores = null, results = null, shared = false,
               past = past || jsonb_build_array(jsonb_build_object('at', @Now::timestamptz, 'answers', answers))
         where region_code = @RegionCode and measure_id = @Id
        """;
}
