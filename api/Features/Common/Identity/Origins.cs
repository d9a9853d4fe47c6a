using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Common.Identity;

/// <summary>The address at which the user opened the product; where the public address is known, that one alone.</summary>
public static class Origins
{
    public static string Origin(this HttpRequest request) => $"{request.Scheme}://{request.Host}";

    /// <summary>What works with the session cookie is asked by our own pages alone: browsers say where a request comes from.</summary>
    public static TBuilder OwnOriginOnly<TBuilder>(this TBuilder endpoint) where TBuilder : IEndpointConventionBuilder =>
        endpoint.AddEndpointFilter(async (context, next) =>
    {
        var request = context.HttpContext.Request;
        var from = request.Headers.Origin.ToString();
        if (from.Length > 0 && from != request.Origin()) throw new Forbidden("session.other-origin");
        return await next(context);
    });
}
