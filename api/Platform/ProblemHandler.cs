using System.Globalization;
using System.Text.Json;
using FluentValidation;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Mentoring.Api.Platform;

/// <summary>The only place where a failure becomes an HTTP answer: problem details with a stable code and pointers.</summary>
public sealed partial class ProblemHandler(IProblemDetailsService problems, ILogger<ProblemHandler> logger) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext http, Exception exception, CancellationToken ct)
    {
        if (exception is OperationCanceledException && http.RequestAborted.IsCancellationRequested) return true;
        var problem = Describe(exception);
        if (problem.Status == StatusCodes.Status503ServiceUnavailable) http.Response.Headers.RetryAfter = "5";
        if (exception is TooMany { Seconds: var seconds }) http.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        if (problem.Status >= 500) Failed(logger, Operation(http), exception.GetType().Name, exception);
        http.Response.StatusCode = problem.Status!.Value;
        return await problems.TryWriteAsync(new() { HttpContext = http, ProblemDetails = problem });
    }

    /// <summary>The request forgets its endpoint before a failure is handled; the failure remembers it.</summary>
    static string? Operation(HttpContext http) => http.Features.Get<IExceptionHandlerFeature>()?.Endpoint is { } endpoint
        ? endpoint.Metadata.GetMetadata<OperationMetadata>()?.Name ?? endpoint.DisplayName
        : null;

    static ProblemDetails Describe(Exception exception) => exception switch
    {
        ValidationException invalid => Invalid(invalid.Errors.Select(e => (Pointers.Of(e.PropertyName), e.ErrorMessage))),
        BadHttpRequestException unreadable => Unreadable(unreadable),
        DbUpdateException { InnerException: { } cause } => Describe(cause),
        NotFound => Coded(404, "not-found"),
        Unauthorized => Coded(401, "token.missing"),
        Problem { Pointer: { } pointer } p => Invalid([(pointer, ProblemTexts.Of(p.Code, p.Values))], p.Status, p.Code, p.Values),
        Problem p => With(Coded(p.Status, p.Code, [.. p.Values]), p.Values),
        PostgresException refused when DatabaseFailure.IsRowPolicy(refused) => Coded(404, "not-found"),
        PostgresException { ConstraintName: { } name } when Constraints.Codes.TryGetValue(name, out var code) => Coded(409, code),
        PostgresException { SqlState: PostgresErrorCodes.CharacterNotInRepertoire or PostgresErrorCodes.UntranslatableCharacter } =>
            Coded(400, "request.unreadable"),
        PostgresException { SqlState: PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected } => Coded(409, "conflict.try-again"),
        PostgresException { SqlState: PostgresErrorCodes.DiskFull } => Coded(503, "storage.full"),
        NpgsqlException failure when DatabaseFailure.IsUnavailable(failure) => Coded(503, "unavailable"),
        _ => Coded(500, "unexpected"),
    };

    static ProblemDetails Unreadable(BadHttpRequestException unreadable)
    {
        if (unreadable.StatusCode == StatusCodes.Status413PayloadTooLarge) return Coded(413, "request.too-large");
        if (unreadable.InnerException is JsonException json)
        {
            var at = Pointers.OfJsonPath(json.Path);
            var missing = Pointers.Missing(json.Message);
            return missing.Count > 0
                ? Invalid(missing.Select(name => ($"{at}/{name}", ProblemTexts.Of("request.field-missing", []))))
                : Invalid([(at, ProblemTexts.Of("request.field-unreadable", []))], 400, "request.unreadable");
        }

        if (Pointers.Parameter(unreadable.Message) is (var parameter, var isMissing))
            return Invalid([(parameter, ProblemTexts.Of(isMissing ? "request.field-missing" : "request.field-unreadable", []))], 400, "request.unreadable");

        return Coded(unreadable.StatusCode, unreadable.StatusCode == StatusCodes.Status415UnsupportedMediaType ? "request.media-type" : "request.unreadable");
    }

    static ProblemDetails Coded(int status, string code, params (string, object?)[] values) => new()
    {
        Status = status,
        Type = $"urn:mentoring:problem:{code}",
        Title = ProblemTexts.Of($"title.{status}", []),
        Detail = ProblemTexts.Of(code, values),
        Extensions = { ["code"] = code },
    };

    static readonly HashSet<string> Reserved = ["type", "title", "status", "detail", "instance", "code", "errors", "traceId"];

    /// <summary>What the text names, clients can read as members of their own: the version, the first import.</summary>
    static ProblemDetails With(ProblemDetails problem, IEnumerable<(string Name, object? Value)> values)
    {
        foreach (var (name, value) in values)
            if (!Reserved.Contains(name)) problem.Extensions.TryAdd(name, value is Enum ? value.ToString() : value);
        return problem;
    }

    static ProblemDetails Invalid(IEnumerable<(string Pointer, string Message)> errors, int status = 400, string code = "validation",
        IEnumerable<(string, object?)>? values = null)
    {
        var problem = Coded(status, code, [.. values ?? []]);
        problem.Extensions["errors"] = errors.GroupBy(e => e.Pointer).ToDictionary(g => g.Key, g => g.Select(e => e.Message).Distinct().ToArray());
        return problem;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Operation} failed with {Failure}")]
    static partial void Failed(ILogger logger, string? operation, string failure, Exception exception);
}
