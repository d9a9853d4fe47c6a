using Hangfire;
using Hangfire.Storage;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Common.BackgroundJobs;

/// <summary>Runs a job of the clock now, beside its schedule; what of it waits to be tried again is tried too.</summary>
public static class RunJob
{
    public static void Map(RouteGroupBuilder jobs) =>
        jobs.MapPost("/{jobId}/run", async (string jobId, IMediator mediator, CancellationToken ct) =>
            {
                await mediator.Send(new Command(jobId), ct);
                return TypedResults.Accepted((string?)null);
            })
            .Operation(nameof(RunJob), Permission.OperationsWatch);

    public sealed record Command(string Id) : ICommand<Done>;

    /// <summary>Somebody wants a job to run now.</summary>
    /// <param name="Work">Under which its failures are noted.</param>
    public sealed record JobWanted(string Id, string Work) : IMessage;

    public sealed class Handler(JobStorage storage, Outbox outbox, Audit audit) : IRequestHandler<Command, Done>
    {
        public async Task<Done> Handle(Command command, CancellationToken ct)
        {
            using var connection = storage.GetConnection();
            if (connection.GetRecurringJobs().Find(job => job.Id == command.Id && !job.Removed) is not { Job: { } known }) throw new NotFound();
            await outbox.Add(new JobWanted(command.Id, known.Type.Name), ct);
            audit.AboutPlatform(new JobStarted(command.Id));
            return new();
        }
    }

    /// <summary>Hangfire joins no transaction of ours, so it is asked once ours is over.</summary>
    public sealed class Start(Db db, IRecurringJobManager jobs, TimeProvider time) : IHandle<JobWanted>
    {
        public async Task Handle(JobWanted message, CancellationToken ct)
        {
            await using var transaction = await db.Begin(ct);
            await db.Execute("update due_failure set due_at = @Now where split_part(job, '/', 1) = @Work and due_at > @Now",
                new { message.Work, Now = time.GetUtcNow().UtcDateTime }, ct);
            await transaction.CommitAsync(ct);
            jobs.Trigger(message.Id);
        }
    }
}
