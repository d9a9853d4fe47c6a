using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Psychology;

/// <summary>What waits for the psychologist, the most urgent first.</summary>
public static class GetPsychologyQueue
{
    public static void Map(RouteGroupBuilder work) =>
        work.MapGet("/queue", async (Guid id, IMediator mediator, CancellationToken ct) => TypedResults.Ok(await mediator.Send(new Query(id), ct)))
            .WithSummary("What waits for the psychologist, the most urgent first")
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
            return await db.List<Item>(Sql, new { query.OrganizationId, Today = today, Soon = today.AddDays(14), Now = time.GetUtcNow().UtcDateTime, place.TimeZone }, ct);
        }
    }

    const string Sql = """
        select * from (
            select 'TrainingToClose' kind, id subject_id, null::uuid mentor_id, null::uuid mentee_id, title text, (starts_at at time zone @TimeZone)::date due_on
              from training where organization_id = @OrganizationId and status = 'Planned' and starts_at < @Now
            union all
            select 'PulseToClose', id, null, null, title, closes_on
              from pulse where organization_id = @OrganizationId and status = 'Open' and closes_on < @Today
            union all
            select 'TaskDue', id, null, null, text, due_on
              from psychology_task where organization_id = @OrganizationId and done_on is null and due_on <= @Soon
            union all
            select 'OpinionToGive', pr.id, a.person_id, b.person_id, a.person_name || ' → ' || b.person_name, null
              from program pr
              join program_participant a on a.program_id = pr.id and a.role = 'Mentor' and a.left_on is null
              join program_participant b on b.program_id = pr.id and b.role = 'Mentee' and b.left_on is null
             where pr.organization_id = @OrganizationId and pr.status in ('Draft', 'Consent', 'Council', 'Approved', 'Active', 'Paused')
               and not exists (select from compatibility_opinion c where c.organization_id = @OrganizationId and c.mentor_id = a.person_id and c.mentee_id = b.person_id)
            union all
            select distinct on (b.person_id) 'ReadinessToCheck', b.person_id, null::uuid, null::uuid, b.person_name, null::date
              from program pr join program_participant b on b.program_id = pr.id and b.role = 'Mentee' and b.left_on is null
             where pr.organization_id = @OrganizationId and pr.status in ('Draft', 'Consent', 'Council', 'Approved', 'Active', 'Paused')
               and not exists (select from readiness_check c where c.organization_id = @OrganizationId and c.person_id = b.person_id)) waiting
         order by array_position(array['TrainingToClose', 'PulseToClose', 'TaskDue', 'OpinionToGive', 'ReadinessToCheck'], kind), due_on, text, subject_id
         limit 200
        """;
}
