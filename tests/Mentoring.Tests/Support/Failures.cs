using Microsoft.Extensions.Logging;

namespace Mentoring.Tests.Support;

/// <summary>Keeps what the API recorded last as an error, for the message of the test that met it.</summary>
public sealed class Failures : ILoggerProvider, ILogger
{
    public static string Last { get; private set; } = "";

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (IsEnabled(logLevel)) Last = $"{formatter(state, exception)}\n{exception}";
    }

    public void Dispose()
    {
    }
}
