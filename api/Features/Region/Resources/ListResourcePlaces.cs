using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.Resources;

/// <summary>Who has a place in a run, for the body that keeps it; teachers come from many schools, so it sees names by this alone.</summary>
public static class ListResourcePlaces
{
    public static void Map(RouteGroupBuilder resources) =>
        resources.MapGet("/{resourceId:guid}/runs/{runId:guid}/places", async (Guid organizationId, Guid resourceId, Guid runId, string? cursor, int? size,
                IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Query(organizationId, resourceId, runId, cursor, size), ct)))
            .Operation(nameof(ListResourcePlaces), Permission.ResourceManage);

    /// <param name="Size">Items of a page, 1 to 200; 50 when absent.</param>
    public sealed record Query(Guid OrganizationId, Guid ResourceId, Guid RunId, string? Cursor, int? Size) : IQuery<Page<Item>>;

    /// <param name="OrganizationName">Short name of where the person worked when the place was taken.</param>
    public sealed record Item(Guid PersonId, string PersonName, Guid OrganizationId, string OrganizationName, DateTime TakenAt);

    public sealed class Validator : AbstractValidator<Query>
    {
        public Validator() => RuleFor(q => q.Size).InclusiveBetween(1, Cursors.LargestSize);
    }

    public sealed record After(DateTime At, Guid Id);

    public sealed class Handler(Db db, Caller caller, Cursors cursors) : IRequestHandler<Query, Page<Item>>
    {
        public async Task<Page<Item>> Handle(Query query, CancellationToken ct)
        {
            caller.Scope.MustReach(query.OrganizationId);
            var run = new { query.OrganizationId, query.ResourceId, query.RunId };
            await db.One<Guid>("select id from resource_run where body_id = @OrganizationId and resource_id = @ResourceId and id = @RunId", run, ct);
            var (size, list) = (query.Size ?? Cursors.DefaultSize, $"{nameof(ListResourcePlaces)}/{query.RunId}");
            var after = cursors.Read<After>(query.Cursor, list);
            var rows = await db.List<Item>(Sql, new { query.RunId, After = after?.At, AfterId = after?.Id, Take = size + 1 }, ct);
            return cursors.Page(rows, size, list, row => new After(row.TakenAt, row.PersonId));
        }
    }

    const string Sql = """
        select p.person_id, p.person_name, p.organization_id, o.name_short organization_name, p.taken_at
          from resource_place p join organization o on o.id = p.organization_id
         where p.run_id = @RunId and p.given_up_at is null
           and (@AfterId::uuid is null or (p.taken_at, p.person_id) > (@After::timestamptz, @AfterId))
         order by p.taken_at, p.person_id
         limit @Take
        """;
}
