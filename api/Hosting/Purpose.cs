namespace Mentoring.Api.Hosting;

/// <summary>Why the process runs: to serve, or only to write the contract during the build.</summary>
public static class Purpose
{
    public static bool IsContract { get; } = Environment.GetCommandLineArgs().Contains("--contract");
}
