using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Meetings;

/// <summary>The meetings of a school in a week, by the calendar of its region.</summary>
public static class ListWeekMeetings
{
    const int Most = 500;

    public static void Map(RouteGroupBuilder api) =>
        api.MapGet("/organizations/{organizationId:guid}/meetings", async (Guid organizationId, DateOnly? from, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Query(organizationId, from), ct)))
            .WithTags("Meetings")
            .Operation(nameof(ListWeekMeetings), Permission.ProgramRead);

    /// <param name="From">Any day of the week; today's week when absent.</param>
    public sealed record Query(Guid OrganizationId, DateOnly? From) : IQuery<Result>;

    /// <param name="Monday">The first day shown.</param>
    /// <param name="TimeZone">IANA name of the school's zone, in which its days begin and end.</param>
    /// <param name="Items">In the order of time; at most 500.</param>
    /// <param name="Unrecorded">Past meetings of all weeks of which nobody has said whether they were held.</param>
    public sealed record Result(DateOnly Monday, string TimeZone, IReadOnlyList<SchoolMeeting> Items, int Unrecorded);

    public sealed class Handler(Db db, Caller caller, TimeProvider time) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query query, CancellationToken ct)
        {
            await Place.Demand(query.OrganizationId, db, caller, ct);
            var zone = await RegionTime.ZoneAt(query.OrganizationId, db, ct);
            var day = query.From ?? RegionTime.Today(zone, time);
            var monday = day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
            var writes = caller.Grants.For(Permission.MeetingWrite);
            return await db.Many(Sql, new
            {
                query.OrganizationId, Caller = caller.Scope.Person, From = RegionTime.Begin(monday, zone), To = RegionTime.Begin(monday.AddDays(7), zone),
                TimeZone = zone, Most, Now = time.GetUtcNow().UtcDateTime,
            }, async rows => new Result(monday, zone,
                [.. (await rows.ReadAsync<SchoolMeetingRow>()).Select(row => row.Among(query.OrganizationId, writes))], await rows.ReadSingleAsync<int>()), ct);
        }
    }

    const string Sql = $"""
        {SchoolMeetingRow.Of} and m.starts_at >= @From and m.starts_at < @To
         order by m.starts_at, m.id limit @Most;
        select count(*)::int from meeting m join program p on p.id = m.program_id
         where m.organization_id = @OrganizationId and {SchoolMeetingRow.Unrecorded}
        """;
}
