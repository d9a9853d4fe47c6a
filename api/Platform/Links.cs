using Microsoft.AspNetCore.Http.HttpResults;

namespace Mentoring.Api.Platform;

/// <summary>Tells where the next page is in a <c>Link</c> header too (RFC 8288), for clients that follow links.</summary>
public static class Links
{
    public static Ok<Page<T>> Paged<T>(HttpContext http, Page<T> page)
    {
        if (page.Next is { } next)
        {
            var query = http.Request.Query.Where(parameter => parameter.Key != "cursor")
                .SelectMany(parameter => parameter.Value, (parameter, value) => KeyValuePair.Create(parameter.Key, value));
            http.Response.Headers.Link = $"<{http.Request.Path}{QueryString.Create(query.Append(KeyValuePair.Create("cursor", (string?)next)))}>; rel=\"next\"";
        }

        return TypedResults.Ok(page);
    }
}
