using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Programs;

/// <summary>What the pair has made: the products of a program, the newest first.</summary>
public static class ListProducts
{
    public static void Map(RouteGroupBuilder programs) =>
        programs.MapGet("/{programId:guid}/products", async (Guid programId, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Query(programId), ct)))
            .Operation(nameof(ListProducts), Permission.ProgramRead);

    public sealed record Query(Guid Id) : IQuery<IReadOnlyList<Item>>;

    /// <param name="ActivityId">The activity of the roadmap that it came from.</param>
    /// <param name="Size">In bytes.</param>
    /// <param name="Scanned">An antivirus has seen it.</param>
    /// <param name="MayWithdraw">The caller may take it away.</param>
    public sealed record Item(
        Guid Id, string Title, Guid? ActivityId, string? Activity, string FileName, string MediaType, int Size, bool Scanned, string AddedByName,
            DateTime AddedAt, bool MayWithdraw);

    sealed record Program(Guid OrganizationId);

    public sealed class Handler(Db db, Caller caller) : IRequestHandler<Query, IReadOnlyList<Item>>
    {
        public async Task<IReadOnlyList<Item>> Handle(Query query, CancellationToken ct)
        {
            var program = await db.One<Program>("select organization_id from program where id = @Id", query, ct);
            var curates = caller.Grants.PermissionsFor(program.OrganizationId, query.Id).Contains(Permission.ProgramWrite);
            return await db.List<Item>(Sql, new { query.Id, By = caller.Id, Curates = curates }, ct);
        }
    }

    const string Sql = """
        select p.id, p.title, p.activity_id, a.activity, f.name file_name, f.media_type, f.size, f.scanned_at is not null scanned, p.added_by_name, p.added_at,
               @Curates or p.added_by = @By may_withdraw
          from program_product p
          join stored_file f on f.region_code = p.region_code and f.id = p.file_id
          left join roadmap_activity a on a.region_code = p.region_code and a.id = p.activity_id
         where p.program_id = @Id and p.withdrawn_at is null
         order by p.added_at desc, p.id desc
        """;
}
