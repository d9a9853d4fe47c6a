using System.Globalization;
using System.Text;
using MediatR;
using Mentoring.Api.Features.Common.Calendar;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Meetings;

/// <summary>
/// One meeting as an iCalendar file: the same event as in the feed, so that a calendar with both shows it once. It tells when and
/// where, never who.
/// </summary>
public static class GetMeetingCalendar
{
    public static void Map(RouteGroupBuilder meetings) =>
        meetings.MapGet("/calendar.ics", async (Guid meetingId, IMediator mediator, CancellationToken ct) =>
                TypedResults.File(Encoding.UTF8.GetBytes(await mediator.Send(new Query(meetingId), ct)), "text/calendar",
                    $"meeting-{meetingId.ToString("n")[^6..]}.ics"))
            .Produces<byte[]>(contentType: "text/calendar")
            .Operation(nameof(GetMeetingCalendar), Permission.ProgramRead);

    public sealed record Query(Guid Id) : IQuery<string>;

    public sealed class Handler(Db db, TimeProvider time) : IRequestHandler<Query, string>
    {
        public async Task<string> Handle(Query query, CancellationToken ct)
        {
            var meeting = await db.One<CalendarEvent>(Sql, query, ct);
            var russian = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "ru";
            return new CalendarText(russian ? "Наставничество" : "Mentoring").Meeting(meeting, time.GetUtcNow().UtcDateTime).End();
        }
    }

    const string Sql = """
        select m.id, m.starts_at, m.duration_minutes, m.topic, m.place, m.link,
               case when m.status in ('Cancelled', 'Missed') then 'Cancelled'
                    when m.status = 'Planned' and p.status = 'Paused' then 'Tentative'
                    else 'Confirmed' end status,
               m.version + p.version as version
          from meeting m join program p on p.id = m.program_id where m.id = @Id
        """;
}
