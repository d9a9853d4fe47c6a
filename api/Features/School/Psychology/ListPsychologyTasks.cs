using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Psychology;

/// <summary>The psychologist's plan: what is to be done first, then what was done. At most 500.</summary>
public static class ListPsychologyTasks
{
    public static void Map(RouteGroupBuilder work) =>
        work.MapGet("/tasks", async (Guid organizationId, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Query(organizationId), ct)))
            .Operation(nameof(ListPsychologyTasks), Permission.PsychologyWork);

    public sealed record Query(Guid OrganizationId) : IQuery<IReadOnlyList<Item>>;

    public sealed record Item
    {
        public required Guid Id { get; init; }
        public required TaskDirection Direction { get; init; }
        public required string Text { get; init; }
        /// <summary>Codes of the dictionary `psychology-method`.</summary>
        public required string[] Methods { get; init; }
        public required DateOnly DueOn { get; init; }
        /// <summary>Null while it is to be done.</summary>
        public required DateOnly? DoneOn { get; init; }
        public required string? Result { get; init; }
        public required int Version { get; init; }
    }

    public sealed class Handler(Db db, Caller caller) : IRequestHandler<Query, IReadOnlyList<Item>>
    {
        public async Task<IReadOnlyList<Item>> Handle(Query query, CancellationToken ct)
        {
            await Place.Of(query.OrganizationId, db, caller, ct);
            return await db.List<Item>("""
                select id, direction, text, methods, due_on, done_on, result, version from psychology_task
                 where organization_id = @OrganizationId order by done_on is not null, case when done_on is null then due_on end, done_on desc, id limit 500
                """, query, ct);
        }
    }
}
