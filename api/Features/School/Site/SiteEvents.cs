using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Site;

public sealed record SitePostPublished() : IEvent;

public sealed record SitePostRevised() : IEvent;

public sealed record OwnReleaseSet([Capital] bool Released) : IEvent;

public sealed record SitePostWithdrawn() : IEvent;

public sealed record SitePostWritten() : IEvent;
