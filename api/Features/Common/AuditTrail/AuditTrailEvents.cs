using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Common.AuditTrail;

public sealed record AuditAnchored(DateOnly TakenOn) : IEvent;
