using Dapper;
using Npgsql;

namespace Mentoring.Api.Platform;

/// <summary>
/// The request's one connection. The caller's scope travels with the first statement, in the same round trip: with each
/// read outside a transaction, and once inside one. Statements need no transaction object: Npgsql runs them in the
/// connection's open transaction.
/// </summary>
public sealed class Db(NpgsqlDataSource source, Caller caller) : IAsyncDisposable
{
    NpgsqlConnection? _connection;
    bool _scoped;

    /// <summary>Seconds. A person waits for no statement longer than the driver's own 30; a job may take in a region's year.</summary>
    int? Timeout => caller.Scope.System ? 1800 : null;

    public bool InTransaction { get; private set; }

    /// <summary>Exactly one row; none is <see cref="NotFound"/>, so that a row out of scope and an absent one look alike.</summary>
    public async Task<T> One<T>(string sql, object? args, CancellationToken ct) =>
        await List<T>(sql, args, ct) is [var row] ? row : throw new NotFound();

    /// <summary>One row or null.</summary>
    public async Task<T?> Maybe<T>(string sql, object? args, CancellationToken ct) where T : class =>
        await List<T>(sql, args, ct) is [var row, ..] ? row : null;

    public async Task<IReadOnlyList<T>> List<T>(string sql, object? args, CancellationToken ct)
    {
        var connection = await Open(ct);
        if (_scoped) return (await connection.QueryAsync<T>(new CommandDefinition(sql, args, commandTimeout: Timeout, cancellationToken: ct))).AsList();

        await using var results = await connection.QueryMultipleAsync(Scoped(sql, args, ct));
        await results.ReadAsync();
        _scoped = InTransaction;
        return (await results.ReadAsync<T>()).AsList();
    }

    /// <summary>Several result sets of one statement batch, read in order by <paramref name="read"/>.</summary>
    public async Task<TResult> Many<TResult>(string sql, object? args, Func<SqlMapper.GridReader, Task<TResult>> read, CancellationToken ct)
    {
        var connection = await Open(ct);
        var command = _scoped ? new CommandDefinition(sql, args, commandTimeout: Timeout, cancellationToken: ct) : Scoped(sql, args, ct);
        await using var results = await connection.QueryMultipleAsync(command);
        if (!_scoped) await results.ReadAsync();
        _scoped = InTransaction;
        return await read(results);
    }

    /// <returns>The number of rows changed.</returns>
    public async Task<int> Execute(string sql, object? args, CancellationToken ct)
    {
        var connection = await Open(ct);
        if (!_scoped)
        {
            if (!InTransaction) throw new InvalidOperationException("Writes run inside a transaction.");
            await connection.ExecuteAsync(new CommandDefinition(ScopeSql, ScopeArgs(), commandTimeout: Timeout, cancellationToken: ct));
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
        var transaction = await (await Open(ct)).BeginTransactionAsync(ct);
        InTransaction = true;
        _scoped = false;
        return new Transaction(this, transaction);
    }

    /// <summary>The open connection with the scope set, for COPY and for streaming readers. Only inside a transaction.</summary>
    public async Task<NpgsqlConnection> Connection(CancellationToken ct)
    {
        await Execute("select 1", null, ct);
        return _connection!;
    }

    public ValueTask DisposeAsync() => _connection?.DisposeAsync() ?? ValueTask.CompletedTask;

    async ValueTask<NpgsqlConnection> Open(CancellationToken ct) => _connection ??= await source.OpenConnectionAsync(ct);

    CommandDefinition Scoped(string sql, object? args, CancellationToken ct)
    {
        var all = ScopeArgs();
        if (args is not null) all.AddDynamicParams(args);
        return new CommandDefinition($"{ScopeSql};\n{sql}", all, commandTimeout: Timeout, cancellationToken: ct);
    }

    DynamicParameters ScopeArgs()
    {
        var scope = caller.Scope;
        return new DynamicParameters(new
        {
            scope_organizations = Scope.Literal(scope.Organizations),
            scope_programs = Scope.Literal(scope.Programs),
            scope_territories = Scope.Literal(scope.Territories),
            scope_regions = Scope.Literal(scope.Regions),
            scope_person = scope.Person?.ToString() ?? "",
            scope_account = scope.Account,
            scope_permission = scope.Permission.ToString(),
            scope_federation = scope.Federation ? "on" : "",
            scope_system = scope.System ? "on" : "",
        });
    }

    const string ScopeSql = """
        select set_config('scope.organizations', @scope_organizations, true), set_config('scope.programs', @scope_programs, true),
               set_config('scope.territories', @scope_territories, true), set_config('scope.regions', @scope_regions, true),
               set_config('scope.person', @scope_person, true), set_config('scope.account', @scope_account, true),
               set_config('scope.federation', @scope_federation, true), set_config('scope.system', @scope_system, true),
               set_config('scope.permission', @scope_permission, true)
        """;

    /// <summary>The request's transaction.</summary>
    public sealed class Transaction(Db db, NpgsqlTransaction transaction) : IAsyncDisposable
    {
        public Task CommitAsync(CancellationToken ct) => transaction.CommitAsync(ct);

        public async ValueTask DisposeAsync()
        {
            await transaction.DisposeAsync();
            db.InTransaction = db._scoped = false;
        }
    }
}
