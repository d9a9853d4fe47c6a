using FluentValidation;
using MediatR;
using Mentoring.Api.Features.School.Matching;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Offers;

/// <summary>Mentors of other schools who offer their help within reach: the own municipality first, then the region, then the country.</summary>
public static class ListMentorOffers
{
    public static void Map(RouteGroupBuilder offers) =>
        offers.MapGet("", async ([AsParameters] Filter filter, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Query(filter), ct)))
            .WithDescription("Only offers to which the mentor's school has agreed, and that hold today.")
            .Operation(nameof(ListMentorOffers), Permission.OfferUse);

    /// <param name="Search">Words in any form, a part of the mentor's name or of the school's.</param>
    /// <param name="Area">Code of the dictionary `competence-area`; those under it too.</param>
    /// <param name="Form">Code of the dictionary `mentoring-form`; offers of any form too.</param>
    /// <param name="Kind">Code of the dictionary `mentoring-kind`; offers of any kind too.</param>
    /// <param name="Remote">True: only where one can work together at a distance.</param>
    /// <param name="Territory">Code of a municipality or a region.</param>
    /// <param name="HasFreePlaces">True: only with a place that nobody has taken on the offer.</param>
    /// <param name="Size">Items of a page, 1 to 200; 50 when absent.</param>
    public sealed record Filter(
        string? Search = null, string? Area = null, string? Form = null, string? Kind = null, bool? Remote = null, string? Territory = null,
        bool? HasFreePlaces = null, string? Cursor = null, int? Size = null);

    public sealed record Query(Filter Filter) : IQuery<Page<Item>>;

    public record Item : OfferFacts
    {
        /// <summary>How many mentees the mentor can take by it today, beside all else that the mentor does.</summary>
        public required int FreePlaces { get; init; }

        /// <summary>The caller has asked for it, and nobody has decided yet.</summary>
        public required bool Asked { get; init; }
    }

    public sealed class Validator : AbstractValidator<Query>
    {
        public Validator()
        {
            RuleFor(q => q.Filter.Search).MaximumLength(200).OverridePropertyName("search");
            RuleFor(q => q.Filter.Size).InclusiveBetween(1, Cursors.LargestSize).OverridePropertyName("size");
        }
    }

    public sealed record After(int Far, string Name, Guid Id);

    internal sealed record Row : Item
    {
        public required Guid MentorId { get; init; }
        public required int Far { get; init; }
    }

    public sealed class Handler(Db db, Caller caller, Cursors cursors, IServiceScopeFactory scopes, TimeProvider time) : IRequestHandler<Query, Page<Item>>
    {
        public async Task<Page<Item>> Handle(Query query, CancellationToken ct)
        {
            var (filter, size) = (query.Filter, query.Filter.Size ?? Cursors.DefaultSize);
            var after = cursors.Read<After>(filter.Cursor, nameof(ListMentorOffers));
            var words = string.IsNullOrWhiteSpace(filter.Search) ? null : filter.Search.Trim();
            var rows = await db.List<Row>(Sql, new
            {
                Words = words, Pattern = Like.Containing(words), filter.Area, filter.Form, filter.Kind, Remote = filter.Remote == true, filter.Territory,
                Free = filter.HasFreePlaces == true, Own = caller.Scope.Organizations.ToArray(), caller.Scope.Person, Now = time.GetUtcNow().UtcDateTime,
                AfterFar = after?.Far, AfterName = after?.Name, AfterId = after?.Id, Take = size + 1,
            }, ct);
            var page = cursors.Page(rows, size, nameof(ListMentorOffers), row => new After(row.Far, row.MentorName, row.Id));
            var free = await FreeMentors.Count([.. page.Items.Select(row => (row.MentorId, row.OrganizationId))], scopes, time, ct);
            return new([.. page.Items.Select(row => row with
            {
                FreePlaces = Math.Min(row.Places - row.Taken, free[(row.MentorId, row.OrganizationId)]),
            })], page.Next);
        }
    }

    // How far an offer reaches is told by the row policies alone.
    const string Sql = $"""
        select {OfferFacts.Columns}, o.mentor_id, 0 free_places, near.far,
               exists (select from offer_request q where q.offer_id = o.id and q.mentee_id = @Person and q.status = 'Asked') asked
          {OfferFacts.From} join organization_zone zone on zone.place_id = o.organization_id
         cross join lateral (
              select coalesce(min(case when own.territory_code = s.territory_code then 0 when own.region_code = o.region_code then 1 else 2 end), 2) far
                from organization own where own.id = any(@Own)) near
         where o.status = 'Open' and o.organization_id <> all(@Own) and o.ends_on > (@Now::timestamptz at time zone zone.time_zone)::date
           and (@Words::text is null or o.search @@ websearch_to_tsquery('russian', @Words) or o.mentor_name ilike @Pattern or s.name_short ilike @Pattern)
           and (@Area::text is null or o.areas && array(select d.code from dictionary_entry d where d.dictionary = 'competence-area'
                                                          and (d.code = @Area or d.data ->> 'parent' = @Area)))
           and (@Form::text is null or o.forms = '{"{}"}' or @Form = any(o.forms))
           and (@Kind::text is null or o.kinds = '{"{}"}' or @Kind = any(o.kinds))
           and (not @Remote or o.remote)
           and (@Territory::text is null or @Territory in (s.territory_code, o.region_code))
           and (not @Free or o.taken < o.places)
           and (@AfterId::uuid is null or (near.far, o.mentor_name, o.id) > (@AfterFar, @AfterName, @AfterId))
         order by near.far, o.mentor_name, o.id
         limit @Take
        """;
}
