using Hangfire;
using Hangfire.Storage;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Common.BackgroundJobs;

/// <summary>Runs that failed as often as is tried and wait for somebody, the newest first. At most 100.</summary>
public static class ListFailedJobs
{
    const int Most = 100;

    public static void Map(RouteGroupBuilder jobs) =>
        jobs.MapGet("/failed", async (IMediator mediator, CancellationToken ct) => TypedResults.Ok(await mediator.Send(new Query(), ct)))
            .Operation(nameof(ListFailedJobs), Permission.OperationsWatch);

    public sealed record Query : IQuery<IReadOnlyList<Item>>;

    /// <param name="Job">The job of the clock that it was a run of, or the work by its name.</param>
    /// <param name="Error">What kind of failure; what it says may name people and stands in the log alone.</param>
    public sealed record Item(string Id, string Job, DateTime? FailedAt, string? Error);

    public sealed class Handler(JobStorage storage) : IRequestHandler<Query, IReadOnlyList<Item>>
    {
        public Task<IReadOnlyList<Item>> Handle(Query query, CancellationToken ct)
        {
            using var connection = storage.GetConnection();
            var byWork = connection.GetRecurringJobs().Where(job => job.Job is not null).ToLookup(job => job.Job.Type.Name, job => job.Id);
            IReadOnlyList<Item> items = [.. storage.GetMonitoringApi().FailedJobs(0, Most).Where(failed => failed.Value is not null).Select(failed =>
            {
                var work = failed.Value.Job?.Type.Name ?? "";
                return new Item(failed.Key, byWork[work].FirstOrDefault() ?? work, failed.Value.FailedAt, failed.Value.ExceptionType?.Split('.')[^1]);
            })];
            return Task.FromResult(items);
        }
    }
}
