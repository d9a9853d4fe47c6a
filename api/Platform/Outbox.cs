using System.Text.Json;

namespace Mentoring.Api.Platform;

/// <summary>Something that has to happen after the transaction that decided it: kept in it, handled at least once.</summary>
public interface IMessage;

/// <summary>Handles one kind of message in a scope of its own, as the platform.</summary>
public interface IHandle<in T> where T : IMessage
{
    Task Handle(T message, CancellationToken ct);
}

/// <summary>Puts messages beside the facts that they tell of.</summary>
public sealed class Outbox(Db db)
{
    /// <param name="notBefore">Handled then; at once when null.</param>
    public Task Add<T>(T message, CancellationToken ct, DateTimeOffset? notBefore = null) where T : IMessage => db.Execute(
        "insert into outbox_message (type, payload, due_at) values (@Type, @Payload::jsonb, coalesce(@NotBefore, now()))",
        new { Type = typeof(T).Name, Payload = JsonSerializer.Serialize(message), NotBefore = notBefore?.UtcDateTime }, ct);
}
