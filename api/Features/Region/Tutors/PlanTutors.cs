using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.Tutors;

/// <summary>
/// The best proposal for all teachers without a tutor in the schools that the body stands behind: nothing is sent to anybody. What is
/// wanted of it is sent by `ProposeTutors`.
/// </summary>
public static class PlanTutors
{
    public static void Map(RouteGroupBuilder ofBody) =>
        ofBody.MapGet("/tutor-plan", async (Guid organizationId, bool? asked, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Query(organizationId, asked == true), ct)))
            .WithDescription("Whoever asked comes before whoever did not; then zones of competence, municipality and free places decide. "
                + "The first 500 pairs are listed: as many as one proposal sends.")
            .Operation(nameof(PlanTutors), Permission.TutorManage);

    /// <param name="Asked">True: for those alone who asked for a tutor.</param>
    public sealed record Query(Guid OrganizationId, bool Asked) : IQuery<Result>;

    /// <param name="Teachers">Without a tutor and without an open offer.</param>
    /// <param name="Served">For how many of them there is a tutor.</param>
    /// <param name="NoPlace">A tutor would fit, but the places are taken.</param>
    /// <param name="NobodyFits">No tutor with a free place has the sector, the municipality and one of the zones.</param>
    /// <param name="Places">Free places of the tutors who take new teachers.</param>
    /// <param name="Pairs">Those who asked first; at most 500.</param>
    public sealed record Result(int Teachers, int Served, int NoPlace, int NobodyFits, int Places, IReadOnlyList<Pair> Pairs);

    /// <param name="TeacherId">The teacher as a person.</param>
    /// <param name="TutorId">The tutor as a person.</param>
    /// <param name="Asked">The teacher asked for a tutor.</param>
    /// <param name="Areas">Of the dictionary `competence-area`: what the teacher asked for and the tutor helps with.</param>
    /// <param name="Zones">0 to 50, by the share of the areas asked for; 25 where none was named.</param>
    /// <param name="Place">20 for a tutor of that very municipality, 10 for one who works everywhere.</param>
    /// <param name="Load">0 to 15, by the share of the tutor's places that is free.</param>
    public sealed record Pair(
        Guid TeacherId, string TeacherName, string SchoolName, Guid TutorId, string TutorName, bool Asked, IReadOnlyList<string> Areas, int Zones, int Place,
        int Load);

    sealed record Teacher
    {
        public Guid PersonId { get; init; }
        public required string PersonName { get; init; }
        public required string NameShort { get; init; }
        public required string TerritoryCode { get; init; }
        public required string Sector { get; init; }
        public string[] Areas { get; init; } = [];
        public bool Asked { get; init; }
    }

    sealed record Tutor
    {
        public Guid PersonId { get; init; }
        public required string PersonName { get; init; }
        public string[] Zones { get; init; } = [];
        public string[] Sectors { get; init; } = [];
        public string[] Territories { get; init; } = [];
        public int Capacity { get; init; }
        public int Taken { get; init; }
    }

    public sealed class Handler(Db db, Caller caller, TimeProvider time) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query query, CancellationToken ct)
        {
            var place = await Place.Of(query.OrganizationId, db, caller, ct);
            var (teachers, tutors) = await db.Many(Sql, new { Body = query.OrganizationId, Today = place.Today(time), query.Asked },
                async rows => ((await rows.ReadAsync<Teacher>()).ToList(), (await rows.ReadAsync<Tutor>()).ToList()), ct);

            var codes = tutors.SelectMany(t => t.Zones).Distinct().Take(64).Index().ToDictionary(at => at.Item, at => 1UL << at.Index);
            // An area in which nobody helps is none of those that could be met: it stays a part of what was asked for.
            ulong Bits(IEnumerable<string> areas) => areas.Aggregate(0UL, (all, area) => all | codes.GetValueOrDefault(area, 1UL << 63));
            List<Tutee> tutees = [.. teachers.Select(t => new Tutee(t.PersonId, t.Sector, t.TerritoryCode, t.Asked, Bits(t.Areas)))];
            List<TutorPlaces> places = [.. tutors.Select(t => new TutorPlaces(t.PersonId, t.Sectors.ToHashSet(), t.Territories.ToHashSet(), Bits(t.Zones),
                t.Capacity, t.Taken))];
            var chosen = TutorPlan.Of(tutees, places);
            var left = Enumerable.Range(0, tutees.Count).Where(i => chosen[i] < 0).ToList();
            var nobody = left.Count(i => !places.Exists(tutor => TutorScore.Of(tutees[i], tutor) is not null));
            return new(teachers.Count, teachers.Count - left.Count, left.Count - nobody, nobody, places.Sum(tutor => tutor.Free),
                [.. Enumerable.Range(0, tutees.Count).Where(i => chosen[i] >= 0).Take(ProposeTutors.Most)
                    .Select(i => Shown(teachers[i], tutors[chosen[i]], TutorScore.Of(tutees[i], places[chosen[i]])!.Value))]);
        }

        static Pair Shown(Teacher teacher, Tutor tutor, TutorScore score) => new(teacher.PersonId, teacher.PersonName, teacher.NameShort, tutor.PersonId,
            tutor.PersonName, teacher.Asked, [.. teacher.Areas.Intersect(tutor.Zones)], score.Zones, score.Place, score.Load);
    }

    // Whoever has waited longest comes first of those who asked.
    const string Sql = $"""
        select person_id, person_name, name_short, territory_code, sector, areas, asked from (
            select a.person_id, a.person_name, o.name_short, o.territory_code, o.sector, a.areas, true asked, a.asked_at
              from tutor_assignment a join organization o on o.id = a.organization_id
             where a.body_id = @Body and a.status = 'Requested' and {TutoringSql.Served}
            union all
            select t.person_id, t.person_name, t.name_short, t.territory_code, t.sector, array[]::text[], false, null
              from tutorable(@Body) t where not @Asked) q
         order by asked desc, asked_at, person_name, person_id;
        select t.person_id, t.person_name, t.zones, t.sectors, t.territories, t.capacity,
               (select count(*)::int from tutor_assignment a
                 where a.body_id = t.body_id and a.tutor_id = t.person_id and a.status in ('Active', 'Proposed')) taken
          from tutor t where t.body_id = @Body and t.period @> @Today::date and t.accepts_new
         order by t.person_name, t.person_id
        """;
}
