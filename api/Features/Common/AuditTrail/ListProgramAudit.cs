using System.Text.Json;
using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Common.AuditTrail;

/// <summary>Who did what to a program, the newest first.</summary>
public static class ListProgramAudit
{
    public static void Map(RouteGroupBuilder audit) =>
        audit.MapGet("/", async (Guid programId, string? cursor, int? size, IMediator mediator, HttpContext http, CancellationToken ct) =>
                Links.Paged(http, await mediator.Send(new Query(programId, cursor, size ?? Cursors.DefaultSize), ct)))
            .Operation(nameof(ListProgramAudit), Permission.AuditRead);

    public sealed record Query(Guid ProgramId, string? Cursor, int Size) : IQuery<Page<Item>>;

    /// <param name="Operation">The operationId of what was done, or the name of a job.</param>
    /// <param name="CallerName">The account's name as it is today; null for systems and jobs, and for accounts that are gone.</param>
    /// <param name="Client">The system or job that did it; null for people.</param>
    /// <param name="SubjectId">The program itself, or the consent, meeting or activity in it.</param>
    /// <param name="Detail">Codes and numbers, never personal data.</param>
    public sealed record Item(long Sequence, DateTime At, string Operation, string? CallerName, string? Client, Guid? SubjectId, JsonElement Detail);

    sealed record Row(long Sequence, DateTime At, string Operation, string? CallerName, string? Client, Guid? SubjectId, string Detail);

    public sealed class Validator : AbstractValidator<Query>
    {
        public Validator() => RuleFor(q => q.Size).InclusiveBetween(1, Cursors.LargestSize);
    }

    sealed record Key(DateTime At, long Sequence);

    public sealed class Handler(Db db, Cursors cursors) : IRequestHandler<Query, Page<Item>>
    {
        public async Task<Page<Item>> Handle(Query query, CancellationToken ct)
        {
            var list = $"{nameof(ListProgramAudit)}/{query.ProgramId}";
            var after = cursors.Read<Key>(query.Cursor, list);
            var rows = await db.Many(Sql, new { query.ProgramId, AfterAt = after?.At, AfterSequence = after?.Sequence, Limit = query.Size + 1 },
                async results =>
                await results.ReadSingleAsync<bool>() ? (await results.ReadAsync<Row>()).ToList() : throw new NotFound(), ct);
            return cursors.Page(rows.ConvertAll(Shown), query.Size, list, item => new Key(item.At, item.Sequence));
        }

        static Item Shown(Row row) =>
            new(row.Sequence, row.At, row.Operation, row.CallerName, row.Client, row.SubjectId, JsonSerializer.Deserialize<JsonElement>(row.Detail));
    }

    // Names stay out of the chain, so that a person can be forgotten; they are looked up when somebody reads it.
    const string Sql = """
        select exists (select from program where id = @ProgramId);

        select e.sequence, e.at, e.operation, a.display_name caller_name,
               case when e.caller !~ '^[0-9a-f]{8}-[0-9a-f-]{27}$' then e.caller end client, e.subject_id, e.detail::text detail
          from audit_entry e
          left join identity.account a on a.id = case when e.caller ~ '^[0-9a-f]{8}-[0-9a-f-]{27}$' then e.caller::uuid end
         where e.program_id = @ProgramId and (@AfterSequence::bigint is null or (e.at, e.sequence) < (@AfterAt::timestamptz, @AfterSequence))
         order by e.at desc, e.sequence desc limit @Limit
        """;
}
