using System.Text.Json;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Api.Platform;

/// <summary>Answers that no exception of ours made (an unknown address, a refused token) take the same form.</summary>
public static class ProblemDefaults
{
    /// <summary>
    /// Problems are told to every caller: one that asks for a calendar or a table still learns why there is none. The
    /// framework's own writer keeps silent where <c>Accept</c> does not name JSON, and turns that silence into a 500.
    /// </summary>
    public sealed class Writer : IProblemDetailsWriter
    {
        public bool CanWrite(ProblemDetailsContext context) => true;

        public async ValueTask WriteAsync(ProblemDetailsContext context)
        {
            var http = context.HttpContext;
            context.ProblemDetails.Extensions["traceId"] = System.Diagnostics.Activity.Current?.Id ?? http.TraceIdentifier;
            await http.Response.WriteAsJsonAsync(context.ProblemDetails, JsonSerializerOptions.Web, "application/problem+json", http.RequestAborted);
        }
    }

    public static Task WriteStatus(StatusCodeContext context)
    {
        var http = context.HttpContext;
        var status = http.Response.StatusCode;
        var code = status switch
        {
            401 => "token.missing",
            403 => "permission.missing",
            404 => "not-found",
            405 => "request.method",
            413 => "request.too-large",
            415 => "request.media-type",
            >= 500 => "unexpected",
            _ => "request.unreadable",
        };
        return http.RequestServices.GetRequiredService<IProblemDetailsService>().TryWriteAsync(new()
        {
            HttpContext = http,
            ProblemDetails = new ProblemDetails
            {
                Status = status, Type = $"urn:mentoring:problem:{code}", Title = ProblemTexts.Of($"title.{status}", []),
                Detail = ProblemTexts.Of(code, []), Extensions = { ["code"] = code },
            },
        }).AsTask();
    }
}
