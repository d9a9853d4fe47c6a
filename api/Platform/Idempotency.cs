using System.Security.Cryptography;
using System.Text.Json;
using MediatR;

namespace Mentoring.Api.Platform;

/// <summary>
/// <c>Idempotency-Key</c>: the same key with the same request answers what was answered before; with another request it is
/// refused; while the first is still running the second is told so. The key is kept in the transaction that it protects.
/// </summary>
public sealed class Idempotency(Db db, Caller caller, IHttpContextAccessor http)
{
    public const string Header = "Idempotency-Key";

    public sealed record Claimed<T>(string? Key, string Operation, string Hash, bool Replayed, T? Answer);

    sealed record Kept(string Operation, string RequestHash, string Answer);

    public async Task<Claimed<TResult>> Claim<TRequest, TResult>(TRequest request, CancellationToken ct) where TRequest : IRequest<TResult>
    {
        var operation = Operations.NameOf(typeof(TRequest));
        var key = http.HttpContext?.Request.Headers[Header].ToString();
        if (string.IsNullOrEmpty(key) || request is ISecret) return new(null, operation, "", false, default);
        if (key.Length > 100) throw new BadInput("idempotency.key-too-long");

        if (!await db.One<bool>("select pg_try_advisory_xact_lock(hashtextextended(@Key, 7))", new { Key = $"{caller.Id}/{key}" }, ct))
            throw new RuleViolation("idempotency.running");
        var hash = Convert.ToHexString(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(request)));
        var kept = await db.Maybe<Kept>(Find, new { Caller = caller.Id, Key = key }, ct);
        if (kept is null) return new(key, operation, hash, false, default);
        if (kept.Operation != operation || kept.RequestHash != hash) throw new KeyReused();
        return new(key, operation, hash, true, JsonSerializer.Deserialize<TResult>(kept.Answer));
    }

    /// <summary>Whether the request's key was used before: what it answers then costs nothing more.</summary>
    public async Task<bool> IsKnown(CancellationToken ct) =>
        http.HttpContext?.Request.Headers[Header].ToString() is { Length: > 0 } key
        && await db.Maybe<Kept>(Find, new { Caller = caller.Id, Key = key }, ct) is not null;

    public async Task Keep<T>(Claimed<T> claim, T answer, CancellationToken ct)
    {
        if (claim.Key is null) return;
        await db.Execute(Save, new { Caller = caller.Id, claim.Key, claim.Operation, claim.Hash, Answer = JsonSerializer.Serialize(answer) }, ct);
    }

    const string Find = "select operation, request_hash, answer from idempotency_key where caller = @Caller and key = @Key";
    const string Save = """
        insert into idempotency_key (caller, key, operation, request_hash, answer)
        values (@Caller, @Key, @Operation, @Hash, @Answer::jsonb)
        """;
}
