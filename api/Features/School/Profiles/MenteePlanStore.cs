using System.Text.Json;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Profiles;

/// <summary>Writes a mentee's difficulties and steps: known ones change, new ones are added, what is left out is closed.</summary>
public static class MenteePlanStore
{
    static readonly JsonSerializerOptions Columns = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    public static async Task Write(Place place, Guid person, SaveMenteeProfile.Body body, Db db, TimeProvider time, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        await db.Execute(Sql, new
        {
            place.OrganizationId, place.RegionCode, Person = person, Today = place.Today(time),
            Difficulties = JsonSerializer.Serialize(body.Difficulties.Select((d, i) => new
            {
                Id = d.Id ?? Guid.CreateVersion7(now), IsNew = d.Id is null, Position = i + 1, d.AreaCode, d.TopicCode, d.Text, d.Level,
            }), Columns),
            Steps = JsonSerializer.Serialize(body.Steps.Select((s, i) =>
                new { Id = s.Id ?? Guid.CreateVersion7(now), IsNew = s.Id is null, Position = i + 1, s.Text, s.DueOn }), Columns),
        }, ct);
    }

    // An id of somebody else's row changes nothing: updates are limited to this person's open rows.
    const string Sql = """
        update mentee_difficulty d set closed_on = @Today
         where d.organization_id = @OrganizationId and d.person_id = @Person and d.closed_on is null
           and d.id not in (select id from jsonb_to_recordset(@Difficulties::jsonb) as g (id uuid));
        update mentee_difficulty d set position = g.position, area_code = g.area_code, topic_code = g.topic_code, text = g.text, level = g.level
          from jsonb_to_recordset(@Difficulties::jsonb) as g (id uuid, position int, area_code text, topic_code text, text text, level int)
         where d.id = g.id and d.organization_id = @OrganizationId and d.person_id = @Person and d.closed_on is null;
        insert into mentee_difficulty (id, organization_id, region_code, person_id, position, area_code, topic_code, text, level, noted_on)
        select id, @OrganizationId, @RegionCode, @Person, position, area_code, topic_code, text, level, @Today
          from jsonb_to_recordset(@Difficulties::jsonb) as g (id uuid, is_new boolean, position int, area_code text, topic_code text, text text, level int)
         where is_new;

        update self_step s set dropped_on = @Today
         where s.organization_id = @OrganizationId and s.person_id = @Person and s.dropped_on is null and s.done_on is null
           and s.id not in (select id from jsonb_to_recordset(@Steps::jsonb) as g (id uuid));
        update self_step s set position = g.position, text = g.text, due_on = g.due_on
          from jsonb_to_recordset(@Steps::jsonb) as g (id uuid, position int, text text, due_on date)
         where s.id = g.id and s.organization_id = @OrganizationId and s.person_id = @Person and s.done_on is null and s.dropped_on is null;
        insert into self_step (id, organization_id, region_code, person_id, position, text, due_on)
        select id, @OrganizationId, @RegionCode, @Person, position, text, due_on
          from jsonb_to_recordset(@Steps::jsonb) as g (id uuid, is_new boolean, position int, text text, due_on date)
         where is_new;
        """;
}
