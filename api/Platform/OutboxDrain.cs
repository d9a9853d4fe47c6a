using System.Text.Json;

namespace Mentoring.Api.Platform;

/// <summary>
/// The job that empties the outbox: one message at a time, each in a transaction of its own that holds the row, so that
/// several workers share the work and a crash leaves the message for the next. A message that fails waits longer each time.
/// </summary>
public sealed partial class OutboxDrain(IServiceScopeFactory scopes, ILogger<OutboxDrain> logger)
{
    static readonly Dictionary<string, Type> Types = typeof(OutboxDrain).Assembly.GetTypes()
        .Where(type => type is { IsClass: true } && type.IsAssignableTo(typeof(IMessage)))
        .ToDictionary(type => type.Name);

    sealed record Row(long Id, string Type, string Payload, int Attempts);

    public async Task Run(CancellationToken ct)
    {
        while (await One(ct))
        {
        }
    }

    async Task<bool> One(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Caller>().BecomeJob(nameof(OutboxDrain));
        var db = scope.ServiceProvider.GetRequiredService<Db>();
        await using var transaction = await db.Begin(ct);
        if (await db.Maybe<Row>(Next, null, ct) is not { } row) return false;

        var error = await Handle(row, ct);
        await db.Execute(error is null ? Processed : Failed, new { row.Id, Error = error, Wait = Math.Min(3600, 5 << Math.Min(row.Attempts, 10)) }, ct);
        await transaction.CommitAsync(ct);
        return true;
    }

    async Task<string?> Handle(Row row, CancellationToken ct)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<Caller>().BecomeJob(row.Type);
            var type = Types[row.Type];
            var message = JsonSerializer.Deserialize(row.Payload, type)!;
            var handler = typeof(IHandle<>).MakeGenericType(type);
            foreach (var each in scope.ServiceProvider.GetServices(handler))
                await (Task)handler.GetMethod(nameof(IHandle<IMessage>.Handle))!.Invoke(each, [message, ct])!;
            return null;
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            MessageFailed(logger, row.Id, row.Type, row.Attempts + 1, failure);
            return DatabaseFailure.Name(failure);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Outbox message {Id} ({Type}) failed, attempt {Attempt}")]
    static partial void MessageFailed(ILogger logger, long id, string type, int attempt, Exception failure);

    const string Next = """
        select id, type, payload, attempts from outbox_message
         where processed_at is null and due_at <= now()
         order by due_at, id limit 1 for update skip locked
        """;
    const string Processed = "update outbox_message set processed_at = now(), attempts = attempts + 1, error = null where id = @Id";
    const string Failed = "update outbox_message set attempts = attempts + 1, error = @Error, due_at = now() + make_interval(secs => @Wait) where id = @Id";
}
