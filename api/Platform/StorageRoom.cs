using Dapper;
using Mentoring.Api.Hosting;
using Npgsql;

namespace Mentoring.Api.Platform;

/// <summary>
/// How much room the database has left. Under the reserve uploads alone are refused; under the floor everything that is
/// asked to be written is, before the server runs out in the middle of its log and stops, so that reading goes on.
/// </summary>
public sealed partial class StorageRoom(
    NpgsqlDataSource source, Database database, IConfiguration configuration, TimeProvider time, ILogger<StorageRoom> logger)
{
    static readonly TimeSpan KeptFor = TimeSpan.FromSeconds(5);

    readonly SemaphoreSlim _measuring = new(1);
    Measured? _last;
    bool _under, _told;

    sealed record Measured(long? Free, long Capacity, long At);

    /// <param name="Free">Bytes; null when neither <c>Storage:CapacityMegabytes</c> nor a disk of our own tells.</param>
    /// <param name="Reserve">Bytes under which uploads are refused.</param>
    /// <param name="Floor">Bytes under which every write is refused.</param>
    public sealed record State(long? Free, long Reserve, long Floor)
    {
        public bool TakesFiles => Free is null || Free >= Reserve;

        public bool TakesWrites => Free is null || Free >= Floor;
    }

    /// <summary>As it was at most some seconds ago.</summary>
    public async ValueTask<State> Look(CancellationToken ct)
    {
        var capacity = Megabytes("Storage:CapacityMegabytes", 0);
        if (capacity == 0 && database.DataFolder is null)
        {
            if (!Interlocked.Exchange(ref _told, true)) Unknown(logger);
            return new(null, 0, 0);
        }

        var last = _last;
        if (last is null || last.Capacity != capacity) _last = last = await Measure(capacity, ct);
        else if (time.GetElapsedTime(last.At) > KeptFor) last = await MeasureOnce(last, ct);
        var state = new State(last.Free, Megabytes("Storage:ReserveMegabytes", 1024), Megabytes("Storage:FloorMegabytes", 256));
        Tell(state);
        return state;
    }

    public async ValueTask RequireRoomForFiles(CancellationToken ct)
    {
        if (!(await Look(ct)).TakesFiles) throw new NoRoom("storage.reserve");
    }

    public async ValueTask RequireRoomForWrites(CancellationToken ct)
    {
        if (!(await Look(ct)).TakesWrites) throw new Unavailable("storage.full");
    }

    /// <summary>One request measures; those beside it go by what was measured before, and take no connection for it.</summary>
    async Task<Measured> MeasureOnce(Measured last, CancellationToken ct)
    {
        if (!_measuring.Wait(0, CancellationToken.None)) return last;
        try
        {
            return _last = await Measure(last.Capacity, ct);
        }
        finally
        {
            _measuring.Release();
        }
    }

    async Task<Measured> Measure(long capacity, CancellationToken ct) => new(await Free(capacity, ct), capacity, time.GetTimestamp());

    async Task<long?> Free(long capacity, CancellationToken ct)
    {
        var disk = database.DataFolder is { } folder
            ? new DriveInfo(OperatingSystem.IsWindows() ? Path.GetPathRoot(folder)! : folder).AvailableFreeSpace
            : long.MaxValue;
        if (capacity == 0) return disk;
        await using var connection = await source.OpenConnectionAsync(ct);
        var size = new CommandDefinition("select pg_database_size(current_database())", cancellationToken: ct);
        return Math.Min(disk, capacity - await connection.ExecuteScalarAsync<long>(size));
    }

    /// <summary>An alert when the reserve is reached, and an all-clear after it; not one for each request in between.</summary>
    void Tell(State state)
    {
        if (_under == !state.TakesFiles) return;
        _under = !state.TakesFiles;
        if (_under) Low(logger, state.Free / Megabyte, state.Reserve / Megabyte);
        else Enough(logger, state.Free / Megabyte);
    }

    const long Megabyte = 1024 * 1024;

    long Megabytes(string setting, long otherwise) => configuration.GetValue(setting, otherwise) * Megabyte;

    [LoggerMessage(
        Level = LogLevel.Critical,
        Message = "The database has {Free} MB of room left, less than the reserve of {Reserve} MB: uploads are refused until there is more")]
    static partial void Low(ILogger logger, long? free, long reserve);

    [LoggerMessage(Level = LogLevel.Warning, Message =
        "How large the database may become is not known: set Storage:CapacityMegabytes, or uploads go on until its disk is full")]
    static partial void Unknown(ILogger logger);

    [LoggerMessage(Level = LogLevel.Information, Message = "The database has {Free} MB of room left: uploads are taken again")]
    static partial void Enough(ILogger logger, long? free);
}
