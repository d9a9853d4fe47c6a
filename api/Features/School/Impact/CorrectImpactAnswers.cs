using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Impact;

/// <summary>Corrects answers that were sent, at any time; what they were stays beside them, for their author alone.</summary>
public static class CorrectImpactAnswers
{
    public static void Map(RouteGroupBuilder ofProgram) =>
        ofProgram.MapPost("/impact/{moment}/correct", async (Guid programId, ImpactMoment moment, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(programId, moment, body.Version, body.Answers), ct)))
            .Operation(nameof(CorrectImpactAnswers), Permission.ImpactTake);

    /// <param name="Answers">All of them, by the item's code: 1 to 5.</param>
    public sealed record Body(int Version, IReadOnlyDictionary<string, int> Answers);

    public sealed record Command(Guid ProgramId, ImpactMoment Moment, int Version, IReadOnlyDictionary<string, int> Answers) : ICommand<ImpactState>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Moment).IsInEnum();
            RuleFor(c => c.Answers).Must(answers => answers.Count <= 200);
        }
    }

    public sealed class Handler(Db db, Caller caller, Audit audit, TimeProvider time) : IRequestHandler<Command, ImpactState>
    {
        public async Task<ImpactState> Handle(Command command, CancellationToken ct)
        {
            var row = await ImpactRow.Lock(db, caller, command.ProgramId, command.Moment, command.Version, ct);
            var next = ImpactLife.Steps.Next(row.Status, ImpactStep.Correct);
            var (_, instrument) = await row.Instrument(db, ct);
            instrument.Demand(command.Answers, whole: true);
            if (command.Answers.All(pair => row.Answered.GetValueOrDefault(pair.Key) == pair.Value)) throw new RuleViolation("impact.same");
            await db.ExecuteOne(Save, new { row.RegionCode, row.Id, Now = time.GetUtcNow().UtcDateTime }, ct);
            await row.Score(instrument, command.Answers, keepsPast: true, db, time, ct);
            audit.About(row.OrganizationId, row.RegionCode, row.ProgramId, new ImpactMoved(row.Moment, ImpactStep.Correct), row.ProgramId);
            return new(next, row.Version + 1);
        }
    }

    const string Save = "update impact_measure set saved_at = @Now, version = version + 1 where region_code = @RegionCode and id = @Id";
}
