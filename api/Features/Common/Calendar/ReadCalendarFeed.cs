using System.Globalization;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Common.Calendar;

/// <summary>
/// A person's meetings, consultations, public events and deadlines as iCalendar, and those of initiatives, for calendars that cannot sign in:
/// the address is the secret. It tells what is when and where, never who.
/// </summary>
public static class ReadCalendarFeed
{
    const int DaysBack = 90;
    const int DaysAhead = 400;

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/calendar/{token}.ics", async (string token, IMediator mediator, HttpContext http, CancellationToken ct) =>
            {
                http.Response.Headers.CacheControl = "private, max-age=900";
                return TypedResults.Text(await mediator.Send(new Query(token), ct), "text/calendar", System.Text.Encoding.UTF8);
            })
            .Operation(nameof(ReadCalendarFeed), Permission.Public)
            .ExcludeFromDescription();

    public sealed record Query(string Token) : IQuery<string>;

    sealed record Deadline(Guid Id, DateOnly DueOn, string Activity, CalendarStatus Status, int Version);

    sealed record Owner(Guid PersonId);

    public sealed class Handler(Db db, Caller caller, TimeProvider time) : IRequestHandler<Query, string>
    {
        public async Task<string> Handle(Query query, CancellationToken ct)
        {
            // Nobody has signed in: every statement names the person to whom the address belongs.
            caller.BecomeJob(nameof(ReadCalendarFeed));
            var owner = await db.One<Owner>("""
                select f.person_id from calendar_feed f join identity.account a on a.id::text = f.account_id and a.person_id = f.person_id
                    and a.blocked_at is null
                 where f.token_hash = @Hash and f.revoked_at is null
                """, new { Hash = FeedToken.Hash(query.Token) }, ct);
            var now = time.GetUtcNow().UtcDateTime;
            var (meetings, deadlines, events, consultations, groups) = await db.Many(Sql,
                new { owner.PersonId, From = now.AddDays(-DaysBack), To = now.AddDays(DaysAhead), Now = now },
                async rows => ((await rows.ReadAsync<CalendarEvent>()).ToList(),
                    (await rows.ReadAsync<Deadline>()).ToList(), (await rows.ReadAsync<CalendarEvent>()).ToList(),
                    (await rows.ReadAsync<CalendarEvent>()).ToList(), (await rows.ReadAsync<CalendarEvent>()).ToList()), ct);

            var russian = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "ru";
            var calendar = new CalendarText(russian ? "Наставничество" : "Mentoring");
            foreach (var m in meetings.Concat(events).Concat(consultations).Concat(groups)) calendar.Meeting(m, now);
            foreach (var d in deadlines) calendar.Day(d.Id, now, d.DueOn, russian ? $"Срок: {d.Activity}" : $"Due: {d.Activity}", d.Status, d.Version);
            return calendar.End();
        }
    }

    // A program's version counts too: whatever ends, pauses or resumes it, or takes somebody out of it, changes its events.
    // Whoever has left is told that what they knew of is off, and nothing more of it.
    const string Sql = """
        select m.id, m.starts_at, m.duration_minutes, m.topic, case when not off.off then m.place end place, case when not off.off then m.link end link,
               case when m.status = 'Cancelled' or off.off then 'Cancelled'
                    when m.status = 'Planned' and p.status = 'Paused' then 'Tentative' else 'Confirmed' end status,
               m.version + p.version as version
          from meeting m join program p on p.id = m.program_id join organization_zone t on t.place_id = m.organization_id
          join program_participant i on i.program_id = m.program_id and i.person_id = @PersonId
          cross join lateral (select case when i.left_on <= local_day(@Now, i.organization_id) then i.left_on::timestamp at time zone t.time_zone end at) leaves
          cross join lateral (select m.starts_at >= leaves.at is true off) off
         where m.starts_at between @From and @To and m.status <> 'Missed' and (leaves.at is null or m.created_at < leaves.at + interval '1 day')
         order by m.starts_at, m.id;

        select a.id, a.due_on, a.activity,
               case when i.left_on <= local_day(@Now, i.organization_id) then 'Cancelled'
                    when p.status = 'Active' then 'Confirmed' when p.status = 'Paused' then 'Tentative' else 'Cancelled' end status,
               a.version + p.version as version
          from roadmap_activity a
          join program p on p.id = a.program_id and (p.status in ('Active', 'Paused') or p.activated_at is not null and p.finished_at > @From)
          join program_participant i on i.program_id = a.program_id and i.person_id = @PersonId and (i.left_on is null or i.left_on > @From::date)
         where a.done_on is null and (a.responsible = 'Both' or a.responsible = i.role)
         order by a.due_on, a.id;

        select e.id, e.starts_at, e.duration_minutes, e.title topic, e.place, e.link,
               case e.status when 'Cancelled' then 'Cancelled' else 'Confirmed' end status, e.version
          from public_event e join public_event_person i on i.event_id = e.id and i.person_id = @PersonId
         where e.starts_at between @From and @To
         order by e.starts_at, e.id;

        select c.id, c.starts_at, c.duration_minutes, c.topic, c.place, c.link,
               case c.status when 'Cancelled' then 'Cancelled' else 'Confirmed' end status, c.version
          from consultation c
         where (c.person_id = @PersonId or (c.tutor_id = @PersonId and (c.is_open or c.status = 'Cancelled')))
           and c.starts_at between @From and @To and c.status <> 'Missed'
         order by c.starts_at, c.id;

        select m.id, m.starts_at, m.duration_minutes, m.topic, m.place, m.link,
               case m.status when 'Cancelled' then 'Cancelled' else 'Confirmed' end status, m.version
          from initiative_meeting m
         where @PersonId = any(m.member_ids) and m.starts_at between @From and @To
         order by m.starts_at, m.id
        """;
}
