using Mentoring.Api.Features.Common.Agenda;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.Routes;

/// <summary>What waits for a teacher on the own route: activities whose term is near or over, and the end of the route itself.</summary>
sealed class RoutesTasks : IAgenda
{
    public IReadOnlyList<AgendaQuestion> All => [new(Permission.RouteOwn, Activities), new(Permission.RouteOwn, Ends)];

    const string Activities = """
        select 'RouteActivityDue', a.id, a.title, o.name_short, null, null, r.organization_id, a.ends_on, a.ends_on < day.today, null, '/my-route'
          from route r join route_activity a on a.region_code = r.region_code and a.route_id = r.id join day on day.place_id = r.organization_id
          join organization o on o.id = r.organization_id
         where r.person_id = @Person and r.status in ('InProgress', 'Reflection') and a.dropped_at is null and a.status in ('Planned', 'InProgress')
           and a.ends_on <= day.today + 14
        """;

    const string Ends = """
        select 'RouteEnds', r.id, o.name_short, null, null, null, r.organization_id, r.ends_on, r.ends_on < day.today, null, '/my-route'
          from route r join day on day.place_id = r.organization_id join organization o on o.id = r.organization_id
         where r.person_id = @Person and r.status not in ('Completed', 'Closed') and r.ends_on <= day.today + 90
        """;
}
