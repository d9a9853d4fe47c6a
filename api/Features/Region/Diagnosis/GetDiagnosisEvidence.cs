using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.Diagnosis;

/// <summary>A file beside an area of a diagnosis, always as a download; of a draft for whoever fills it in alone.</summary>
public static class GetDiagnosisEvidence
{
    public static void Map(RouteGroupBuilder diagnosis) =>
        diagnosis.MapGet("/evidence/{evidenceId:guid}", async (Guid diagnosisId, Guid evidenceId, IMediator mediator, HttpContext http, CancellationToken ct) =>
                (await mediator.Send(new Query(diagnosisId, evidenceId), ct)).Download(http))
            .Produces<Stream>(contentType: "application/octet-stream")
            .Operation(nameof(GetDiagnosisEvidence), Permission.DiagnosisRead);

    public sealed record Query(Guid Id, Guid EvidenceId) : IQuery<Files.Served>;

    public sealed class Handler(Db db, Caller caller, Files files) : IRequestHandler<Query, Files.Served>
    {
        public async Task<Files.Served> Handle(Query query, CancellationToken ct) =>
            await files.Get(await db.One<Guid>(Sql, new { query.Id, query.EvidenceId, caller.Scope.Person }, ct), ct);
    }

    const string Sql = """
        select e.file_id from diagnosis_evidence e join diagnosis d on d.region_code = e.region_code and d.id = e.diagnosis_id
         where e.diagnosis_id = @Id and e.id = @EvidenceId and (d.status <> 'Draft' or coalesce(d.expert_id, d.person_id) = @Person)
        """;
}

/// <summary>A file beside an area.</summary>
/// <param name="Area">Code of the dictionary `competence-area`.</param>
/// <param name="Size">Bytes.</param>
public sealed record DiagnosisEvidence(Guid Id, string Area, string Name, int Size, DateTime AddedAt)
{
    /// <summary>Of the diagnosis <c>@Id</c>.</summary>
    internal const string Sql = """
        select id, area_code area, name, size, added_at from diagnosis_evidence where diagnosis_id = @Id order by area_code, added_at, id
        """;
}
