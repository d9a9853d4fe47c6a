using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Impact;

/// <summary>Sends a participant's whole answers: from now on they count, and are only corrected or taken back.</summary>
public static class SendImpactAnswers
{
    public static void Map(RouteGroupBuilder ofProgram) =>
        ofProgram.MapPost("/impact/{moment}/send", async (Guid programId, ImpactMoment moment, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(programId, moment, body.Version), ct)))
            .Operation(nameof(SendImpactAnswers), Permission.ImpactTake);

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
            var next = ImpactLife.Steps.Next(row.Status, ImpactStep.Send);
            row.DemandOpen(time);
            var (_, instrument) = await row.Instrument(db, ct);
            instrument.Demand(row.Answered, whole: true);
            await db.ExecuteOne(Save, new { row.RegionCode, row.Id, Today = RegionTime.Today(row.TimeZone, time), Now = time.GetUtcNow().UtcDateTime }, ct);
            await row.Score(instrument, row.Answered, keepsPast: false, db, time, ct);
            audit.About(row.OrganizationId, row.RegionCode, row.ProgramId, new ImpactMoved(row.Moment, ImpactStep.Send), row.ProgramId);
            return new(next, row.Version + 1);
        }
    }

    const string Save = """
        update impact_measure set status = 'Sent', taken_on = @Today, saved_at = @Now, version = version + 1 where region_code = @RegionCode and id = @Id
        """;
}
