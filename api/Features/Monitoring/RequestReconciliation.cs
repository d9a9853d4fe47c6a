using Hangfire;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Monitoring;

/// <summary>A reconciliation was asked for.</summary>
public sealed record ReconciliationRequested(Guid Id) : IMessage;

/// <summary>Asks for all sums to be computed anew and compared with those that are kept.</summary>
public static class RequestReconciliation
{
    public static void Map(RouteGroupBuilder monitoring) =>
        monitoring.MapPost("/monitoring/reconciliations", async (IMediator mediator, CancellationToken ct) =>
            {
                var result = await mediator.Send(new Command(), ct);
                return TypedResults.Accepted($"/api/v1/monitoring/reconciliations/{result.Id}", result);
            })
            .Operation(nameof(RequestReconciliation), Permission.OperationsWatch);

    public sealed record Command : ICommand<Result>;

    public sealed record Result(Guid Id);

    public sealed class Handler(Db db, Caller caller, Outbox outbox, Audit audit, TimeProvider time) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var now = time.GetUtcNow();
            var id = Guid.CreateVersion7(now);
            if (await db.Execute(Insert, new { Id = id, Now = now.UtcDateTime, Since = now.UtcDateTime.AddHours(-1), By = caller.Id }, ct) == 0)
                throw new RuleViolation("reconciliation.running");
            await outbox.Add(new ReconciliationRequested(id), ct);
            audit.AboutPlatform(new ReconciliationAsked(id));
            return new(id);
        }
    }

    public sealed class Start(IBackgroundJobClient jobs) : IHandle<ReconciliationRequested>
    {
        public Task Handle(ReconciliationRequested message, CancellationToken ct)
        {
            jobs.Enqueue<ReconcileIndicators>(job => job.Run(message.Id, CancellationToken.None));
            return Task.CompletedTask;
        }
    }

    /// <summary>One at a time; one that has been silent for an hour has died and stands in nobody's way.</summary>
    const string Insert = """
        insert into reconciliation (id, requested_at, requested_by)
        select @Id, @Now, @By where not exists (select from reconciliation where finished_at is null and requested_at > @Since)
        """;
}
