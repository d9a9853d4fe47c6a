using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Incentives;

public sealed record IncentiveMoved(IncentiveStep Step) : IEvent;

public sealed record IncentivePutForward(IncentiveKind Kind, IncentiveFunction Function) : IEvent;
