using System.Text.Json;
using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.Diagnosis;

/// <summary>Keeps what was answered so far, whole or not: whoever fills it in goes on later, on another device too.</summary>
public static class SaveDiagnosisAnswers
{
    public static void Map(RouteGroupBuilder diagnosis) =>
        diagnosis.MapPut("/answers", async (Guid diagnosisId, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(diagnosisId, body.Version, body.Answers), ct)))
            .Operation(nameof(SaveDiagnosisAnswers), Permission.DiagnosisOwn);

    /// <param name="Answers">By the item's code: the code of a level or an option, or text of at most 4000 characters.</param>
    public sealed record Body(int Version, IReadOnlyDictionary<string, string> Answers);

    public sealed record Command(Guid Id, int Version, IReadOnlyDictionary<string, string> Answers) : ICommand<DiagnosisState>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Answers).Must(answers => answers.Count <= 200);
    }

    public sealed class Handler(Db db, Caller caller, Audit audit, TimeProvider time) : IRequestHandler<Command, DiagnosisState>
    {
        public async Task<DiagnosisState> Handle(Command command, CancellationToken ct)
        {
            var row = await DiagnosisRow.LockFilled(db, caller, command.Id, command.Version, ct);
            if (row.Status != DiagnosisStatus.Draft) throw new RuleViolation("diagnosis.not-now");
            new DiagnosisAnswers(InstrumentContent.Read(row.Content), command.Answers).Demand();
            await db.ExecuteOne(Save, new
            {
                row.RegionCode, row.Id, Answers = JsonSerializer.Serialize(command.Answers, Json.Options), Now = time.GetUtcNow().UtcDateTime,
            }, ct);
            audit.About(row.OrganizationId, row.RegionCode, row.Id, new DiagnosisSaved());
            return new(row.Id, row.Status, row.Version + 1);
        }
    }

    const string Save = """
        update diagnosis set answers = @Answers::jsonb, saved_at = @Now, version = version + 1 where region_code = @RegionCode and id = @Id
        """;
}
