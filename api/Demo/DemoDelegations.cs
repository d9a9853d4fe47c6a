using Dapper;
using Npgsql;

namespace Mentoring.Demo;

/// <summary>What the showcase schools handed over, and what others ask of them.</summary>
sealed class DemoDelegations : IDemoArea
{
    public int Turn => 30;

    public Task Tell(NpgsqlConnection connection, DateTimeOffset now) =>
        connection.ExecuteAsync(Sql, new { Now = now.UtcDateTime, Today = DateOnly.FromDateTime(now.UtcDateTime) });

    const string Sql = """
        create temp table demo_delegating_school on commit drop as
        select o.id, o.region_code, o.territory_code, a.email,
               (select b.id from organization b where b.region_code = o.region_code and b.kind = 'Cnppm' limit 1) centre,
               (select b.id from organization b where b.region_code = o.region_code and b.kind = 'MunicipalService' limit 1) service,
               (select b.id from organization b where b.territory_code = o.territory_code and b.kind = 'School' and b.id <> o.id
                   order by b.name_short limit 1) neighbour
          from role_assignment r join identity.account a on a.id = r.account_id join organization o on o.id = r.organization_id
         where a.email in ('curator@demo.example', 'curator-tver@demo.example', 'curator-vladivostok@demo.example') and r.role = 'Curator';

        insert into delegation (id, organization_id, region_code, taker_id, component, status, starts_on, ends_on, basis, task, proposed_at, proposed_by,
            decided_at, ended_at, reason)
        select gen_random_uuid(), d.giver, d.region_code, d.taker, d.component, d.status, @Today + d.starts, @Today + d.ends, d.basis, d.task,
               @Now + make_interval(days => least(d.starts, 0) - 10), 'demo', case when d.status <> 'Proposed'
                   then @Now + make_interval(days => least(d.starts, 0) - 6) end,
               case when d.status = 'Ended' then @Now + make_interval(days => d.ends) end, d.reason
          from (select id giver, region_code, centre taker, 'MethodicalHelp' component, 'InForce' status, -60 starts, 150 ends,
             'Соглашение о методическом сопровождении № 12' basis,
                       'Разбор программ молодых специалистов, две консультации в месяц.' task, null reason from demo_delegating_school
                union all
                select id, region_code, service, 'Monitoring', 'Proposed', 7, 190, 'Приказ руководителя № 48-н', 'Сбор показателей за полугодие.', null
                       from demo_delegating_school
                union all
                select id, region_code, service, 'Events', 'Ended', -200, -80, 'Приказ руководителя № 17-н', 'Муниципальный конкурс наставнических практик.',
                       null from demo_delegating_school
                union all
                select id, region_code, centre, 'Psychologist', 'Declined', -20, 60, 'Письмо № 31', 'На время отпуска педагога-психолога.',
                       'Свободных психологов до января нет.' from demo_delegating_school
                union all
                select neighbour, region_code, id, 'CuratorDuties', case when email like '%vladivostok%' then 'InForce' else 'Proposed' end,
                       case when email like '%vladivostok%' then -30
                           else 5 end, 120, 'Договор о сетевом взаимодействии № 6', 'Куратор ушла в декретный отпуск; просим вести программы.', null
                               from demo_delegating_school) d
         where d.taker is not null and d.giver is not null
        """;
}
