using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Common.BackgroundJobs;

public sealed record FailedJobRetried([Code] string Run) : IEvent;

public sealed record JobStarted([Code] string Job) : IEvent;
