using Dapper;
using Npgsql;

namespace Mentoring.Api.Platform;

/// <summary>
/// The request's way to the database. A read takes a connection and gives it back; a transaction holds one until it ends. So
/// nobody who only waits, be it for news or for a slow reader of the answer, keeps one from the others. The caller's scope
/// travels with the first statement, in the same round trip: with each read outside a transaction, and once inside one.
/// Statements need no transaction object: Npgsql runs them in the connection's open transaction.
/// </summary>
public sealed class Db(NpgsqlDataSource source, Caller caller) : IAsyncDisposable
{
    /// <summary>The open transaction's.</summary>
    NpgsqlConnection? _connection;
    bool _scoped;

    /// <summary>Seconds. A person waits for no statement longer than the driver's own 30; a job may take in a region's year.</summary>
    int? Timeout => caller.Scope.System ? 1800 : null;

    public bool InTransaction => _connection is not null;

    /// <summary>Exactly one row; none is <see cref="NotFound"/>, so that a row out of scope and an absent one look alike.</summary>
    public async Task<T> One<T>(string sql, object? args, CancellationToken ct) =>
        await List<T>(sql, args, ct) is [var row] ? row : throw new NotFound();

    /// <summary>The one row that a command is about, held until it commits: <paramref name="sql"/> says `for update`.</summary>
    /// <param name="seen">The version by which the caller goes, else <see cref="Stale"/>; null where the change does not depend on the rest of the row.</param>
    public async Task<T> Lock<T>(string sql, object args, int? seen, CancellationToken ct) where T : IVersioned =>
        (await One<T>(sql, args, ct)).MustBeAt(seen);

    /// <summary>One row or null.</summary>
    public async Task<T?> Maybe<T>(string sql, object? args, CancellationToken ct) where T : class =>
        await List<T>(sql, args, ct) is [var row, ..] ? row : null;

    public Task<IReadOnlyList<T>> List<T>(string sql, object? args, CancellationToken ct) => On<IReadOnlyList<T>>(async connection =>
    {
        if (_scoped) return (await connection.QueryAsync<T>(new CommandDefinition(sql, args, commandTimeout: Timeout, cancellationToken: ct))).AsList();

        await using var results = await connection.QueryMultipleAsync(Scoped(sql, args, ct));
        await results.ReadAsync();
        _scoped = InTransaction;
        return (await results.ReadAsync<T>()).AsList();
    }, ct);

    /// <summary>Several result sets of one statement batch, read in order by <paramref name="read"/>.</summary>
    public Task<TResult> Many<TResult>(string sql, object? args, Func<SqlMapper.GridReader, Task<TResult>> read, CancellationToken ct) => On(async connection =>
    {
        var command = _scoped ? new CommandDefinition(sql, args, commandTimeout: Timeout, cancellationToken: ct) : Scoped(sql, args, ct);
        await using var results = await connection.QueryMultipleAsync(command);
        if (!_scoped) await results.ReadAsync();
        _scoped = InTransaction;
        return await read(results);
    }, ct);

    /// <summary>Several questions in one round trip, each with the rights of a scope of its own; outside a transaction only.</summary>
    /// <param name="read">Reads what the question at this place answers.</param>
    public async Task Each(IReadOnlyList<(Scope Scope, string Sql)> questions, object? args, Func<int, SqlMapper.GridReader, Task> read, CancellationToken ct)
    {
        if (InTransaction) throw new InvalidOperationException("A transaction keeps the scope that it began with.");
        await using var connection = await source.OpenConnectionAsync(ct);
        var all = new DynamicParameters(args);
        foreach (var (index, question) in questions.Index()) all.AddDynamicParams(ScopeArgs(question.Scope, $"_{index}"));
        var sql = string.Join('\n', questions.Select((question, index) => $"{ScopeSql($"_{index}")};\n{question.Sql};"));
        await using var results = await connection.QueryMultipleAsync(new CommandDefinition(sql, all, commandTimeout: Timeout, cancellationToken: ct));
        for (var index = 0; index < questions.Count; index++)
        {
            await results.ReadAsync();
            await read(index, results);
        }
    }

    /// <returns>The number of rows changed.</returns>
    public async Task<int> Execute(string sql, object? args, CancellationToken ct)
    {
        var connection = _connection ?? throw new InvalidOperationException("Writes run inside a transaction.");
        if (!_scoped)
        {
            await connection.ExecuteAsync(new CommandDefinition(OneScope, ScopeArgs(caller.Scope), commandTimeout: Timeout, cancellationToken: ct));
            _scoped = true;
        }

        return await connection.ExecuteAsync(new CommandDefinition(sql, args, commandTimeout: Timeout, cancellationToken: ct));
    }

    /// <summary>Exactly one row must change: none means that it is absent or out of scope.</summary>
    public async Task ExecuteOne(string sql, object? args, CancellationToken ct)
    {
        if (await Execute(sql, args, ct) != 1) throw new NotFound();
    }

    /// <summary>Opens a transaction; disposing what is returned without a commit rolls back.</summary>
    public async Task<Transaction> Begin(CancellationToken ct)
    {
        if (InTransaction) throw new InvalidOperationException("A transaction is open already.");
        _connection = await source.OpenConnectionAsync(ct);
        return new Transaction(this, await _connection.BeginTransactionAsync(ct));
    }

    /// <summary>The open connection with the scope set, for COPY and for streaming readers. Only inside a transaction.</summary>
    public async Task<NpgsqlConnection> Connection(CancellationToken ct)
    {
        await Execute("select 1", null, ct);
        return _connection!;
    }

    public async ValueTask DisposeAsync()
    {
        if (_connection is { } open) await open.DisposeAsync();
        _connection = null;
        _scoped = false;
    }

    async Task<T> On<T>(Func<NpgsqlConnection, Task<T>> work, CancellationToken ct)
    {
        if (_connection is { } open) return await work(open);
        await using var connection = await source.OpenConnectionAsync(ct);
        return await work(connection);
    }

    CommandDefinition Scoped(string sql, object? args, CancellationToken ct)
    {
        var all = ScopeArgs(caller.Scope);
        if (args is not null) all.AddDynamicParams(args);
        return new CommandDefinition($"{OneScope};\n{sql}", all, commandTimeout: Timeout, cancellationToken: ct);
    }

    static DynamicParameters ScopeArgs(Scope scope, string suffix = "")
    {
        var all = new DynamicParameters();
        foreach (var (name, value) in scope.Settings) all.Add($"scope_{name}{suffix}", value);
        return all;
    }

    static string ScopeSql(string suffix = "") =>
        $"select {string.Join(", ", Scope.None.Settings.Select(setting => $"set_config('scope.{setting.Name}', @scope_{setting.Name}{suffix}, true)"))}";

    static readonly string OneScope = ScopeSql();

    /// <summary>The request's transaction.</summary>
    public sealed class Transaction(Db db, NpgsqlTransaction transaction) : IAsyncDisposable
    {
        public Task CommitAsync(CancellationToken ct) => transaction.CommitAsync(ct);

        public async ValueTask DisposeAsync()
        {
            await transaction.DisposeAsync();
            await db.DisposeAsync();
        }
    }
}
