using System.Reflection;

namespace Mentoring.Api.Features;

/// <summary>
/// How the slices map their routes: as ASP.NET Core does, but what binds the arguments and runs the handler is compiled at the
/// first request to a route. ASP.NET Core compiles all of it before the first request to any, and twice (once for routing, once
/// for authorization, since a group keeps nothing): with 390 routes half of a start. What a route says of itself (parameters,
/// bodies, answers) is known at the start as before. These stand nearer to the slices than ASP.NET Core's own and so come first.
/// </summary>
static class LateRoutes
{
    public static RouteHandlerBuilder MapGet(this IEndpointRouteBuilder routes, string pattern, Delegate handler) =>
        routes.Map(HttpMethods.Get, pattern, handler);

    public static RouteHandlerBuilder MapPost(this IEndpointRouteBuilder routes, string pattern, Delegate handler) =>
        routes.Map(HttpMethods.Post, pattern, handler);

    public static RouteHandlerBuilder MapPut(this IEndpointRouteBuilder routes, string pattern, Delegate handler) =>
        routes.Map(HttpMethods.Put, pattern, handler);

    public static RouteHandlerBuilder MapDelete(this IEndpointRouteBuilder routes, string pattern, Delegate handler) =>
        routes.Map(HttpMethods.Delete, pattern, handler);

    static RouteHandlerBuilder Map(this IEndpointRouteBuilder routes, string method, string pattern, Delegate handler) =>
        RouteHandlerServices.Map(routes, pattern, handler, [method], Describe, CompileLate);

    static RequestDelegateMetadataResult Describe(MethodInfo handler, RequestDelegateFactoryOptions? options) =>
        RequestDelegateFactory.InferMetadata(handler, options);

    static RequestDelegateResult CompileLate(Delegate handler, RequestDelegateFactoryOptions options, RequestDelegateMetadataResult? description)
    {
        var compiled = new Lazy<RequestDelegate>(() => RequestDelegateFactory.Create(handler, options, description).RequestDelegate);
        return new(http => compiled.Value(http), [.. options.EndpointBuilder!.Metadata]);
    }
}
