using Dapper;
using Npgsql;

namespace Mentoring.Demo;

/// <summary>
/// Whom the bodies of the showcase regions stand behind: agreements of three school years, what has no end, one that runs out,
/// one that was given up, and schools whom nobody helps yet.
/// </summary>
sealed class DemoSupport : IDemoArea
{
    public int Turn => 35;

    public Task Tell(NpgsqlConnection connection, DateTimeOffset now)
    {
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        return connection.ExecuteAsync(Sql, new { Now = now.UtcDateTime, Today = today, Year = today.Month >= 9 ? today.Year : today.Year - 1 });
    }

    const string Sql = """
        create temp table demo_supported on commit drop as
        select o.id, o.region_code, o.territory_code, o.kind, abs(hashtext(o.name_full)) lot,
               exists (select from role_assignment r join identity.account a on a.id = r.account_id
                        where r.organization_id = o.id and a.email like 'curator%@demo.example') is_showcase,
               (select b.id from organization b where b.region_code = o.region_code and b.kind = 'Cnppm' limit 1) centre,
               (select b.id from organization b where b.region_code = o.region_code and b.kind = 'Institute' limit 1) institute,
               (select b.id from organization b where b.territory_code = o.territory_code and b.kind = 'MunicipalService' limit 1) service
          from organization o
         where o.kind in ('School', 'College', 'AdditionalEducation') and o.status = 'Open'
           and exists (select from organization b where b.region_code = o.region_code and b.kind = 'Cnppm');

        insert into support_link (region_code, id, organization_id, body_id, service_code, agreement, starts_on, ends_on, end_reason, created_at, created_by,
            ended_at, ended_by)
        select s.region_code, gen_random_uuid(), s.id, l.body, l.service, l.agreement, l.starts_on, l.ends_on, l.reason,
               least(@Now, l.starts_on - interval '12 days'), 'demo', case when l.reason is not null then l.ends_on - interval '3 days' end,
               case when l.reason is not null then 'demo' end
          from demo_supported s cross join lateral (
              select s.centre body, 'methodical-help' service, 'Соглашение от 25.08.' || y || ' № ' || (y - 2010) agreement, make_date(y, 9, 1) starts_on,
                     make_date(y + 1, 9, 1) ends_on, null::text reason
                from generate_series(@Year - 2, @Year) y where s.lot % 6 <> 0 or y < @Year or s.is_showcase
              union all
              select s.centre, 'route-tutoring', 'Государственное задание на ' || y || ' год, раздел 3', make_date(y, 9, 1), make_date(y + 1, 9, 1), null
                from generate_series(@Year - 1, @Year) y where (s.kind = 'School' and s.lot % 3 = 0) or s.is_showcase
              union all
              select s.centre, 'diagnosis', 'Соглашение от 25.08.' || @Year || ' № ' || (@Year - 2010), make_date(@Year, 9, 1), make_date(@Year + 1, 9, 1), null
               where s.lot % 4 < 2
              union all
              select s.institute, 'courses', 'Распоряжение от 12.01.' || (@Year - 1) || ' № 7-р', make_date(@Year - 1, 1, 12), null, null
               where s.kind <> 'College'
              union all
              select s.service, 'events', 'Приказ управления образования № 214', make_date(@Year - 1, 9, 1), null, null where s.service is not null
              union all
              select s.centre, 'outer-mentoring', 'Соглашение о наставничестве вне школы № 9', @Today - 345, @Today + 20, null
               where s.lot % 5 = 0 or s.is_showcase
              union all
              select s.institute, 'internship', 'Договор о стажировочной площадке № 3', make_date(@Year - 2, 10, 1), make_date(@Year - 1, 3, 1),
                     'Площадка закрылась на ремонт.' where s.lot % 7 = 0 or s.is_showcase) l;
        """;
}
