using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Common.BackgroundJobs;

/// <summary>Chapter: what runs by the clock, for those who watch operations.</summary>
public static class BackgroundJobs
{
    public static void MapBackgroundJobs(this RouteGroupBuilder api)
    {
        var jobs = api.MapGroup("/jobs").Chapter("Jobs", "What runs by the clock, and what of it failed.");
        ListJobs.Map(jobs);
        RunJob.Map(jobs);
        ListFailedJobs.Map(jobs);
        RetryFailedJob.Map(jobs);
    }
}
