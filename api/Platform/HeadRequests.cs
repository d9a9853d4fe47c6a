namespace Mentoring.Api.Platform;

/// <summary>
/// <c>HEAD</c> answers what <c>GET</c> would, without the body (RFC 9110, section 9.3.2): calendars and feed readers ask so
/// whether an address still serves. Only where nobody signs in and nothing streams.
/// </summary>
public static class HeadRequests
{
    static readonly PathString[] s_public = ["/calendar", "/site"];

    public static void AnswerHeads(this WebApplication app) => app.Use(async (http, next) =>
    {
        if (!HttpMethods.IsHead(http.Request.Method) || !Array.Exists(s_public, path => http.Request.Path.StartsWithSegments(path)))
        {
            await next(http);
            return;
        }

        var body = http.Response.Body;
        (http.Request.Method, http.Response.Body) = (HttpMethods.Get, Stream.Null);
        try
        {
            await next(http);
        }
        finally
        {
            (http.Request.Method, http.Response.Body) = (HttpMethods.Head, body);
        }
    });
}
