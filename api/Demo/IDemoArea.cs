using Npgsql;

namespace Mentoring.Demo;

/// <summary>What one area shows of itself in the demo country: found by its type.</summary>
interface IDemoArea
{
    /// <summary>Its turn: after those whose rows it reads or completes.</summary>
    int Turn { get; }

    Task Tell(NpgsqlConnection connection, DateTimeOffset now);
}
