using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.LocalActs;

/// <summary>One edition of an act as it was written.</summary>
public static class GetActVersion
{
    public static void Map(RouteGroupBuilder acts) =>
        acts.MapGet("/{actId:guid}/editions/{edition:int}", async (Guid actId, int edition, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Query(actId, edition), ct)))
            .Operation(nameof(GetActVersion), Permission.ActRead);

    public sealed record Query(Guid Id, int Edition) : IQuery<Result>;

    public sealed record Result(int Edition, string Title, string? Reason, string WrittenByName, DateTime WrittenAt, string TextHash,
        IReadOnlyList<PaperBlock> Blocks);

    sealed record Row(
        Guid OrganizationId, ActStatus Status, bool Newest, int Edition, string Title, string? Reason, string WrittenByName, DateTime WrittenAt,
            string TextHash, string Body);

    public sealed class Handler(Db db, Caller caller) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query query, CancellationToken ct)
        {
            var row = await db.One<Row>(Sql, query, ct);
            var isPublic = row.Newest && row.Status is ActStatus.InForce or ActStatus.Superseded;
            if (!isPublic && !ActReaders.SeesDrafts(caller, row.OrganizationId)) throw new NotFound();
            return new(row.Edition, row.Title, row.Reason, row.WrittenByName, row.WrittenAt, row.TextHash, ActText.Read(row.Body));
        }
    }

    const string Sql = """
        select v.organization_id, a.status, v.edition = a.edition newest, v.edition, v.title, v.reason, v.written_by_name, v.written_at, v.body_hash text_hash,
               v.body
          from local_act_version v join local_act a on a.id = v.act_id
         where v.act_id = @Id and v.edition = @Edition
        """;
}
