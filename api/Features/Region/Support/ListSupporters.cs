using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.Support;

/// <summary>Who stands behind an organization: today, from a day to come, and before.</summary>
public static class ListSupporters
{
    public static void Map(RouteGroupBuilder organization) =>
        organization.MapGet("/supporters", async (Guid organizationId, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Query(organizationId), ct)))
            .WithDescription("What is in force first, then what is to come, then what is over; the newest 500.")
            .Operation(nameof(ListSupporters), Permission.SupportRead);

    public sealed record Query(Guid OrganizationId) : IQuery<IReadOnlyList<Item>>;

    /// <param name="BodyName">Short name of the body.</param>
    /// <param name="BodyKind">Code of the dictionary `organization-kind`.</param>
    /// <param name="Service">Code of the dictionary `support-service`.</param>
    /// <param name="EndsOn">The first day on which it is no longer in force; null without an end.</param>
    public sealed record Item(
        Guid Id, Guid BodyId, string BodyName, string BodyKind, string? Address, string? Email, string? Phone, string? Website, string Service,
        string Agreement, DateOnly StartsOn, DateOnly? EndsOn, string? EndReason, SupportState State);

    public sealed class Handler(Db db, Caller caller, TimeProvider time) : IRequestHandler<Query, IReadOnlyList<Item>>
    {
        public async Task<IReadOnlyList<Item>> Handle(Query query, CancellationToken ct)
        {
            await Place.Demand(query.OrganizationId, db, caller, ct);
            return await db.List<Item>(Sql, new { query.OrganizationId, Now = time.GetUtcNow().UtcDateTime }, ct);
        }
    }

    const string Sql = $"""
        select l.id, l.body_id, b.name_short body_name, b.kind body_kind, b.address, b.email, b.phone, b.website, l.service_code service, l.agreement,
               l.starts_on, l.ends_on, l.end_reason, {SupportLife.State} state
          from support_link l join organization b on b.id = l.body_id {SupportLife.Day}
         where l.organization_id = @OrganizationId
         order by array_position(array['InForce', 'ToCome', 'Ended'], {SupportLife.State}), l.starts_on desc, b.name_short, l.service_code, l.id
         limit 500
        """;
}
