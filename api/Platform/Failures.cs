using Npgsql;

namespace Mentoring.Api.Platform;

/// <summary>Absent, or not the caller's to see: the two look alike.</summary>
public sealed class NotFound : Exception;

/// <summary>No valid token.</summary>
public sealed class Unauthorized : Exception;

/// <summary>A failure with a stable code; its texts stand in the problem catalogues.</summary>
public abstract class Problem(int status, string code, params (string Name, object? Value)[] values) : Exception(code)
{
    public int Status { get; } = status;
    public string Code { get; } = code;
    public IReadOnlyList<(string Name, object? Value)> Values { get; } = values;

    /// <summary>JSON pointer of the field at fault, where there is one.</summary>
    public string? Pointer { get; init; }

    /// <summary>The refusal is itself a fact, as a wrong password is: what its command wrote before it stays.</summary>
    public bool Counted { get; set; }
}

/// <summary>The caller is known but may not do this.</summary>
public sealed class Forbidden(string code) : Problem(403, code);

/// <summary>The request can be read but makes no sense.</summary>
public sealed class BadInput(string code, params (string Name, object? Value)[] values) : Problem(400, code, values);

/// <summary>A rule of mentoring, or the state of things, stands against it.</summary>
public sealed class RuleViolation(string code, params (string Name, object? Value)[] values) : Problem(409, code, values);

/// <summary>Somebody changed the row since the caller read it.</summary>
public sealed class Stale(int current) : Problem(412, "version.stale", ("version", current))
{
    /// <param name="seen">By which the caller goes; null where the change does not depend on the rest of the row.</param>
    /// <param name="current">0 where there is no row yet.</param>
    public static void Unless(int? seen, int current)
    {
        if (seen is { } version && version != current) throw new Stale(current);
    }
}

/// <summary>The idempotency key came before with another request.</summary>
public sealed class KeyReused() : Problem(422, "idempotency.other-request");

/// <summary>As much as the caller may have at once; told when to come back.</summary>
public sealed class TooMany(string code, int seconds) : Problem(429, code, ("seconds", seconds))
{
    public int Seconds { get; } = seconds;
}

/// <summary>Something that the product leans on cannot be reached now.</summary>
public sealed class Unavailable(string code) : Problem(503, code);

/// <summary>The database has no room for more files, whoever sends them.</summary>
public sealed class NoRoom(string code) : Problem(507, code);

/// <summary>More than the product accepts in one piece, or than there is room for.</summary>
public sealed class TooLarge(string code, params (string Name, object? Value)[] values) : Problem(413, code, values);

/// <summary>What a failure says of the database.</summary>
static class DatabaseFailure
{
    /// <summary>In no words of the data, so that it can be kept.</summary>
    public static string Name(Exception failure) => failure switch
    {
        PostgresException sql => $"{sql.SqlState} {sql.ConstraintName}".TrimEnd(),
        Problem problem => problem.Code,
        _ => failure.GetType().Name,
    };

    /// <summary>The database is away, starting, stopping, or short of connections, memory or disk.</summary>
    public static bool IsUnavailable(Exception failure) => failure switch
    {
        PostgresException answer => answer.SqlState[..2] is "53" || answer.SqlState[..3] is "57P",
        NpgsqlException npgsql => npgsql.IsTransient,
        _ => false,
    };

    /// <summary>A row policy refused the row. A missing grant has the same code and is a defect of ours.</summary>
    public static bool IsRowPolicy(PostgresException failure) =>
        failure is { SqlState: PostgresErrorCodes.InsufficientPrivilege, Routine: "ExecWithCheckOptions" };
}
