using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Delegations;

/// <summary>What an organization handed over and what it took, the newest first, with the steps that the caller may take.</summary>
public static class ListDelegations
{
    public static void Map(RouteGroupBuilder delegations) =>
        delegations.MapGet("/", async (Guid organizationId, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Query(organizationId), ct)))
            .Operation(nameof(ListDelegations), Permission.DelegationRead);

    public sealed record Query(Guid Id) : IQuery<Result>;

    /// <param name="Given">By component: those that run first.</param>
    /// <param name="Taken">From other organizations.</param>
    public sealed record Result(IReadOnlyList<Item> Given, IReadOnlyList<Item> Taken);

    /// <param name="OtherName">The taker of what was given, the giver of what was taken.</param>
    /// <param name="EndsOn">The first day on which it is no longer in force.</param>
    /// <param name="Rights">What the taker may do at the giver while it is in force.</param>
    /// <param name="Steps">That the caller may take now.</param>
    public sealed record Item(
        Guid Id, Component Component, DelegationStatus Status, Guid OtherId, string OtherName, DateOnly StartsOn, DateOnly EndsOn, string Basis, string Task,
            string? Reason,
        IReadOnlyList<Permission> Rights, IReadOnlyList<DelegationStep> Steps, int Version);

    sealed record Row(
        Guid Id, Component Component, DelegationStatus Status, Guid OtherId, string OtherName, DateOnly StartsOn, DateOnly EndsOn, string Basis, string Task,
            string? Reason,
        bool Given, int Version);

    public sealed class Handler(Db db, Caller caller) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query query, CancellationToken ct)
        {
            caller.Scope.MustReach(query.Id);
            var rows = await db.List<Row>(Sql, query, ct);
            return new([.. rows.Where(row => row.Given).Select(Of)], [.. rows.Where(row => !row.Given).Select(Of)]);

            Item Of(Row row) => new(row.Id, row.Component, row.Status, row.OtherId, row.OtherName, row.StartsOn, row.EndsOn, row.Basis, row.Task, row.Reason,
                [.. Roles.OfComponent[row.Component].Order()], Steps(query.Id, row), row.Version);
        }

        IReadOnlyList<DelegationStep> Steps(Guid organization, Row row) =>
            caller.May(Permission.DelegationManage, organization)
                ? DelegationLifecycle.Possible(row.Status, [row.Given ? DelegationSide.Giver : DelegationSide.Taker])
                : [];
    }

    const string Sql = """
        select d.id, d.component, d.status, o.id other_id, o.name_short other_name, d.starts_on, d.ends_on, d.basis, d.task, d.reason,
               d.organization_id = @Id given, d.version
          from delegation d join organization o on o.id = case when d.organization_id = @Id then d.taker_id else d.organization_id end
         where d.organization_id = @Id or d.taker_id = @Id
         order by d.status in ('Proposed', 'Accepted', 'InForce') desc, d.starts_on desc, d.id
         limit 200
        """;
}
