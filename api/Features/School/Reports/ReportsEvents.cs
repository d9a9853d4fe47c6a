using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Reports;

public sealed record ReportApproved([Capital] int SchoolYear) : IEvent;

public sealed record ReportWritten([Capital] int SchoolYear, int Version) : IEvent;
