using Microsoft.AspNetCore.Connections;

namespace Mentoring.Api.Hosting;

/// <summary>A reason why the product cannot start, said in one sentence that tells its reader what to do.</summary>
public sealed class HostingProblem(string sentence, Exception? cause = null) : Exception(sentence, cause)
{
    internal const int ReadOnlyFileSystem = 30;
    const int DiskFullOnUnix = 28;
    const int DiskFullOnWindows = unchecked((int)0x80070070);

    /// <summary>The sentence for a failure that the operator can mend; null for a defect, whose stack trace is needed.</summary>
    public static string? Explain(Exception failure) => failure switch
    {
        HostingProblem problem => problem.Message,
        AddressInUseException or { InnerException: AddressInUseException } =>
            $"{failure.Message.TrimEnd('.')}: stop the program that listens there, or choose another address with --urls http://localhost:5081.",
        IOException io when IsDiskFull(io) => $"The disk is full ({io.Message}): free some space and start again.",
        { InnerException: { } inner } => Explain(inner),
        _ => null,
    };

    /// <summary>Lets the process end with the sentence and exit code 1 where an operator can mend what failed.</summary>
    public static void EndWithSentence() => AppDomain.CurrentDomain.UnhandledException += (_, failure) =>
    {
        if (failure.ExceptionObject is not Exception exception || Explain(exception) is not { } sentence) return;
        Console.Error.WriteLine(sentence);
        Environment.Exit(1);
    };

    internal static bool IsDiskFull(IOException failure) => failure.HResult is DiskFullOnUnix or DiskFullOnWindows;
}
