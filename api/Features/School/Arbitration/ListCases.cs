using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Arbitration;

/// <summary>
/// The cases open to the caller: the own ones, those heard as an arbiter, and the council's for its chair. Open ones come first.
/// </summary>
public static class ListCases
{
    public static void Map(RouteGroupBuilder cases) =>
        cases.MapGet("/", async (string? cursor, int? size, IMediator mediator, HttpContext http, CancellationToken ct) =>
                Links.Paged(http, await mediator.Send(new Query(cursor, size ?? Cursors.DefaultSize), ct)))
            .Operation(nameof(ListCases), Permission.CaseOpen);

    public sealed record Query(string? Cursor, int Size) : IQuery<Page<Item>>;

    /// <param name="Own">The caller brought it.</param>
    /// <param name="Arbiter">The caller hears it.</param>
    public sealed record Item(
        Guid Id, Guid OrganizationId, string OrganizationName, CaseKind Kind, CaseAbout About, CaseStatus Status, string Subject, DateTime OpenedAt,
            DateTime? ClosedAt, bool Own, bool Arbiter);

    public sealed class Validator : AbstractValidator<Query>
    {
        public Validator() => RuleFor(q => q.Size).InclusiveBetween(1, Cursors.LargestSize);
    }

    sealed record Key(bool Closed, DateTime OpenedAt, Guid Id);

    public sealed class Handler(Db db, Caller caller, Cursors cursors) : IRequestHandler<Query, Page<Item>>
    {
        public async Task<Page<Item>> Handle(Query query, CancellationToken ct)
        {
            var after = cursors.Read<Key>(query.Cursor, nameof(ListCases));
            var rows = await db.List<Item>(Sql, new
            {
                caller.Person, Organizations = caller.Scope.Organizations.ToArray(), after?.Closed, After = after?.OpenedAt, AfterId = after?.Id,
                Limit = query.Size + 1,
            }, ct);
            return cursors.Page(rows, query.Size, nameof(ListCases), item => new Key(item.ClosedAt is not null, item.OpenedAt, item.Id));
        }
    }

    const string Sql = """
        select c.id, c.organization_id, o.name_short organization_name, c.kind, c.about, c.status, c.subject, c.opened_at, c.closed_at,
               c.complainant_id = @Person own, @Person = any(c.arbiter_ids) arbiter
          from arbitration_case c join organization o on o.id = c.organization_id
         where (c.complainant_id = @Person or c.arbiter_ids @> array[@Person]::uuid[] or c.organization_id = any(@Organizations))
           and (@AfterId::uuid is null or (c.closed_at is not null) > @Closed::boolean
             or (c.closed_at is not null) = @Closed and (c.opened_at, c.id) < (@After::timestamptz, @AfterId))
         order by c.closed_at is not null, c.opened_at desc, c.id desc
         limit @Limit
        """;
}
