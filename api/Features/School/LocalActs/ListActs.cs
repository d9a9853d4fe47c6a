using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;
using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Api.Features.School.LocalActs;

/// <summary>A school's acts, the newest first; who neither writes nor decides sees those that came into force.</summary>
public static class ListActs
{
    public static void Map(RouteGroupBuilder school) =>
        school.MapGet("/acts", async ([AsParameters] Filter filter, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Query(filter), ct)))
            .Operation(nameof(ListActs), Permission.ActRead);

    /// <param name="Status">Any of these; repeat the parameter.</param>
    /// <param name="Size">1 to 200, 50 when absent.</param>
    public sealed record Filter([FromRoute(Name = "organizationId")] Guid Id, ActStatus[]? Status, ActKind? Kind, string? Cursor, int? Size);

    public sealed record Query(Filter Filter) : IQuery<Page<Item>>;

    /// <param name="CosignOpen">The union is asked and has not answered.</param>
    /// <param name="SupersedesId">The act that this one replaces.</param>
    public sealed record Item(
        Guid Id, ActKind Kind, string Title, ActStatus Status, int Edition, string? Number, DateOnly? SignedOn, DateOnly? EffectiveOn, DateOnly? EndedOn,
        bool NeedsUnion, bool CosignOpen, Guid? SupersedesId, DateTime CreatedAt, DateTime UpdatedAt);

    public sealed class Validator : AbstractValidator<Query>
    {
        public Validator() => RuleFor(q => q.Filter.Size).InclusiveBetween(1, Cursors.LargestSize).OverridePropertyName("size");
    }

    sealed record Key(DateTime At, Guid Id);

    public sealed class Handler(Db db, Caller caller, Cursors cursors) : IRequestHandler<Query, Page<Item>>
    {
        public async Task<Page<Item>> Handle(Query query, CancellationToken ct)
        {
            var filter = query.Filter;
            caller.Scope.MustReach(filter.Id);
            var (size, after) = (filter.Size ?? Cursors.DefaultSize, cursors.Read<Key>(filter.Cursor, nameof(ListActs)));
            var rows = await db.List<Item>(Sql, new
            {
                filter.Id, Statuses = filter.Status is { Length: > 0 } some ? some.Select(s => s.ToString()).ToArray() : null, Kind = filter.Kind?.ToString(),
                All = ActReaders.SeesDrafts(caller, filter.Id), After = after?.At, AfterId = after?.Id, Take = size + 1,
            }, ct);
            return cursors.Page(rows, size, nameof(ListActs), row => new Key(row.CreatedAt, row.Id));
        }
    }

    const string Sql = """
        select a.id, a.kind, a.title, a.status, a.edition, a.number, a.signed_on, a.effective_on, a.ended_on, a.needs_union,
               exists (select from act_cosign c where c.act_id = a.id and c.status = 'Requested') cosign_open, a.supersedes_id, a.created_at, a.updated_at
          from local_act a
         where a.organization_id = @Id
           and (@All or a.status in ('InForce', 'Superseded'))
           and (@Statuses::text[] is null or a.status = any(@Statuses))
           and (@Kind::text is null or a.kind = @Kind)
           and (@AfterId::uuid is null or (a.created_at, a.id) < (@After::timestamptz, @AfterId::uuid))
         order by a.created_at desc, a.id desc
         limit @Take
        """;
}
