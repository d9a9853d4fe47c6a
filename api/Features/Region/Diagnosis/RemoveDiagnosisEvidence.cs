using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.Diagnosis;

/// <summary>Takes a file away from a draft; it is kept nowhere.</summary>
public static class RemoveDiagnosisEvidence
{
    public static void Map(RouteGroupBuilder diagnosis) =>
        diagnosis.MapDelete("/evidence/{evidenceId:guid}", async (Guid diagnosisId, Guid evidenceId, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(diagnosisId, evidenceId), ct)))
            .Operation(nameof(RemoveDiagnosisEvidence), Permission.DiagnosisOwn);

    public sealed record Command(Guid Id, Guid EvidenceId) : ICommand<DiagnosisState>;

    public sealed class Handler(Db db, Caller caller, Audit audit) : IRequestHandler<Command, DiagnosisState>
    {
        public async Task<DiagnosisState> Handle(Command command, CancellationToken ct)
        {
            var row = await DiagnosisRow.LockFilled(db, caller, command.Id, null, ct);
            if (row.Status != DiagnosisStatus.Draft) throw new RuleViolation("diagnosis.not-now");
            if (await Drop(db, row, command.EvidenceId, ct) == 0) throw new NotFound();
            audit.About(row.OrganizationId, row.RegionCode, row.Id, new DiagnosisEvidenceRemoved());
            return new(row.Id, row.Status, row.Version);
        }
    }

    /// <param name="evidence">All of the diagnosis when null.</param>
    internal static async Task<int> Drop(Db db, DiagnosisRow row, Guid? evidence, CancellationToken ct)
    {
        var files = await db.List<Guid>(Delete, new { row.RegionCode, row.Id, evidence }, ct);
        if (files.Count > 0) await db.Execute("select evidence_files_drop(@RegionCode, @files)", new { row.RegionCode, files = files.ToArray() }, ct);
        return files.Count;
    }

    const string Delete = """
        delete from diagnosis_evidence where region_code = @RegionCode and diagnosis_id = @Id and (@evidence::uuid is null or id = @evidence) returning file_id
        """;
}
