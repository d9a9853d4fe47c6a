using Dapper;
using Npgsql;

namespace Mentoring.Demo;

/// <summary>Instruments that the showcase region owns: a published edition, the draft of the next, one out of use; and a draft of the federation.</summary>
sealed class DemoInstruments : IDemoArea
{
    public int Turn => 38;

    public Task Tell(NpgsqlConnection connection, DateTimeOffset now)
    {
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        return connection.ExecuteAsync(Sql, new { Year = today.Month >= 9 ? today.Year : today.Year - 1 });
    }

    const string Sql = """
        insert into instrument (id, code, edition, kind, form, name_ru, name_en, owner_region, status, content, created_at, created_by, published_at,
            withdrawn_at)
        select gen_random_uuid(), case e.n when 3 then 'mentor-role-' else 'young-teacher-' end || lower(replace(r.region, '-', '')),
               case e.n when 3 then 1 else e.n end, e.kind, 'Asked', e.ru, e.en, r.region, e.status, f.content,
               make_timestamptz(@Year - e.age, 9, 2, 9, 0, 0, 'Europe/Moscow'), r.account,
               case when e.status <> 'Draft' then make_timestamptz(@Year - e.age, 9, 10, 9, 0, 0, 'Europe/Moscow') end,
               case when e.status = 'Withdrawn' then make_timestamptz(@Year, 9, 1, 9, 0, 0, 'Europe/Moscow') end
          from (select a.territory_code region, a.account_id::text account
                  from role_assignment a join identity.account c on c.id = a.account_id and c.email = 'region@demo.example'
                 where a.role = 'RegionalCoordinator' and a.ended_on is null) r
         cross join (values
               (1, 'Deficits', 'Затруднения молодого педагога: первый и второй год работы', 'Difficulties of a young teacher: two years', 'Published', 1),
               (2, 'Deficits', 'Затруднения молодого педагога: первые три года работы', 'Difficulties of a young teacher: three years', 'Draft', 0),
               (3, 'Achievements', 'Готовность к роли наставника', 'Readiness to be a mentor', 'Withdrawn', 3)) e (n, kind, ru, en, status, age)
          join lateral (select i.content from instrument i where i.kind = e.kind and i.owner_region is null and i.owner_organization_id is null
                           and i.status = 'Published' order by i.code, i.edition desc limit 1) f on true;

        insert into instrument (id, code, edition, kind, form, name_ru, name_en, status, content, created_at, created_by)
        select gen_random_uuid(), 'federal-mentor', 1, 'Achievements', 'Asked', 'Профиль наставника: федеральная методика', 'A mentor''s profile', 'Draft',
               i.content, make_timestamptz(@Year, 10, 1, 9, 0, 0, 'Europe/Moscow'), 'demo'
          from instrument i
         where i.kind = 'Achievements' and i.owner_region is null and i.owner_organization_id is null and i.status = 'Published'
         order by i.code, i.edition desc limit 1;
        """;
}
