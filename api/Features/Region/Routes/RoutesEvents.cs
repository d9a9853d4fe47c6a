using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.Routes;

// The organization's trail shows that the teacher was at the route, and how far it is: nothing that is written in it.

public sealed record RouteBegun() : IEvent;

public sealed record RouteWritten() : IEvent;

public sealed record RouteCommented(bool ByTeacher) : IEvent;

/// <summary>A reflection was opened to whoever reads the route, or closed again.</summary>
public sealed record RouteReflectionShared(bool Shared) : IEvent;

public sealed record RouteAdvanced(RouteStatus To) : IEvent;

public sealed record RouteCorrected(int Number) : IEvent;

public sealed record RouteClosed() : IEvent;

/// <summary>It went on elsewhere with its teacher.</summary>
public sealed record RouteLeft() : IEvent;

/// <summary>It came with its teacher from another organization.</summary>
public sealed record RouteArrived() : IEvent;
