namespace Mentoring.Api.Hosting;

/// <summary>Where the embedded server keeps its data and how it runs.</summary>
public sealed record EmbeddedPostgresOptions
{
    /// <summary>The folder of the cluster, its password and the lock of the instance.</summary>
    public required string DataFolder { get; init; }

    /// <summary>The folder of the installed server; several data folders may share one. By default inside the data folder.</summary>
    public string? BinariesFolder { get; init; }

    /// <summary>False gives up safety against power cuts for speed: for tests, whose data are thrown away.</summary>
    public bool Durable { get; init; } = true;

    /// <summary>The most connections that may be open at a time.</summary>
    public int MaxConnections { get; init; } = 200;

    /// <summary>Free space in bytes below which the server does not start, because it would fail in the middle of work.</summary>
    public long MinimumFreeSpace { get; init; } = 500_000_000;

    /// <summary>Where the phases of the start are printed.</summary>
    public Phases Phases { get; init; } = Phases.Silent;
}
