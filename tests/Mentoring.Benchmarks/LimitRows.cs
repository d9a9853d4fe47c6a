using System.Text.Encodings.Web;
using System.Text.Json;
using Mentoring.Api.Features.Region.Routes;
using Microsoft.AspNetCore.Http;
using Npgsql;

namespace Mentoring.Benchmarks;

/// <summary>
/// The limit of answers that are rows as they stand: columns are called as the members are, and go from the reader into the answer
/// without a shape in between. Days are texts by the statement.
/// </summary>
static class LimitRows
{
    static readonly JsonWriterOptions s_options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Task Tutees(HttpContext http, NpgsqlDataSource source, Guid tutor) => Answer(http, source, tutor, [TuteesSql], async (rows, json) =>
    {
        await List(rows, json, "items");
        json.WriteNull("next");
    });

    public static Task Route(HttpContext http, NpgsqlDataSource source, Guid route) => Answer(http, source, route, RouteSql, async (rows, json) =>
    {
        json.WritePropertyName("route");
        await rows.ReadAsync();
        var status = Enum.Parse<RouteStatus>(rows.GetString(5));
        Row(rows, json);
        json.WriteBoolean("own", true);
        json.WriteStartArray("moves");
        foreach (var move in RouteLife.Moves.From(status)) json.WriteStringValue(move.ToString());
        json.WriteEndArray();
        json.WriteStartArray("warnings");
        json.WriteEndArray();
        foreach (var name in (string[])["findings", "goals", "alternatives", "activities", "products", "versions", "reflections", "comments", "pasts"])
        {
            await rows.NextResultAsync();
            await List(rows, json, name);
        }
    });

    static async Task Answer(HttpContext http, NpgsqlDataSource source, Guid id, string[] statements, Func<NpgsqlDataReader, Utf8JsonWriter, Task> write)
    {
        await using var batch = source.CreateBatch();
        foreach (var sql in statements) batch.BatchCommands.Add(new(sql) { Parameters = { new() { Value = id } } });
        await using var rows = await batch.ExecuteReaderAsync(http.RequestAborted);
        http.Response.ContentType = "application/json; charset=utf-8";
        await using var json = new Utf8JsonWriter(http.Response.BodyWriter, s_options);
        json.WriteStartObject();
        await write(rows, json);
        json.WriteEndObject();
    }

    static async Task List(NpgsqlDataReader rows, Utf8JsonWriter json, string name)
    {
        json.WriteStartArray(name);
        while (await rows.ReadAsync()) Row(rows, json);
        json.WriteEndArray();
    }

    static void Row(NpgsqlDataReader rows, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        for (var at = 0; at < rows.FieldCount; at++)
        {
            json.WritePropertyName(rows.GetName(at));
            switch (rows.GetValue(at))
            {
                case string text: json.WriteStringValue(text); break;
                case Guid id: json.WriteStringValue(id); break;
                case int number: json.WriteNumberValue(number); break;
                case bool yes: json.WriteBooleanValue(yes); break;
                case DateTime instant: json.WriteStringValue(instant); break;
                case Array many:
                    json.WriteStartArray();
                    foreach (var one in many) json.WriteStringValue(one.ToString());
                    json.WriteEndArray();
                    break;
                default: json.WriteNullValue(); break;
            }
        }

        json.WriteEndObject();
    }

