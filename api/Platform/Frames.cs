namespace Mentoring.Api.Platform;

/// <summary>The pages that libraries bring along stand in nobody's frame: a click there acts with the operator's session.</summary>
public static class Frames
{
    static readonly PathString[] Pages = ["/hangfire", "/swagger"];

    public static void RefuseFrames(this WebApplication app) => app.Use((http, next) =>
    {
        if (Array.Exists(Pages, page => http.Request.Path.StartsWithSegments(page)))
        {
            http.Response.Headers.XFrameOptions = "DENY";
            http.Response.Headers.ContentSecurityPolicy = "frame-ancestors 'none'";
        }

        return next();
    });
}
