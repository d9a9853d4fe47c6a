using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Monitoring;

/// <summary>
/// Opens each calendar month when it begins in the first of Russia's time zones and asks for the sums of every organization in
/// it. The very first run opens the months since the last school year began.
/// </summary>
public sealed class OpenMonths(IServiceScopeFactory scopes, TimeProvider time)
{
    public async Task Run(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Caller>().BecomeJob(nameof(OpenMonths));
        var db = scope.ServiceProvider.GetRequiredService<Db>();
        var today = RegionTime.Today(RegionTime.First, time);
        await using var transaction = await db.Begin(ct);
        await db.Execute(Open, new { Month = Period.Month(today).First, Start = Period.SchoolYearOf(today).AddYears(-1) }, ct);
        await transaction.CommitAsync(ct);
    }

    const string Open = """
        with opened as (
            insert into indicator_period (period)
            select month::date from generate_series(coalesce((select min(period) from indicator_period), @Start)::timestamp, @Month::timestamp,
                   interval '1 month') month
            on conflict do nothing returning period)
        insert into indicator_stale (organization_id, region_code, from_period, to_period)
        select o.id, o.region_code, (select min(period) from opened), (select max(period) from opened)
          from organization o where exists (select from opened)
        """;
}
