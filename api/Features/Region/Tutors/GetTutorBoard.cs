using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.Tutors;

/// <summary>How a body's tutors are loaded: places, who waits for a tutor or an answer, and who is near the limit.</summary>
public static class GetTutorBoard
{
    public static void Map(RouteGroupBuilder ofBody) =>
        ofBody.MapGet("/tutor-board", async (Guid organizationId, IMediator mediator, CancellationToken ct) =>
                ETags.Conditional(await mediator.Send(new Query(organizationId), ct)))
            .Operation(nameof(GetTutorBoard), Permission.TutorManage);

    public sealed record Query(Guid OrganizationId) : IQuery<Result>;

    /// <param name="Tutors">Who works today.</param>
    /// <param name="Capacity">Teachers whom they can accompany at one time.</param>
    /// <param name="Active">Teachers whom they accompany.</param>
    /// <param name="Proposed">Offers that wait for the teacher's answer.</param>
    /// <param name="Overdue">Those of them that should have been answered by today.</param>
    /// <param name="Requested">Teachers who asked for a tutor and to whom none is offered yet.</param>
    /// <param name="NearLimit">From 90 percent of the capacity on, the fullest first; at most 20.</param>
    public sealed record Result(int Tutors, int Capacity, int Active, int Proposed, int Overdue, int Requested, IReadOnlyList<Full> NearLimit);

    /// <param name="Id">Of the registry.</param>
    /// <param name="Taken">Active and proposed.</param>
    public sealed record Full(Guid Id, string PersonName, int Taken, int Capacity);

    sealed record Sums(int Proposed, int Overdue, int Requested);

    public sealed class Handler(Db db, Caller caller, TimeProvider time) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query query, CancellationToken ct)
        {
            var place = await Place.Of(query.OrganizationId, db, caller, ct);
            var args = new { Body = query.OrganizationId, Today = place.Today(time) };
            var (tutors, sums) = await db.Many(Sql, args,
                async rows => ((await rows.ReadAsync<TutorLoad>()).ToList(), await rows.ReadSingleAsync<Sums>()), ct);
            return new(tutors.Count, tutors.Sum(t => t.Capacity), tutors.Sum(t => t.Active), sums.Proposed, sums.Overdue, sums.Requested,
                [.. tutors.Where(t => t.Taken * 100 >= t.Capacity * TutoringLife.NearLimit).OrderBy(t => t.Capacity - t.Taken).ThenBy(t => t.PersonName)
                    .Take(20).Select(t => new Full(t.Id, t.PersonName, t.Taken, t.Capacity))]);
        }
    }

    internal sealed record TutorLoad(Guid Id, string PersonName, int Capacity, int Active, int Taken);

    const string Sql = """
        select t.id, t.person_name, t.capacity, count(a.id) filter (where a.status = 'Active')::int active, count(a.id)::int taken
          from tutor t left join tutor_assignment a on a.body_id = t.body_id and a.tutor_id = t.person_id and a.status in ('Active', 'Proposed')
         where t.body_id = @Body and t.period @> @Today::date
         group by t.region_code, t.id;
        select count(*) filter (where status = 'Proposed')::int proposed, count(*) filter (where status = 'Proposed' and answer_by < @Today)::int overdue,
               count(*) filter (where status = 'Requested')::int requested
          from tutor_assignment where body_id = @Body and status in ('Proposed', 'Requested')
        """;
}
