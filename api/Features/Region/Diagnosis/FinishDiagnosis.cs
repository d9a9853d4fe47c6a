using System.Text.Json;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.Diagnosis;

/// <summary>Ends a diagnosis: the level of each area is written down, and the one before it of the same kind and author gives way.</summary>
public static class FinishDiagnosis
{
    public static void Map(RouteGroupBuilder diagnosis) =>
        diagnosis.MapPost("/finish", async (Guid diagnosisId, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(diagnosisId, body.Version), ct)))
            .Operation(nameof(FinishDiagnosis), Permission.DiagnosisOwn);

    public sealed record Body(int Version);

    public sealed record Command(Guid Id, int Version) : ICommand<DiagnosisState>;

    public sealed class Handler(Db db, Caller caller, Audit audit, TimeProvider time) : IRequestHandler<Command, DiagnosisState>
    {
        public async Task<DiagnosisState> Handle(Command command, CancellationToken ct)
        {
            var row = await DiagnosisRow.LockFilled(db, caller, command.Id, command.Version, ct);
            var next = DiagnosisLife.Steps.Next(row.Status, DiagnosisStep.Finish);
            var answers = new DiagnosisAnswers(InstrumentContent.Read(row.Content), DiagnosisAnswers.Read(row.Answers));
            answers.DemandWhole();
            var areas = answers.Areas().ToList();
            await db.Execute(Levels, new
            {
                row.RegionCode, row.Id, row.PersonId, row.ReaderIds, row.ReaderOrganizationIds, Codes = areas.Select(area => area.Code).ToArray(),
                Levels = areas.Select(area => area.Level).ToArray(),
                RestsOn = areas.Select(area => JsonSerializer.Serialize(area.RestsOn, Json.Options)).ToArray(),
            }, ct);
            await db.ExecuteOne(Save, new { row.RegionCode, row.Id, Status = next.ToString(), Now = time.GetUtcNow().UtcDateTime }, ct);
            audit.About(row.OrganizationId, row.RegionCode, row.Id, new DiagnosisMoved(DiagnosisStep.Finish),
                concerned: row.Author == DiagnosisAuthor.Expert ? [row.PersonId] : null);
            return new(row.Id, next, row.Version + 1);
        }
    }

    const string Levels = """
        insert into diagnosis_area (region_code, diagnosis_id, area_code, level, rests_on, person_id, reader_ids, reader_organization_ids)
        select @RegionCode, @Id, a.code, a.level, a.rests_on::jsonb, @PersonId, @ReaderIds, @ReaderOrganizationIds
          from unnest(@Codes::text[], @Levels::int[], @RestsOn::text[]) a (code, level, rests_on)
        """;

    const string Save = "update diagnosis set status = @Status, done_at = @Now, version = version + 1 where region_code = @RegionCode and id = @Id";
}
