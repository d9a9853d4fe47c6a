using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.Initiatives;

/// <summary>One task that the caller's territory or body has set, with how far the schools are.</summary>
public static class GetSchoolTask
{
    public static void Map(RouteGroupBuilder task) =>
        task.MapGet("", async (Guid taskId, IMediator mediator, CancellationToken ct) =>
                ETags.Conditional(await mediator.Send(new Query(taskId), ct)))
            .Operation(nameof(GetSchoolTask), Permission.SchoolTaskSet);

    public sealed record Query(Guid Id) : IQuery<Result>;

    public sealed record Result : SchoolTaskFacts
    {
        public required string Text { get; init; }

        /// <summary>Title of the initiative in which it is to be done; null where there is none.</summary>
        public required string? InitiativeTitle { get; init; }

        /// <summary>Why it was withdrawn; null where it was not.</summary>
        public required string? WithdrawReason { get; init; }
    }

    public sealed class Handler(Db db, TimeProvider time) : IRequestHandler<Query, Result>
    {
        public Task<Result> Handle(Query query, CancellationToken ct) => db.One<Result>(Sql, new { query.Id, Now = time.GetUtcNow().UtcDateTime }, ct);
    }

    const string Sql = $"""
        select {SchoolTaskFacts.Columns}, t.text, t.withdraw_reason,
               (select i.title from initiative i where i.region_code = t.region_code and i.id = t.initiative_id) initiative_title
          {SchoolTaskFacts.From} and t.id = @Id
        """;
}
