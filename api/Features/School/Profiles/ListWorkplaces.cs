using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Profiles;

/// <summary>Where the caller works today, and which profiles the caller has there.</summary>
public static class ListWorkplaces
{
    public static void Map(RouteGroupBuilder workplaces) =>
        workplaces.MapGet("/", async (IMediator mediator, CancellationToken ct) => TypedResults.Ok(await mediator.Send(new Query(), ct)))
            .Operation(nameof(ListWorkplaces), Permission.ProfileOwn);

    public sealed record Query : IQuery<IReadOnlyList<Item>>;

    /// <param name="PositionCode">Code of the dictionary `position`.</param>
    /// <param name="Mentor">Null while the caller has no such profile.</param>
    /// <param name="Mentee">Null while the caller has no such profile.</param>
    public sealed record Item(Guid OrganizationId, string OrganizationName, Guid PersonId, string PositionCode, MentorStatus? Mentor, MenteeStatus? Mentee);

    public sealed class Handler(Db db, Caller caller, TimeProvider time) : IRequestHandler<Query, IReadOnlyList<Item>>
    {
        public Task<IReadOnlyList<Item>> Handle(Query query, CancellationToken ct) =>
            db.List<Item>(Sql, new { Person = caller.Scope.Person ?? Guid.Empty, Now = time.GetUtcNow().UtcDateTime }, ct);
    }

    const string Sql = """
        select organization_id, organization_name, person_id, position_code, mentor, mentee
          from (select distinct on (e.organization_id) e.organization_id, o.name_short organization_name, e.person_id, e.position_code, e.is_main,
                       m.status mentor, n.status mentee
                  from employment e
                  join organization o on o.id = e.organization_id
                  join organization_zone t on t.place_id = e.organization_id
                  left join mentor_profile m on m.organization_id = e.organization_id and m.person_id = e.person_id
                  left join mentee_profile n on n.organization_id = e.organization_id and n.person_id = e.person_id
                 where e.person_id = @Person and e.started_on <= (@Now::timestamptz at time zone t.time_zone)::date
                   and (e.ended_on is null or e.ended_on > (@Now::timestamptz at time zone t.time_zone)::date)
                 order by e.organization_id, e.is_main desc, e.started_on) place
         order by is_main desc, organization_name
        """;
}
