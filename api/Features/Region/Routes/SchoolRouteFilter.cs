using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.Routes;

/// <summary>Which routes of a school are wanted: one question for the list and for its file.</summary>
/// <param name="Status">All when absent.</param>
/// <param name="Search">A part of the teacher's name.</param>
public sealed record SchoolRouteFilter(RouteStatus? Status = null, string? Search = null)
{
    internal object Args(Guid organization, string? name, Guid? id, int take) => new
    {
        Organization = organization, Status = Status?.ToString(), Pattern = Like.Containing(Search), Name = name, Id = id, Take = take,
    };

    internal const string Sql = """
        select s.route_id id, person_name(p) person_name, s.status, s.starts_on, s.ends_on, s.activities, s.activities_done, s.products,
               case when s.status not in ('Completed', 'Closed') then s.next_on end next_on, s.last_activity_at
          from route_state s join person p on p.id = s.person_id
         where s.organization_id = @Organization and (@Status::text is null or s.status = @Status)
           and (@Pattern::text is null or person_name(p) ilike @Pattern)
           and (@Id::uuid is null or (person_name(p), s.route_id) > (@Name, @Id))
         order by person_name(p), s.route_id
         limit @Take
        """;
}

/// <summary>How far a teacher's route is: all that the school may know.</summary>
/// <param name="Activities">Of the roadmap, without those that were called off.</param>
/// <param name="NextOn">By when the next activity is to end.</param>
/// <param name="LastActivityAt">When the teacher was last at it.</param>
public sealed record SchoolRoute(
    Guid Id, string PersonName, RouteStatus Status, DateOnly StartsOn, DateOnly EndsOn, int Activities, int ActivitiesDone, int Products, DateOnly? NextOn,
    DateTime LastActivityAt);
