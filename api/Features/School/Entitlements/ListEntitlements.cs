using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;
using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Api.Features.School.Entitlements;

/// <summary>The register of measures of support: the school's, or the caller's own.</summary>
public static class ListEntitlements
{
    public static void Map(RouteGroupBuilder entitlements) =>
        entitlements.MapGet("/", async ([AsParameters] Query query, IMediator mediator, CancellationToken ct) =>
            TypedResults.Ok(await mediator.Send(query, ct)))
            .Operation(nameof(ListEntitlements), Permission.ProfileOwn);

    /// <param name="PersonId">Only this person's.</param>
    /// <param name="InForce">True: only those in force today.</param>
    /// <param name="Size">1 to 200, 50 when absent.</param>
    public sealed record Query(
        [FromRoute(Name = "organizationId")] Guid Id, Guid? PersonId, EntitlementKind? Kind, bool? InForce, string? Cursor, int? Size) : IQuery<Page<Item>>;

    /// <param name="EndsOn">The first day on which the measure is no longer in force.</param>
    /// <param name="EndedReason">Where it was ended before its term.</param>
    /// <param name="InForce">Today, where the school is.</param>
    public sealed record Item(
        Guid Id, Guid PersonId, string Name, EntitlementKind Kind, SourceLevel SourceLevel, string Source, DateOnly StartsOn, DateOnly? EndsOn,
            long? AmountKopecks,
        PaidHow? Paid, string Note, string? EndedReason, bool InForce, int Version);

    public sealed class Validator : AbstractValidator<Query>
    {
        public Validator() => RuleFor(q => q.Size).InclusiveBetween(1, Cursors.LargestSize);
    }

    public sealed record After(Guid Id);

    public sealed class Handler(Db db, Caller caller, Cursors cursors, TimeProvider time) : IRequestHandler<Query, Page<Item>>
    {
        public async Task<Page<Item>> Handle(Query query, CancellationToken ct)
        {
            await Place.DemandOwn(query.Id, db, caller, ct);
            var size = query.Size ?? Cursors.DefaultSize;
            var after = cursors.Read<After>(query.Cursor, nameof(ListEntitlements));
            var rows = await db.List<Item>(Sql, new
            {
                query.Id, query.PersonId, Kind = query.Kind?.ToString(), query.InForce, Now = time.GetUtcNow().UtcDateTime, AfterId = after?.Id,
                Take = size + 1,
            }, ct);
            return cursors.Page(rows, size, nameof(ListEntitlements), item => new After(item.Id));
        }
    }

    const string Sql = """
        select e.id, e.person_id, person_name(p) name, e.kind, e.source_level, e.source, e.starts_on, e.ends_on,
               e.amount_kopecks, e.paid, e.note, e.ended_reason, now.in_force, e.version
          from entitlement e join person p on p.id = e.person_id join organization_zone t on t.place_id = e.organization_id
          cross join lateral (
              select e.starts_on <= d.today and (e.ends_on is null or e.ends_on > d.today) in_force
                from (select (@Now::timestamptz at time zone t.time_zone)::date today) d) now
         where e.organization_id = @Id
           and (@PersonId::uuid is null or e.person_id = @PersonId) and (@Kind::text is null or e.kind = @Kind)
           and (@InForce::boolean is null or now.in_force = @InForce)
           and (@AfterId::uuid is null or e.id < @AfterId)
         order by e.id desc
         limit @Take
        """;
}
