using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Api.Platform;

/// <summary>Answers that no exception of ours made (an unknown address, a refused token) take the same form.</summary>
public static class ProblemDefaults
{
    public static void Configure(ProblemDetailsOptions options) => options.CustomizeProblemDetails = context =>
        context.ProblemDetails.Extensions["traceId"] = System.Diagnostics.Activity.Current?.Id ?? context.HttpContext.TraceIdentifier;

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
