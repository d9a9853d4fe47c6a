using Mentoring.Api.Features.Common.Calendar;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.HelpDesk;

/// <summary>By when a body answers: so many working days as its head has said, by the calendar of the asker's region.</summary>
static class HelpTerm
{
    public static async Task<DateOnly> Of(Guid body, DateOnly today, string region, Db db, CancellationToken ct)
    {
        var days = await db.One<int>("select coalesce((select days from help_rule where organization_id = @body), @UsualDays)",
            new { body, HelpLifecycle.UsualDays }, ct);
        return await After(days, today, region, db, ct);
    }

    public static async Task<DateOnly> After(int workingDays, DateOnly today, string region, Db db, CancellationToken ct) =>
        (await ProductionCalendar.Around(today, region, db, ct)).After(today, workingDays);
}
