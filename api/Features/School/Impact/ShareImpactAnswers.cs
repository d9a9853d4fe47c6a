using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Impact;

/// <summary>Opens the scores of what was sent to the other side of the pair and to the school's curator and head, or closes them again.</summary>
public static class ShareImpactAnswers
{
    public static void Map(RouteGroupBuilder ofProgram) =>
        ofProgram.MapPost("/impact/{moment}/share", async (Guid programId, ImpactMoment moment, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(programId, moment, body.Version, body.Shared), ct)))
            .Operation(nameof(ShareImpactAnswers), Permission.ImpactTake);

    /// <param name="Shared">False closes them.</param>
    public sealed record Body(int Version, bool Shared);

    public sealed record Command(Guid ProgramId, ImpactMoment Moment, int Version, bool Shared) : ICommand<ImpactState>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Moment).IsInEnum();
    }

    public sealed class Handler(Db db, Caller caller, Audit audit) : IRequestHandler<Command, ImpactState>
    {
        public async Task<ImpactState> Handle(Command command, CancellationToken ct)
        {
            var row = await ImpactRow.Lock(db, caller, command.ProgramId, command.Moment, command.Version, ct);
            if (row.Status != ImpactStatus.Sent) throw new RuleViolation("impact.not-now");
            await db.Execute(Save, new { row.RegionCode, row.Id, command.Shared }, ct);
            audit.About(row.OrganizationId, row.RegionCode, row.ProgramId, new ImpactOpened(row.Moment, command.Shared), row.ProgramId);
            return new(row.Status, row.Version + 1);
        }
    }

    const string Save = """
        update impact_measure set version = version + 1 where region_code = @RegionCode and id = @Id;
        update impact_answer set shared = @Shared where region_code = @RegionCode and measure_id = @Id
        """;
}
