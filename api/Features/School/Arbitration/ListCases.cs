using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Arbitration;

/// <summary>
/// The cases open to the caller: the own ones, those heard as an arbiter, and the council's for its chair. The 500 latest, open ones first.
/// </summary>
public static class ListCases
{
    public static void Map(RouteGroupBuilder cases) =>
        cases.MapGet("/", async (IMediator mediator, CancellationToken ct) => TypedResults.Ok(await mediator.Send(new Query(), ct)))
            .Operation(nameof(ListCases), Permission.CaseOpen);

    public sealed record Query : IQuery<IReadOnlyList<Item>>;

    /// <param name="Own">The caller brought it.</param>
    /// <param name="Arbiter">The caller hears it.</param>
    public sealed record Item(
        Guid Id, Guid OrganizationId, string OrganizationName, CaseKind Kind, CaseAbout About, CaseStatus Status, string Subject, DateTime OpenedAt,
            DateTime? ClosedAt, bool Own, bool Arbiter);

    public sealed class Handler(Db db, Caller caller) : IRequestHandler<Query, IReadOnlyList<Item>>
    {
        public Task<IReadOnlyList<Item>> Handle(Query query, CancellationToken ct) =>
            db.List<Item>(Sql, new { caller.Person, Organizations = caller.Scope.Organizations.ToArray() }, ct);
    }

    const string Sql = """
        select c.id, c.organization_id, o.name_short organization_name, c.kind, c.about, c.status, c.subject, c.opened_at, c.closed_at,
               c.complainant_id = @Person own, @Person = any(c.arbiter_ids) arbiter
          from arbitration_case c join organization o on o.id = c.organization_id
         where c.complainant_id = @Person or c.arbiter_ids @> array[@Person]::uuid[] or c.organization_id = any(@Organizations)
         order by c.closed_at is not null, c.opened_at desc, c.id desc
         limit 500
        """;
}
