using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.Initiatives;

/// <summary>Initiatives that the caller may read of, or is in: those of the own municipality, region and of the country; the latest first.</summary>
public static class ListInitiatives
{
    public static void Map(RouteGroupBuilder api) =>
        api.MapGet("/initiatives", async ([AsParameters] Filter filter, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Query(filter), ct)))
            .WithTags("Initiatives").Operation(nameof(ListInitiatives), Permission.InitiativeRead);

    /// <param name="Search">Words in any form, or a part of the title.</param>
    /// <param name="Own">Only those in which the caller is, to which the caller was invited or asked to be let in.</param>
    /// <param name="Area">Code of the dictionary `competence-area`; those under it too.</param>
    /// <param name="Size">Items of a page, 1 to 200; 50 when absent.</param>
    public sealed record Filter(
        string? Search = null, bool? Own = null, InitiativeScope? Scope = null, InitiativeStatus? Status = null, string? Area = null, string? Cursor = null,
        int? Size = null);

    public sealed record Query(Filter Filter) : IQuery<Page<Item>>;

    public sealed record Item
    {
        public required Guid Id { get; init; }
        public required string Title { get; init; }

        /// <summary>What it is for and what is to come of it.</summary>
        public required string Purpose { get; init; }
        public required string[] Areas { get; init; }

        /// <summary>How far it is told of.</summary>
        public required InitiativeScope Scope { get; init; }

        /// <summary>Only those read of it who were invited, or whose organizations were.</summary>
        public required bool ByInvitation { get; init; }
        public required InitiativeStatus Status { get; init; }

        /// <summary>Where it was started.</summary>
        public required string OrganizationName { get; init; }
        public required string RegionNameRu { get; init; }

        /// <summary>Who leads it.</summary>
        public required string LeaderName { get; init; }

        /// <summary>How many are in it.</summary>
        public required int MemberCount { get; init; }

        /// <summary>At how many organizations they work.</summary>
        public required int SchoolCount { get; init; }

        /// <summary>The caller is in it.</summary>
        public required bool Mine { get; init; }

        /// <summary>The caller was invited, or waits to be let in.</summary>
        public required bool Waits { get; init; }
        public required DateTime CreatedAt { get; init; }
    }

    public sealed class Validator : AbstractValidator<Query>
    {
        public Validator()
        {
            RuleFor(q => q.Filter.Search).MaximumLength(200).OverridePropertyName("search");
            RuleFor(q => q.Filter.Size).InclusiveBetween(1, Cursors.LargestSize).OverridePropertyName("size");
        }
    }

    sealed record Key(DateTime At, Guid Id);

    public sealed class Handler(Db db, Caller caller, Cursors cursors) : IRequestHandler<Query, Page<Item>>
    {
        public async Task<Page<Item>> Handle(Query query, CancellationToken ct)
        {
            var filter = query.Filter;
            var (size, own) = (filter.Size ?? Cursors.DefaultSize, filter.Own == true);
            var after = cursors.Read<Key>(filter.Cursor, $"{nameof(ListInitiatives)}/{own}");
            var words = string.IsNullOrWhiteSpace(filter.Search) ? null : filter.Search.Trim();
            var rows = await db.List<Item>(Sql, new
            {
                Words = words, Pattern = Like.Containing(words), Own = own, caller.Scope.Person, Scope = filter.Scope?.ToString(),
                Status = filter.Status?.ToString(), filter.Area, After = after?.At, AfterId = after?.Id, Take = size + 1,
            }, ct);
            return cursors.Page(rows, size, $"{nameof(ListInitiatives)}/{own}", item => new Key(item.CreatedAt, item.Id));
        }
    }

    // Who reads which is told by the row policies alone.
    const string Sql = """
        select i.id, i.title, i.purpose, i.areas, i.scope, i.by_invitation, i.status, o.name_short organization_name, region.name_ru region_name_ru,
               i.leader_name, cardinality(i.member_ids) member_count, cardinality(i.school_ids) school_count,
               coalesce(@Person = any(i.member_ids), false) mine, coalesce(@Person = any(i.waiting_ids), false) waits, i.created_at
          from initiative i join organization o on o.id = i.organization_id join territory region on region.code = i.region_code
         where (not @Own or @Person = any(i.member_ids) or @Person = any(i.waiting_ids))
           and (@Words::text is null or i.search @@ websearch_to_tsquery('russian', @Words) or i.title ilike @Pattern)
           and (@Scope::text is null or i.scope = @Scope)
           and (@Status::text is null or i.status = @Status)
           and (@Area::text is null or i.areas && array(select d.code from dictionary_entry d where d.dictionary = 'competence-area'
                                                          and (d.code = @Area or d.data ->> 'parent' = @Area)))
           and (@AfterId::uuid is null or (i.created_at, i.id) < (@After::timestamptz, @AfterId))
         order by i.created_at desc, i.id desc limit @Take
        """;
}
