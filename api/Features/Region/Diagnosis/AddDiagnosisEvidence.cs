using System.Text.Json.Serialization;
using MediatR;
using Mentoring.Api.Platform;
using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Api.Features.Region.Diagnosis;

/// <summary>
/// Whoever fills in a draft lays a file of at most 20 MB beside one of its areas; whoever reads the diagnosis reads it. PDF, office documents
/// without macros, pictures, MP4 and plain text; the content has to be what the name says.
/// </summary>
public static class AddDiagnosisEvidence
{
    /// <summary>Of one diagnosis.</summary>
    const int Most = 50;

    public static void Map(RouteGroupBuilder diagnosis) =>
        diagnosis.MapPost("/evidence", async (Guid diagnosisId, IFormFile file, [FromForm] string areaCode, IMediator mediator, CancellationToken ct) =>
            {
                var added = await mediator.Send(new Command(diagnosisId, areaCode, await Files.Read(file, "/file", ct)), ct);
                return TypedResults.Created($"/api/v1/diagnoses/{diagnosisId}/evidence/{added.Id}", added);
            })
            .WithDescription("`areaCode`: of the dictionary `competence-area`, one of the instrument's. The version of the diagnosis stays.")
            .DisableAntiforgery()
            .TakesFile(Files.LargestForm, "select organization_id, region_code, null::uuid program_id from diagnosis where id = @Id", "diagnosisId")
            .Operation(nameof(AddDiagnosisEvidence), Permission.DiagnosisOwn);

    public sealed record Command(Guid DiagnosisId, string AreaCode, [property: JsonIgnore] Files.Upload File) : ICommand<Result>
    {
        /// <summary>What an idempotency key is held to: the file by its hash, not by its megabytes.</summary>
        public string Hash => Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(File.Content));
    }

    public sealed record Result(Guid Id);

    public sealed class Handler(Db db, Caller caller, Files files, Audit audit, TimeProvider time) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var row = await DiagnosisRow.LockFilled(db, caller, command.DiagnosisId, null, ct);
            if (row.Status != DiagnosisStatus.Draft) throw new RuleViolation("diagnosis.not-now");
            if (InstrumentContent.Read(row.Content).Items.All(item => item.Area != command.AreaCode))
                throw new BadInput("instrument.item-area") { Pointer = "/areaCode" };
            if (await db.One<int>("select count(*)::int from diagnosis_evidence where region_code = @RegionCode and diagnosis_id = @Id", row, ct) >= Most)
                throw new RuleViolation("diagnosis.evidence-many", ("most", Most));
            var stored = await files.Keep(command.File, FileKind.Evidence, row.OrganizationId, row.RegionCode, null, ct);
            var now = time.GetUtcNow();
            var id = Guid.CreateVersion7(now);
            await db.ExecuteOne(Insert, new
            {
                id, row.RegionCode, Diagnosis = row.Id, command.AreaCode, File = stored.Id, stored.Name, stored.Size, Now = now.UtcDateTime,
            }, ct);
            audit.About(row.OrganizationId, row.RegionCode, row.Id, new DiagnosisEvidenceAdded());
            return new(id);
        }
    }

    const string Insert = """
        insert into diagnosis_evidence (region_code, id, diagnosis_id, area_code, file_id, name, size, added_at, person_id, reader_ids,
            reader_organization_ids)
        select region_code, @id, id, @AreaCode, @File, @Name, @Size, @Now, person_id, reader_ids, reader_organization_ids
          from diagnosis where region_code = @RegionCode and id = @Diagnosis
        """;
}
