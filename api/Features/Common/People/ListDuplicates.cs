using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Common.People;

/// <summary>Pairs of records that are likely one person: the same insurance number, or the same name and birth date or e-mail.</summary>
public static class ListDuplicates
{
    public static void Map(RouteGroupBuilder people) =>
        people.MapGet("/duplicates", async ([AsParameters] Filter filter, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Query(filter.OrganizationId, filter.PersonId, filter.Cursor, filter.Size), ct)))
            .Operation(nameof(ListDuplicates), Permission.PersonMerge);

    /// <param name="OrganizationId">Of which one works or worked there; everywhere in reach when absent.</param>
    /// <param name="PersonId">Of which one is this person.</param>
    /// <param name="Size">Items of a page, 1 to 200; 50 when absent.</param>
    public sealed record Filter(Guid? OrganizationId, Guid? PersonId, string? Cursor, int? Size);

    public sealed record Query(Guid? OrganizationId, Guid? PersonId, string? Cursor, int? Size) : IQuery<Page<Item>>;

    /// <param name="First">The one to keep, unless somebody knows better: it has an account, else it is the older record.</param>
    /// <param name="WithinReach">Whether the caller may decide; else whoever keeps the region does.</param>
    public sealed record Item(Side First, Side Second, IReadOnlyList<LikenessReason> Reasons, bool WithinReach);

    /// <param name="Posts">The latest first.</param>
    public sealed record Side(Guid PersonId, string Name, DateOnly? BirthDate, bool HasAccount, IReadOnlyList<Post> Posts);

    /// <param name="PositionCode">Code of the dictionary `position`.</param>
    /// <param name="EndedOn">The first day without it.</param>
    public sealed record Post(Guid OrganizationId, string OrganizationName, string PositionCode, bool IsMain, DateOnly StartedOn, DateOnly? EndedOn);

    public sealed class Validator : AbstractValidator<Query>
    {
        public Validator() => RuleFor(q => q.Size).InclusiveBetween(1, Cursors.LargestSize);
    }

    sealed record Row(Guid FirstId, Guid SecondId, string SortName, bool Snils, bool Birth, bool Email);

    sealed record Person
    {
        public Guid Id { get; init; }
        public string Name { get; init; } = "";
        public DateOnly? BirthDate { get; init; }
        public bool HasAccount { get; init; }
        public Guid[] OrganizationIds { get; init; } = [];
    }

    sealed record Worked(Guid PersonId, Guid OrganizationId, string OrganizationName, string PositionCode, bool IsMain, DateOnly StartedOn, DateOnly? EndedOn);

    public sealed record After(string Name, Guid FirstId, Guid SecondId);

    public sealed class Handler(Db db, Caller caller, Cursors cursors) : IRequestHandler<Query, Page<Item>>
    {
        public async Task<Page<Item>> Handle(Query query, CancellationToken ct)
        {
            await Place.Demand(query.OrganizationId, db, caller, ct);
            var size = query.Size ?? Cursors.DefaultSize;
            var list = $"{nameof(ListDuplicates)}/{query.OrganizationId}/{query.PersonId}";
            var after = cursors.Read<After>(query.Cursor, list);
            var rows = await db.List<Row>(Sql, new
            {
                query.OrganizationId, query.PersonId, Take = size + 1, AfterName = after?.Name, AfterFirst = after?.FirstId, AfterSecond = after?.SecondId,
            }, ct);
            var page = cursors.Page(rows, size, list, row => new After(row.SortName, row.FirstId, row.SecondId));
            if (page.Items.Count == 0) return new([], null);
            var sides = await Sides([.. page.Items.SelectMany(row => (Guid[])[row.FirstId, row.SecondId]).Distinct()], ct);
            return new([.. page.Items.Select(row => ToItem(row, sides))], page.Next);
        }

        async Task<Sided> Sides(Guid[] ids, CancellationToken ct) => await db.Many(Details, new { Ids = ids }, async results =>
        {
            var people = (await results.ReadAsync<Person>()).ToDictionary(person => person.Id);
            var posts = (await results.ReadAsync<Worked>()).ToLookup(post => post.PersonId);
            var places = (await results.ReadAsync<PersonMerges.Employer>()).ToDictionary(place => place.OrganizationId);
            return new Sided(people, posts, places);
        }, ct);

        sealed record Sided(Dictionary<Guid, Person> People, ILookup<Guid, Worked> Posts, Dictionary<Guid, PersonMerges.Employer> Places);

        Item ToItem(Row row, Sided sided)
        {
            var (first, second) = (sided.People[row.FirstId], sided.People[row.SecondId]);
            if (second.HasAccount && !first.HasAccount) (first, second) = (second, first);
            var places = first.OrganizationIds.Union(second.OrganizationIds)
                .Select(id => sided.Places.TryGetValue(id, out var place) ? place : null).OfType<PersonMerges.Employer>().ToList();
            List<LikenessReason> reasons = [];
            if (row.Snils) reasons.Add(LikenessReason.Snils);
            if (row.Birth) reasons.Add(LikenessReason.BirthDate);
            if (row.Email) reasons.Add(LikenessReason.Email);
            return new(ToSide(first), ToSide(second), reasons, PersonMerges.Covers(caller.Scope, places));

            Side ToSide(Person one) => new(one.Id, one.Name, one.BirthDate, one.HasAccount, [.. sided.Posts[one.Id].Select(post =>
                new Post(post.OrganizationId, post.OrganizationName, post.PositionCode, post.IsMain, post.StartedOn, post.EndedOn))]);
        }
    }

    const string Sql = """
        with seen as materialized (
            select id, name_key, translate(lower(patronymic), 'ё', 'е') patronymic, birth_date, lower(email) email, snils_key, organization_ids
              from person where merged_into is null and pseudonymised_at is null),
        asked as (
            select * from seen
             where (@OrganizationId::uuid is null or @OrganizationId = any(organization_ids)) and (@PersonId::uuid is null or id = @PersonId)),
        pairs as (
            select a.id a, b.id b from asked a join seen b on b.snils_key = a.snils_key and b.id <> a.id
            union
            select a.id, b.id from asked a join seen b on b.name_key = a.name_key and b.birth_date = a.birth_date and b.id <> a.id
            union
            select a.id, b.id from asked a join seen b on b.name_key = a.name_key and b.email = a.email and b.id <> a.id),
        ordered as (select distinct least(a, b) first_id, greatest(a, b) second_id from pairs)
        select o.first_id, o.second_id, f.name_key sort_name, coalesce(f.snils_key = s.snils_key, false) snils,
               alike and coalesce(f.birth_date = s.birth_date, false) birth, alike and coalesce(f.email = s.email, false) email
          from ordered o join seen f on f.id = o.first_id join seen s on s.id = o.second_id
         cross join lateral (select f.name_key = s.name_key and (f.patronymic = s.patronymic) is not false alike) of_name
         where (f.snils_key = s.snils_key) is not false
           and (alike and (f.birth_date = s.birth_date) is not false or f.snils_key = s.snils_key)
           and (@AfterName::text is null or (f.name_key, o.first_id, o.second_id) > (@AfterName, @AfterFirst, @AfterSecond))
         order by sort_name, first_id, second_id limit @Take
        """;

    const string Details = """
        select p.id, person_name(p) as name, p.birth_date, exists (select from identity.account a where a.person_id = p.id) has_account, p.organization_ids
          from person p where p.id = any(@Ids);
        select e.person_id, e.organization_id, o.name_short organization_name, e.position_code, e.is_main, e.started_on, e.ended_on
          from employment e join organization o on o.id = e.organization_id where e.person_id = any(@Ids) order by e.started_on desc, e.id;
        select o.id organization_id, o.region_code from organization o
         where o.id in (select unnest(organization_ids) from person where id = any(@Ids));
        """;
}
