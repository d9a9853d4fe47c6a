using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Impact;

public sealed record ImpactMoved(ImpactMoment Moment, ImpactStep Step) : IEvent;

public sealed record ImpactOpened(ImpactMoment Moment, bool Shared) : IEvent;

public sealed record ImpactReminded() : IEvent;

public sealed record AdaptationSaid(bool Agreed) : IEvent;

public sealed record SchoolImpactSaid(int SchoolYear, ImpactMoment Moment) : IEvent;
