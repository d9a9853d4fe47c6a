using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Psychology;

/// <summary>The trainings to which the caller is or was invited. The latest 50.</summary>
public static class ListMyTrainings
{
    public static void Map(RouteGroupBuilder mine) =>
        mine.MapGet("/trainings", async (IMediator mediator, CancellationToken ct) => TypedResults.Ok(await mediator.Send(new Query(), ct)))
            .Operation(nameof(ListMyTrainings), Permission.PulseAnswer);

    public sealed record Query : IQuery<IReadOnlyList<Item>>;

    /// <param name="CancelReason">Why it was called off, where it was.</param>
    public sealed record Item(
        Guid Id, string Title, TrainingTopic Topic, string? About, DateTime StartsAt, int DurationMinutes, string Place, TrainingStatus Status,
        string? CancelReason, Attendance Attendance);

    public sealed class Handler(Db db, Caller caller) : IRequestHandler<Query, IReadOnlyList<Item>>
    {
        public Task<IReadOnlyList<Item>> Handle(Query query, CancellationToken ct) => db.List<Item>("""
            select t.id, t.title, t.topic, t.about, t.starts_at, t.duration_minutes, t.place, t.status,
                   case when t.status = 'Cancelled' then t.outcome end cancel_reason, s.attendance
              from training_place s join training t on t.id = s.training_id
             where s.person_id = @Person and t.organization_id = any(@Organizations)
             order by t.starts_at desc, t.id limit 50
            """, new { caller.Person, Organizations = caller.Scope.Organizations.ToArray() }, ct);
    }
}
