using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Monitoring;

public sealed record ReconciliationAsked(Guid Reconciliation) : IEvent;
