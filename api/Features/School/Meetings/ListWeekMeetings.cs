using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Meetings;

/// <summary>The meetings of a school in a week, by the calendar of its region.</summary>
public static class ListWeekMeetings
{
    const int Most = 500;

    public static void Map(RouteGroupBuilder api) =>
        api.MapGet("/organizations/{id:guid}/meetings", async (Guid id, DateOnly? from, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Query(id, from), ct)))
            .WithSummary("The meetings of a school in a week")
            .WithTags("Meetings")
            .Operation(nameof(ListWeekMeetings), Permission.ProgramRead);

    /// <param name="From">Any day of the week; today's week when absent.</param>
    public sealed record Query(Guid OrganizationId, DateOnly? From) : IQuery<Result>;

    /// <param name="Monday">The first day shown.</param>
    /// <param name="TimeZone">IANA name of the school's zone, in which its days begin and end.</param>
    /// <param name="Items">In the order of time; at most 500.</param>
    public sealed record Result(DateOnly Monday, string TimeZone, IReadOnlyList<Item> Items);

    /// <param name="MayWrite">The caller may move it, call it off and record it.</param>
    public sealed record Item(DateOnly Day, Guid ProgramId, string ProgramTitle, string Mentors, string Mentees, bool MayWrite, MeetingItem Meeting);

    sealed record Place(string TimeZone);

    sealed record Row : MeetingItemRow
    {
        public DateOnly Day { get; init; }
        public Guid ProgramId { get; init; }
        public required string ProgramTitle { get; init; }
        public bool InForce { get; init; }
        public string? Mentors { get; init; }
        public string? Mentees { get; init; }
    }

    public sealed class Handler(Db db, Caller caller, TimeProvider time) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query query, CancellationToken ct)
        {
            await Platform.Place.Demand(query.OrganizationId, db, caller, ct);
            var place = await db.One<Place>("select time_zone from organization_zone where place_id = @OrganizationId", new { query.OrganizationId }, ct);
            var day = query.From ?? RegionTime.Today(place.TimeZone, time);
            var monday = day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
            var rows = await db.List<Row>(Sql, new
            {
                query.OrganizationId, Caller = caller.Scope.Person, From = Begins(monday, place.TimeZone), To = Begins(monday.AddDays(7), place.TimeZone),
                place.TimeZone, Most,
            }, ct);
            var writes = caller.Grants.For(Permission.MeetingWrite);
            var everywhere = writes?.Organizations.Contains(query.OrganizationId) == true;
            return new(monday, place.TimeZone, [.. rows.Select(r => new Item(r.Day, r.ProgramId, r.ProgramTitle, r.Mentors ?? "", r.Mentees ?? "",
                r.InForce && (everywhere || writes?.Programs.Contains(r.ProgramId) == true), r.Item))]);
        }

        static DateTime Begins(DateOnly day, string zone) =>
            TimeZoneInfo.ConvertTimeToUtc(day.ToDateTime(TimeOnly.MinValue), TimeZoneInfo.FindSystemTimeZoneById(zone));
    }

    const string Sql = $"""
        select {MeetingItemRow.Columns}, (m.starts_at at time zone @TimeZone)::date as day, m.program_id, p.title program_title,
               p.status in ('Active', 'Paused') in_force,
               (select string_agg(i.person_name, ', ' order by i.person_name) from program_participant i where i.program_id = m.program_id
                   and i.role = 'Mentor' and i.left_on is null) mentors,
               (select string_agg(i.person_name, ', ' order by i.person_name) from program_participant i where i.program_id = m.program_id
                   and i.role = 'Mentee' and i.left_on is null) mentees
          from meeting m join program p on p.id = m.program_id
         where m.organization_id = @OrganizationId and m.starts_at >= @From and m.starts_at < @To
         order by m.starts_at, m.id limit @Most
        """;
}
