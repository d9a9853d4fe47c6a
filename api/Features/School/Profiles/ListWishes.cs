using MediatR;
using Mentoring.Api.Features.Common.People;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Profiles;

/// <summary>
/// Who plans to become a mentor or a mentee, and how their number grows from year to year. A person without a role at the school finds their
/// own wishes there.
/// </summary>
public static class ListWishes
{
    const int Most = 1000;

    public static void Map(RouteGroupBuilder school) =>
        school.MapGet("/wishes", async (Guid organizationId, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Query(organizationId), ct)))
            .Operation(nameof(ListWishes), Permission.ProfileOwn);

    public sealed record Query(Guid Id) : IQuery<Result>;

    /// <param name="Items">Open wishes, the latest first.</param>
    /// <param name="Years">People who said so in each school year, the latest first.</param>
    public sealed record Result(IReadOnlyList<Item> Items, IReadOnlyList<Year> Years);

    /// <param name="CameTrue">The person has taken part on that side since.</param>
    public sealed record Item(Guid Id, Guid PersonId, string Name, Wish Wish, string Note, DateOnly ExpressedOn, bool CameTrue);

    /// <param name="SchoolYear">Named by the year in which it starts.</param>
    public sealed record Year(int SchoolYear, int Mentors, int Mentees);

    sealed record Row(Guid Id, Guid PersonId, string Name, Wish Wish, string Note, DateOnly ExpressedOn, DateOnly? WithdrawnOn, bool CameTrue);

    public sealed class Handler(Db db, Caller caller) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query query, CancellationToken ct)
        {
            await Place.DemandOwn(query.Id, db, caller, ct);
            var rows = await db.List<Row>(Sql, new { query.Id, Most }, ct);
            return new(
                [.. rows.Where(r => r.WithdrawnOn is null).Select(r => new Item(r.Id, r.PersonId, r.Name, r.Wish, r.Note, r.ExpressedOn, r.CameTrue))],
                [.. rows.GroupBy(r => SchoolYear.Of(r.ExpressedOn)).OrderByDescending(year => year.Key)
                    .Select(year => new Year(year.Key, People(year, Wish.Mentor), People(year, Wish.Mentee)))]);
        }

        static int People(IEnumerable<Row> year, Wish wish) => year.Where(r => r.Wish == wish).Select(r => r.PersonId).Distinct().Count();
    }

    const string Sql = """
        select w.id, w.person_id, person_name(p) name, w.wish, w.note, w.expressed_on, w.withdrawn_on,
               exists (select from program_participant part where part.organization_id = w.organization_id and part.person_id = w.person_id
                          and part.role = w.wish and part.joined_on >= w.expressed_on) came_true
          from wish_to_join w join person p on p.id = w.person_id
         where w.organization_id = @Id
         order by w.expressed_on desc, w.id
         limit @Most
        """;
}
