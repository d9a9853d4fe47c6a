using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Analysis;

/// <summary>Where the school's teachers have difficulties, what programs answer them, and which are not answered.</summary>
public static class GetCouncilAnalysis
{
    public static void Map(RouteGroupBuilder ofSchool) =>
        ofSchool.MapGet("/analysis", async (Guid organizationId, IMediator mediator, CancellationToken ct) =>
            TypedResults.Ok(await mediator.Send(new Query(organizationId), ct)))
            .Operation(nameof(GetCouncilAnalysis), Permission.CouncilRead);

    public sealed record Query(Guid OrganizationId) : IQuery<Result>;

    /// <param name="Unanswered">At most 200, the gravest first.</param>
    public sealed record Result(IReadOnlyList<Area> Areas, IReadOnlyList<Topic> Topics, IReadOnlyList<Gap> Unanswered);

    /// <param name="AreaCode">Code of the dictionary `competence-area`.</param>
    /// <param name="Difficulties">Noted by mentees and not closed.</param>
    /// <param name="Grave">Of them, those of the highest level.</param>
    /// <param name="Goals">Of running programs in this area.</param>
    /// <param name="Measured">Goals with a measure before and after, in programs of the last two years.</param>
    /// <param name="Improved">Of them, those that moved towards their target.</param>
    /// <param name="Mentors">Confirmed mentors who help in this area.</param>
    /// <param name="Unanswered">People with an open difficulty here and no goal in this area in a running program.</param>
    public sealed record Area(string AreaCode, int Difficulties, int Grave, int People, int Goals, int Measured, int Improved, int Mentors, int Unanswered);

    /// <param name="TopicCode">Code of the dictionary `mentor-topic`.</param>
    /// <param name="Mentors">Confirmed mentors who help with it.</param>
    public sealed record Topic(string TopicCode, int Difficulties, int People, int Mentors);

    /// <summary>A difficulty that no running program answers.</summary>
    /// <param name="Level">1 to 3, the gravest.</param>
    /// <param name="ProgramId">The person's running program, which could be corrected; null without one.</param>
    public sealed record Gap(Guid PersonId, string Name, string AreaCode, string Text, int Level, DateOnly NotedOn, Guid? ProgramId, string? ProgramTitle);

    public sealed class Handler(Db db, Caller caller, TimeProvider time) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query query, CancellationToken ct)
        {
            caller.Scope.MustReach(query.OrganizationId);
            var today = await RegionTime.TodayAt(query.OrganizationId, db, time, ct);
            return await db.Many(Sql, new { query.OrganizationId, Today = today }, async results => new Result(
                [.. await results.ReadAsync<Area>()], [.. await results.ReadAsync<Topic>()], [.. await results.ReadAsync<Gap>()]), ct);
        }
    }

    const string Open = """
        open as (
            select d.*, exists (select from program_participant part join program p on p.id = part.program_id join program_goal g on g.program_id = p.id
                                 where part.person_id = d.person_id and part.role = 'Mentee' and part.left_on is null
                                   and p.organization_id = d.organization_id and p.status in ('Active', 'Paused') and g.area_code = d.area_code) answered
              from mentee_difficulty d where d.organization_id = @OrganizationId and d.closed_on is null)
        """;

    const string Sql = $"""
        with {Open},
        noted as (
            select area_code, count(*)::int difficulties, (count(*) filter (where level = 3))::int grave, count(distinct person_id)::int people,
                   (count(distinct person_id) filter (where not answered))::int unanswered
              from open group by area_code),
        goals as (
            select g.area_code, (count(*) filter (where p.status in ('Active', 'Paused')))::int goals,
                   (count(*) filter (where g.measure_before is not null and g.measure_after is not null))::int measured,
                   (count(*) filter (where (g.measure_after - g.measure_before) * sign(coalesce(g.measure_target,
                       g.measure_before + 1) - g.measure_before) > 0))::int improved
              from program p join program_goal g on g.program_id = p.id
             where p.organization_id = @OrganizationId and p.status in ('Active', 'Paused', 'Completed') and p.ends_on > @Today - interval '2 years'
             group by g.area_code)
        select coalesce(n.area_code, g.area_code) area_code, coalesce(n.difficulties, 0) difficulties, coalesce(n.grave, 0) grave, coalesce(n.people, 0) people,
               coalesce(g.goals, 0) goals, coalesce(g.measured, 0) measured, coalesce(g.improved, 0) improved,
               (select count(*)::int from mentor_profile m where m.organization_id = @OrganizationId and m.status = 'Confirmed'
                   and coalesce(n.area_code, g.area_code) = any(m.areas)) mentors,
               coalesce(n.unanswered, 0) unanswered
          from noted n full join goals g on g.area_code = n.area_code
         order by coalesce(n.unanswered, 0) desc, coalesce(n.difficulties, 0) desc, coalesce(g.goals, 0) desc, 1;

        select d.topic_code, count(*)::int difficulties, count(distinct d.person_id)::int people,
               (select count(*)::int from mentor_profile m where m.organization_id = @OrganizationId and m.status = 'Confirmed'
                   and d.topic_code = any(m.topics)) mentors
          from mentee_difficulty d
         where d.organization_id = @OrganizationId and d.closed_on is null and d.topic_code is not null
         group by d.topic_code order by 2 desc, 1;

        with {Open}
        select o.person_id, person_name(p) as name, o.area_code, o.text, o.level, o.noted_on, running.id program_id, running.title program_title
          from open o
          join person p on p.id = o.person_id
          left join lateral (
              select g.id, g.title from program g join program_participant part on part.program_id = g.id
               where part.person_id = o.person_id and part.role = 'Mentee' and part.left_on is null and g.organization_id = @OrganizationId
                  and g.status in ('Active', 'Paused')
               order by g.starts_on desc, g.id limit 1) running on true
         where not o.answered
         order by o.level desc, o.noted_on, name limit 200
        """;
}
