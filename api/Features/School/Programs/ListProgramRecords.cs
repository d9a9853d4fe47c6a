using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Programs;

/// <summary>What a program is tied to: professional development and the school's methodical plan, in the order of time.</summary>
public static class ListProgramRecords
{
    public static void Map(RouteGroupBuilder programs) =>
        programs.MapGet("/{programId:guid}/records", async (Guid programId, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Query(programId), ct)))
            .Operation(nameof(ListProgramRecords), Permission.ProgramRead);

    public sealed record Query(Guid Id) : IQuery<Result>;

    /// <param name="MayAdd">The caller may add one.</param>
    public sealed record Result(bool MayAdd, IReadOnlyList<Item> Items);

    /// <param name="Provider">Who teaches; of professional development.</param>
    /// <param name="DocumentNumber">Of the certificate, where one was given.</param>
    /// <param name="MayWithdraw">The caller may take it away.</param>
    public sealed record Item(
        Guid Id, ProgramRecordKind Kind, string Title, string? Provider, int? Hours, string? DocumentNumber, DateOnly StartsOn, DateOnly EndsOn,
            string AddedByName, bool MayWithdraw);

    sealed record Program(Guid OrganizationId);

    public sealed class Handler(Db db, Caller caller) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query query, CancellationToken ct)
        {
            var program = await db.One<Program>("select organization_id from program where id = @Id", query, ct);
            var may = caller.Grants.PermissionsFor(program.OrganizationId, query.Id);
            var items = await db.List<Item>(Sql, new { query.Id, By = caller.Id, Curates = may.Contains(Permission.ProgramWrite) }, ct);
            return new(may.Contains(Permission.RoadmapProgress), items);
        }
    }

    const string Sql = """
        select id, kind, title, provider, hours, document_number, starts_on, ends_on, added_by_name, @Curates or added_by = @By may_withdraw
          from program_record
         where program_id = @Id and withdrawn_at is null
         order by kind desc, starts_on, id
        """;
}
