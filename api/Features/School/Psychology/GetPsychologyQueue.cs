using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Psychology;

/// <summary>What waits for the psychologist, the most urgent first. At most 200.</summary>
public static class GetPsychologyQueue
{
    public static void Map(RouteGroupBuilder work) =>
        work.MapGet("/queue", async (Guid organizationId, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Query(organizationId), ct)))
            .Operation(nameof(GetPsychologyQueue), Permission.PsychologyWork);

    public enum Kind { TrainingToClose, PulseToClose, TaskDue, OpinionToGive, ReadinessToCheck }

    public sealed record Query(Guid OrganizationId) : IQuery<IReadOnlyList<Item>>;

    /// <param name="SubjectId">The training, pulse, task, program or person.</param>
    /// <param name="MentorId">Of a pair that waits for an opinion.</param>
    /// <param name="Text">Names of people, or the title of what waits.</param>
    /// <param name="DueOn">When it is or was due, where there is such a day.</param>
    public sealed record Item(Kind Kind, Guid SubjectId, Guid? MentorId, Guid? MenteeId, string Text, DateOnly? DueOn);

    public sealed class Handler(Db db, Caller caller, TimeProvider time) : IRequestHandler<Query, IReadOnlyList<Item>>
    {
        public async Task<IReadOnlyList<Item>> Handle(Query query, CancellationToken ct)
        {
            var place = await Place.Of(query.OrganizationId, db, caller, ct);
            var today = place.Today(time);
            return await db.List<Item>(Sql, new { query.OrganizationId, Today = today, Now = time.GetUtcNow().UtcDateTime }, ct);
        }
    }

    const string Sql = $"""
        with here as (select place_id, time_zone, @Today::date today from organization_zone where place_id = @OrganizationId)
        select kind, subject_id, mentor_id, mentee_id, text, due_on from ({PsychologyWaits.Sql}) waiting
         order by array_position(array['TrainingToClose', 'PulseToClose', 'TaskDue', 'OpinionToGive', 'ReadinessToCheck'], kind), due_on, text, subject_id
         limit 200
        """;
}
