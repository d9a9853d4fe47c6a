using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Common.Notifications;

/// <summary>What a day brings in one area and no command does.</summary>
/// <param name="Sql">
/// Rows in this order: event id, organization, region, subject, program. The id is made of what the event is about, so that it is
/// told once, however often it is asked. May use <c>day</c> (what day it is in each place).
/// </param>
public sealed record DayNews(IEvent Event, string Sql);

/// <summary>The news of days of one area: declared beside its rows, found by itself.</summary>
public interface IDayNews
{
    IReadOnlyList<DayNews> All { get; }
}

/// <summary>The hourly job that tells what a day brings: each area says in its own SQL what that is.</summary>
public sealed class RemindOfDays(Db db, Caller caller, Outbox outbox, TimeProvider time)
{
    public const string Schedule = "0 40 * * * *";

    sealed record Row(Guid EventId, string Event, Guid OrganizationId, string RegionCode, Guid SubjectId, Guid? ProgramId);

    public async Task Run(CancellationToken ct)
    {
        caller.BecomeJob(nameof(RemindOfDays));
        await using var transaction = await db.Begin(ct);
        var now = time.GetUtcNow().UtcDateTime;
        foreach (var row in await db.List<Row>(DueSql, new { Now = now }, ct))
            await outbox.Add(Happened.Of(Events[row.Event], row.EventId, nameof(RemindOfDays), row.OrganizationId, row.RegionCode, row.SubjectId,
                row.ProgramId, caller.Id, now), ct);

        await transaction.CommitAsync(ct);
    }

    static readonly IReadOnlyList<DayNews> News = [.. Contributions.Of<IDayNews>().SelectMany(area => area.All)];

    static readonly IReadOnlyDictionary<string, IEvent> Events = News.ToDictionary(news => EventJson.NameOf(news.Event), news => news.Event);

    // What nobody can be told of is looked at again only as long as it is new.
    static readonly string DueSql = $"""
        with day as not materialized (select place_id, (@Now::timestamptz at time zone time_zone)::date today from organization_zone),
        due as (
        {string.Join("\nunion all\n", News.Select(Named))})
        select * from due where not exists (select from notification n where n.event_id = due.event_id) order by subject_id, event_id limit 10000
        """;

    static string Named(DayNews news) => $"""
        select event_id, '{EventJson.NameOf(news.Event)}' event, organization_id, region_code, subject_id, program_id
          from ({news.Sql}) q (event_id, organization_id, region_code, subject_id, program_id)
        """;
}
