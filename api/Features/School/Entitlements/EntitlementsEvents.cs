using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Entitlements;

public sealed record EntitlementEnded(Guid Entitlement) : IEvent;

public sealed record EntitlementGiven(Guid Entitlement, EntitlementKind Kind) : IEvent;

public sealed record EntitlementRevised(Guid Entitlement) : IEvent;
