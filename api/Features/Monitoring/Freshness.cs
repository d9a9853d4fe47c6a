using System.Globalization;

namespace Mentoring.Api.Features.Monitoring;

/// <summary>
/// Dashboards are asked for again and again and change with a roll-up, and with the month in which they are read: both are
/// their entity tag, so that an unchanged one costs one small read and no body.
/// </summary>
public static class Freshness
{
    public static string Tag(MonitoringSql.StateRow state, TimeProvider time) =>
        string.Create(CultureInfo.InvariantCulture, $"W/\"{state.ChangedAt.Ticks:x}-{state.Newest:yyyyMM}-{MonitoringSql.Month(time):yyyyMM}\"");

    public static string Known(HttpRequest request) => request.Headers.IfNoneMatch.ToString();

    /// <returns>The answer, or 304 when there is none to give because the caller has it.</returns>
    public static IResult Answer<T>(HttpResponse response, string tag, T? result) where T : class
    {
        response.Headers.ETag = tag;
        response.Headers.CacheControl = "private, no-cache";
        return result is null ? TypedResults.StatusCode(StatusCodes.Status304NotModified) : TypedResults.Ok(result);
    }
}
