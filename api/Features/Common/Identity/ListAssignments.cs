using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Common.Identity;

/// <summary>Who holds which role today or later, at an organization or everywhere in the caller's scope, by name.</summary>
public static class ListAssignments
{
    public static void Map(RouteGroupBuilder assignments) =>
        assignments.MapGet("/", async ([AsParameters] Query query, IMediator mediator, CancellationToken ct) => TypedResults.Ok(await mediator.Send(query, ct)))
            .Operation(nameof(ListAssignments), Permission.AccountManage);

    /// <param name="OrganizationId">One organization; all in the caller's scope when absent.</param>
    /// <param name="Cursor">`next` of the page before.</param>
    /// <param name="Size">1 to 200; 50 when absent.</param>
    public sealed record Query(Guid? OrganizationId = null, string? Cursor = null, int Size = Cursors.DefaultSize) : IQuery<Page<Item>>;

    /// <param name="AccountId">Of a person; systems have a `clientId` instead.</param>
    /// <param name="EndedOn">The first day on which the role is no longer held.</param>
    public sealed record Item(
        Guid Id, Role Role, Guid? AccountId, string? ClientId, string Name, string? Email, Guid? OrganizationId, string? OrganizationName,
        string? TerritoryCode, string? TerritoryName, DateOnly StartedOn, DateOnly? EndedOn, string? Basis);

    sealed record Key(string Name, Guid Id);

    public sealed class Validator : AbstractValidator<Query>
    {
        public Validator() => RuleFor(q => q.Size).InclusiveBetween(1, Cursors.LargestSize);
    }

    public sealed class Handler(Db db, Caller caller, Cursors cursors, TimeProvider time) : IRequestHandler<Query, Page<Item>>
    {
        public async Task<Page<Item>> Handle(Query query, CancellationToken ct)
        {
            if (query.OrganizationId is not null) Granting.DemandPlace(caller.Scope, query.OrganizationId);
            var after = cursors.Read<Key>(query.Cursor, nameof(ListAssignments));
            var rows = await db.List<Item>(Sql, new
            {
                query.OrganizationId, Now = time.GetUtcNow().UtcDateTime, after?.Name, after?.Id, Take = query.Size + 1,
            }, ct);
            return cursors.Page(rows, query.Size, nameof(ListAssignments), row => new Key(row.Name, row.Id));
        }
    }

    const string Sql = """
        select * from (
            select a.id, a.role, a.account_id, a.client_id, coalesce(h.display_name, s.display_name, a.client_id) name, h.email,
                   a.organization_id, o.name_short organization_name, a.territory_code, t.name_ru territory_name, a.started_on, a.ended_on, a.basis
              from role_assignment a
              left join identity.account h on h.id = a.account_id
              left join identity.oidc_application s on s.client_id = a.client_id
              left join organization o on o.id = a.organization_id
              left join territory t on t.code = a.territory_code
             where (@OrganizationId::uuid is null or a.organization_id = @OrganizationId)
               and (a.ended_on is null or a.ended_on > local_day(@Now, a.organization_id, a.territory_code))) held
         where @Id::uuid is null or (name, id) > (@Name, @Id)
         order by name, id
         limit @Take
        """;
}
