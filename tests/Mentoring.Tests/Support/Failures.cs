using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Mentoring.Tests.Support;

/// <summary>Keeps what the API recorded last as an error, for the message of the test that met it.</summary>
public sealed class Failures : ILoggerProvider, ILogger
{
    static readonly ConcurrentQueue<string> s_recent = new();

    public static string Last => s_recent.LastOrDefault("");

    /// <summary>The last fifty, of all fixtures that run.</summary>
    public static IReadOnlyCollection<string> Recent => s_recent;

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (!IsEnabled(logLevel)) return;
        s_recent.Enqueue($"{formatter(state, exception)}\n{exception}");
        if (s_recent.Count > 50) s_recent.TryDequeue(out _);
    }

    public void Dispose()
    {
    }
}
