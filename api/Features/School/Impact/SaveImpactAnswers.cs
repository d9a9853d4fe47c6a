using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Impact;

/// <summary>Keeps what a participant has answered so far, whole or not; nothing of it counts before it is sent.</summary>
public static class SaveImpactAnswers
{
    public static void Map(RouteGroupBuilder ofProgram) =>
        ofProgram.MapPut("/impact/{moment}", async (Guid programId, ImpactMoment moment, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(programId, moment, body.Version, body.Answers), ct)))
            .Operation(nameof(SaveImpactAnswers), Permission.ImpactTake);

    /// <param name="Version">0 where nothing was saved yet.</param>
    /// <param name="Answers">By the item's code: 1 to 5.</param>
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
            var next = ImpactLife.Steps.Next(row.Status, ImpactStep.Save);
            row.DemandOpen(time);
            var (edition, instrument) = await row.Instrument(db, ct);
            instrument.Demand(command.Answers, whole: false);
            var now = time.GetUtcNow();
            await db.Execute(row.Id is null ? Insert : Update, new
            {
                row.RegionCode, Id = row.Id ?? Guid.CreateVersion7(now), row.OrganizationId, row.ProgramId, caller.Person, Role = row.Role.ToString(),
                Moment = row.Moment.ToString(), edition, Status = next.ToString(), Answers = ImpactRow.Text(command.Answers), Now = now.UtcDateTime,
            }, ct);
            audit.About(row.OrganizationId, row.RegionCode, row.ProgramId, new ImpactMoved(row.Moment, ImpactStep.Save), row.ProgramId);
            return new(next, row.Version + 1);
        }
    }

    const string Insert = """
        insert into impact_measure (region_code, id, organization_id, program_id, person_id, role, moment, edition, status, saved_at)
        values (@RegionCode, @Id, @OrganizationId, @ProgramId, @Person, @Role, @Moment, @edition, @Status, @Now);
        insert into impact_answer (region_code, measure_id, organization_id, program_id, person_id, answers)
        values (@RegionCode, @Id, @OrganizationId, @ProgramId, @Person, @Answers::jsonb)
        """;

    const string Update = """
        update impact_measure set status = @Status, saved_at = @Now, version = version + 1 where region_code = @RegionCode and id = @Id;
        update impact_answer set answers = @Answers::jsonb where region_code = @RegionCode and measure_id = @Id
        """;
}
