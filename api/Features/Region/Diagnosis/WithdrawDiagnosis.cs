using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.Diagnosis;

/// <summary>Gives up a draft: the teacher the own one or a question to an expert, an expert what was asked. Its answers and files go.</summary>
public static class WithdrawDiagnosis
{
    public static void Map(RouteGroupBuilder diagnosis) =>
        diagnosis.MapPost("/withdraw", async (Guid diagnosisId, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(diagnosisId, body.Version), ct)))
            .Operation(nameof(WithdrawDiagnosis), Permission.DiagnosisOwn);

    public sealed record Body(int Version);

    public sealed record Command(Guid Id, int Version) : ICommand<DiagnosisState>;

    public sealed class Handler(Db db, Caller caller, Audit audit, TimeProvider time) : IRequestHandler<Command, DiagnosisState>
    {
        public async Task<DiagnosisState> Handle(Command command, CancellationToken ct)
        {
            var row = await DiagnosisRow.LockEither(db, caller, command.Id, command.Version, ct);
            var next = DiagnosisLife.Steps.Next(row.Status, DiagnosisStep.Withdraw);
            await RemoveDiagnosisEvidence.Drop(db, row, null, ct);
            await db.ExecuteOne(Save, new { row.RegionCode, row.Id, Status = next.ToString(), Now = time.GetUtcNow().UtcDateTime }, ct);
            audit.About(row.OrganizationId, row.RegionCode, row.Id, new DiagnosisMoved(DiagnosisStep.Withdraw));
            return new(row.Id, next, row.Version + 1);
        }
    }

    const string Save = """
        update diagnosis set status = @Status, answers = '{}', withdrawn_at = @Now, version = version + 1 where region_code = @RegionCode and id = @Id
        """;
}
