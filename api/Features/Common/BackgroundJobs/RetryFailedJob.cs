using System.Globalization;
using Hangfire;
using Hangfire.States;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Common.BackgroundJobs;

/// <summary>Tries a run again that has failed as often as is tried.</summary>
public static class RetryFailedJob
{
    public static void Map(RouteGroupBuilder jobs) =>
        jobs.MapPost("/failed/{failedJobId}/retry", async (string failedJobId, IMediator mediator, CancellationToken ct) =>
            {
                await mediator.Send(new Command(failedJobId), ct);
                return TypedResults.Accepted((string?)null);
            })
            .Operation(nameof(RetryFailedJob), Permission.OperationsWatch);

    public sealed record Command(string Id) : ICommand<Done>;

    /// <summary>Somebody wants a failed run to be tried again.</summary>
    public sealed record RetryWanted(string Id) : IMessage;

    public sealed class Handler(JobStorage storage, Outbox outbox, Audit audit) : IRequestHandler<Command, Done>
    {
        public async Task<Done> Handle(Command command, CancellationToken ct)
        {
            // Hangfire counts its jobs; of anything else it knows none.
            using var connection = storage.GetConnection();
            var counted = long.TryParse(command.Id, NumberStyles.None, CultureInfo.InvariantCulture, out _);
            if (!counted || connection.GetStateData(command.Id) is not { } state) throw new NotFound();
            if (state.Name != FailedState.StateName) throw new RuleViolation("job.not-failed");
            await outbox.Add(new RetryWanted(command.Id), ct);
            audit.AboutPlatform(new FailedJobRetried(command.Id));
            return new();
        }
    }

    /// <summary>From the failed state alone: a message that comes twice changes nothing the second time.</summary>
    public sealed class Requeue(IBackgroundJobClient jobs) : IHandle<RetryWanted>
    {
        public Task Handle(RetryWanted message, CancellationToken ct)
        {
            jobs.Requeue(message.Id, FailedState.StateName);
            return Task.CompletedTask;
        }
    }
}
