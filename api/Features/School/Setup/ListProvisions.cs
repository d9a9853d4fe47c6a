using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Setup;

/// <summary>What a school provides for mentoring, by kind; all of it, since a school has some dozens.</summary>
public static class ListProvisions
{
    public static void Map(RouteGroupBuilder setup) =>
        setup.MapGet("/provisions", async (Guid organizationId, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Query(organizationId), ct)))
            .Operation(nameof(ListProvisions), Permission.SetupRead);

    public sealed record Query(Guid OrganizationId) : IQuery<IReadOnlyList<Item>>;

    /// <param name="Overdue">The day has passed and it is not provided.</param>
    /// <param name="Steps">Which may be taken now.</param>
    public sealed record Item(
        Guid Id, ProvisionKind Kind, ProvisionCondition Condition, IReadOnlyList<ProvisionOutcome> Outcomes, string Title, ProvisionStatus Status,
            Guid? ResponsibleId, string? ResponsibleName,
        DateOnly? DueOn, bool Overdue, DateOnly? ProvidedOn, string? Basis, string? Note, int Version, IReadOnlyList<ProvisionStep> Steps);

    sealed record Row
    {
        public Guid Id { get; init; }
        public ProvisionKind Kind { get; init; }
        public ProvisionCondition Condition { get; init; }
        public string[] Outcomes { get; init; } = [];
        public required string Title { get; init; }
        public ProvisionStatus Status { get; init; }
        public Guid? ResponsibleId { get; init; }
        public string? ResponsibleName { get; init; }
        public DateOnly? DueOn { get; init; }
        public bool Overdue { get; init; }
        public DateOnly? ProvidedOn { get; init; }
        public string? Basis { get; init; }
        public string? Note { get; init; }
        public int Version { get; init; }
    }

    public sealed class Handler(Db db, Caller caller, TimeProvider time) : IRequestHandler<Query, IReadOnlyList<Item>>
    {
        public async Task<IReadOnlyList<Item>> Handle(Query query, CancellationToken ct)
        {
            caller.Scope.MustReach(query.OrganizationId);
            var writes = caller.May(Permission.SetupWrite, query.OrganizationId);
            var rows = await db.List<Row>(Sql, new { query.OrganizationId, Now = time.GetUtcNow().UtcDateTime }, ct);
            return [.. rows.Select(r => new Item(r.Id, r.Kind, r.Condition, [.. r.Outcomes.Select(Enum.Parse<ProvisionOutcome>)], r.Title, r.Status,
                r.ResponsibleId, r.ResponsibleName,
                r.DueOn, r.Overdue, r.ProvidedOn, r.Basis, r.Note, r.Version, writes ? ProvisionLifecycle.Steps.From(r.Status) : []))];
        }
    }

    const string Sql = """
        select p.id, p.kind, p.condition, p.outcomes, p.item title, p.status, p.responsible_id,
               nullif(person_name(who), '') responsible_name, p.due_on,
               p.status in ('Planned', 'InProgress') and p.due_on < (@Now::timestamptz at time zone t.time_zone)::date is true overdue, p.provided_on, p.basis,
                   p.note, p.version
          from provision p join organization_zone t on t.place_id = p.organization_id left join person who on who.id = p.responsible_id
         where p.organization_id = @OrganizationId
         order by array_position(array['Organizational', 'Methodical', 'Material', 'Infrastructure'], p.kind), p.created_at, p.id
        """;
}
