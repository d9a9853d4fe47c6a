using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.Routes;

// The organization's trail shows that the teacher was at the route, and how far it is: nothing that is written in it.

public sealed record RouteBegun() : IEvent;

public sealed record RouteWritten() : IEvent;

public sealed record RouteAdvanced(RouteStatus To) : IEvent;

public sealed record RouteCorrected(int Number) : IEvent;

public sealed record RouteClosed() : IEvent;