    const string TuteesSql = """
        select id, status, person_name "personName", organization_name "organizationName", body_name "bodyName", areas, starts_on::text "startsOn",
               last_contact_at "lastContactAt", next_consultation_at "nextConsultationAt", to_record "toRecord", answer_by::text "answerBy",
               route_id "routeId", route_status "routeStatus", next_term_on::text "nextTermOn", overdue, activities, done "activitiesDone",
               (array['ToRecord', 'Overdue', 'Differs', 'NoRoute', 'Silent', 'TermNear', 'NothingPlanned', 'Nothing', 'Unanswered'])[turn + 1] need
          from (
            select a.id, a.status, a.person_name, o.name_short organization_name, b.name_short body_name, a.areas, a.starts_on, met.*, a.answer_by,
                   way.route_id, way.route_status, way.next_term_on, coalesce(way.overdue, 0) overdue, coalesce(way.activities, 0) activities,
                   coalesce(way.done, 0) done,
                   case when a.status = 'Proposed' then 8 when met.to_record > 0 then 0 when way.overdue > 0 then 1 when differs.says then 2
                        when way.route_id is null and met.next_consultation_at is null then 3
                        when met.next_consultation_at is null and coalesce(met.last_contact_at, a.changed_at) < now() - interval '30 days' then 4
                        when way.next_term_on - day.today <= 14 then 5 when met.next_consultation_at is null then 6 else 7 end turn,
                   coalesce(met.last_contact_at, a.changed_at) since
              from tutor_assignment a join organization o on o.id = a.organization_id join organization b on b.id = a.body_id
              join organization_zone zone on zone.place_id = a.organization_id
             cross join lateral (select (now() at time zone zone.time_zone)::date today) day
             cross join lateral (
                select greatest(max(c.starts_at) filter (where c.status = 'Held'),
                                (select max(w.said_at) from tutor_comment w where w.region_code = a.region_code and w.assignment_id = a.id
                                    and w.side in ('Tutor', 'Teacher'))) last_contact_at,
                       min(c.starts_at) filter (where c.status = 'Planned' and c.starts_at > now()) next_consultation_at,
                       count(*) filter (where c.status = 'Planned' and c.starts_at + make_interval(mins => c.duration_minutes) < now())::int to_record
                  from consultation c where c.region_code = a.region_code and c.assignment_id = a.id) met
              left join lateral (
                select r.id route_id, r.status route_status, count(t.id) filter (where t.status <> 'CalledOff')::int activities,
                       count(t.id) filter (where t.status = 'Done')::int done,
                       min(t.ends_on) filter (where t.status in ('Planned', 'InProgress') and t.ends_on >= day.today) next_term_on,
                       count(t.id) filter (where r.status in ('InProgress', 'Reflection') and t.status in ('Planned', 'InProgress')
                                             and t.ends_on < day.today)::int overdue
                  from route r left join route_activity t on t.region_code = r.region_code and t.route_id = r.id and t.dropped_at is null
                 where r.region_code = a.region_code and r.person_id = a.person_id and r.status not in ('Completed', 'Closed')
                 group by r.region_code, r.id) way on true
             cross join lateral (select exists (select from tutoring_mark m where m.region_code = a.region_code and m.assignment_id = a.id and m.side = 'Tutor')
                                    and exists (select from tutoring_said(a.region_code, a.id) s where s.differs) says) differs
             where a.tutor_id = $1 and a.is_open) q
         order by turn, since, id
         limit 61
        """;

    static readonly string[] RouteSql =
    [
        """
        select r.id, r.person_id "personId", person_name(p) "personName", r.organization_id "organizationId", o.name_short "organizationName", r.status,
               r.starts_on::text "startsOn", r.ends_on::text "endsOn", r.image, r.close_reason "closeReason", r.version revision
          from route r join organization o on o.id = r.organization_id join person p on p.id = r.person_id where r.id = $1
        """,
        """
        select id, kind, area_code "areaCode", text, level_before "levelBefore", diagnosis_id "diagnosisId", goal_id "goalId", closed_on::text "closedOn"
          from route_finding where route_id = $1 and dropped_at is null order by position, id
        """,
        "select goal_id from route_finding where route_id = $1 and dropped_at is null and goal_id is not null",
        "select title, gains, costs, chosen, motive from route_alternative where route_id = $1 order by position",
        """
        select id, section, title, area_codes "areaCodes", finding_ids "findingIds", starts_on::text "startsOn", ends_on::text "endsOn", resources, product,
               program_id "programId", resource_id "resourceId", resource_run_id "resourceRunId", status, status_reason "statusReason",
               done_on::text "doneOn"
          from route_activity where route_id = $1 and dropped_at is null order by section, route_activity.starts_on, position, id
        """,
        """
        select p.id, p.activity_id "activityId", p.kind_code "kindCode", p.title, f.name "fileName", p.link, p.text, p.presented,
               p.presented_on::text "presentedOn", p.seen_by "seenBy", p.attitude, p.attitude_words "attitudeWords", p.added_at "addedAt"
          from route_product p left join stored_file f on f.region_code = p.region_code and f.id = p.file_id
         where p.route_id = $1 and p.withdrawn_at is null order by p.added_at desc, p.id
        """,
        """select number, reason, words, made_at "madeAt" from route_version where route_id = $1 order by number desc""",
        """
        select id, finding_id "findingId", made_on::text "madeOn", closeness, meaning, motivation, words, shared
          from route_reflection where route_id = $1 order by made_at desc, id
        """,
        """
        select id, activity_id "activityId", author_id = person_id "byTeacher", text, made_at "madeAt"
          from route_comment where route_id = $1 order by made_at, id
        """,
        """
        select o.name_short "organizationName", p.since::text, p.until::text
          from route_past p join organization o on o.id = p.organization_id where p.route_id = $1 order by p.number
        """,
    ];
}
