using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Practices;

/// <summary>The file of a material, always as a download.</summary>
public static class GetPracticeMaterial
{
    public static void Map(RouteGroupBuilder practices) =>
        practices.MapGet("/materials/{materialId:guid}", async (Guid practiceId, Guid materialId, IMediator mediator, HttpContext http, CancellationToken ct) =>
                (await mediator.Send(new Query(practiceId, materialId), ct)).Download(http))
            .Produces<Stream>(contentType: "application/octet-stream")
            .Operation(nameof(GetPracticeMaterial), Permission.PracticeShare);

    public sealed record Query(Guid Id, Guid MaterialId) : IQuery<Files.Served>;

    sealed record Found(Guid FileId, Guid OrganizationId, PracticeStatus Status, bool Authors);

    public sealed class Handler(Db db, Files files, Caller caller) : IRequestHandler<Query, Files.Served>
    {
        public async Task<Files.Served> Handle(Query query, CancellationToken ct)
        {
            var found = await db.One<Found>(Sql, new { query.Id, query.MaterialId, caller.Scope.Person }, ct);
            return PracticeReaders.Sees(caller, found.OrganizationId, found.Status, found.Authors) ? await files.Get(found.FileId, ct) : throw new NotFound();
        }
    }

    const string Sql = """
        select m.file_id, p.organization_id, p.status, exists (select from practice_author a where a.practice_id = p.id and a.person_id = @Person) authors
          from practice_material m join practice p on p.id = m.practice_id
         where p.id = @Id and m.id = @MaterialId and m.withdrawn_at is null
        """;
}
