using Dapper;
using Npgsql;

namespace Mentoring.Demo;

/// <summary>
/// What changed with mentees, mentors and schools over two school years: most of the pairs answered before and after, said since when the
/// mentee has settled in, and schools looked at themselves at the begin and the end of a year.
/// </summary>
sealed class DemoChanges : IDemoArea
{
    public int Turn => 148;

    public Task Tell(NpgsqlConnection connection, DateTimeOffset now)
    {
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        return connection.ExecuteAsync(Sql, new { Today = today, Year = today.Month >= 9 ? today.Year : today.Year - 1 });
    }

    const string Sql = """
        create temp table demo_asked on commit drop as
        select i.subject, i.edition, scale->>'code' scale, (scale->>'result')::int result, scale->>'direction' = 'MoreIsBetter' more, item->>'code' item
          from (select distinct on (subject) * from impact_instrument order by subject, edition desc) i
         cross join jsonb_array_elements(i.content->'scales') scale cross join jsonb_array_elements(scale->'items') item;

        -- One of nine never answers.
        create temp table demo_taken on commit drop as
        select md5('impact' || p.id || i.person_id || w.moment)::uuid id, p.region_code, p.organization_id, p.id program_id, i.person_id, i.role, w.moment,
               w.opens_on + who.lot % greatest(least(w.closes_on - w.opens_on, 28), 1) taken_on, who.lot
          from program p
          join program_participant i on i.region_code = p.region_code and i.program_id = p.id and i.role in ('Mentor', 'Mentee')
               and (i.left_on is null or i.left_on >= p.finished_at::date)
         cross join lateral impact_windows(p) w
         cross join lateral (select abs(hashtext(p.id::text || i.person_id)) lot) who
         where who.lot % 9 < 8 and w.opens_on + who.lot % greatest(least(w.closes_on - w.opens_on, 28), 1) < @Today;

        -- More rise than fall; how far somebody begins, and on what they rise, is their own.
        create temp table demo_said on commit drop as
        select m.id, i.scale, i.result, i.more, i.item,
               least(greatest(2 + abs(hashtext(m.person_id::text || i.item)) % 3 + case when m.moment = 'Before' then 0
                   else (array[-1, 0, 0, 1, 1])[1 + abs(hashtext(m.program_id::text || i.item)) % 5] * case when i.more then 1 else -1 end end, 1), 5) said
          from demo_taken m join demo_asked i on i.subject = m.role;
        create temp table demo_scored on commit drop as
        select id, scale, result, round(avg(said), 2) score, case when more then round(avg(said), 2) else 6 - round(avg(said), 2) end better
          from demo_said group by id, scale, result, more;

        insert into impact_measure (region_code, id, organization_id, program_id, person_id, role, moment, edition, status, taken_on, saved_at)
        select m.region_code, m.id, m.organization_id, m.program_id, m.person_id, m.role, m.moment, i.edition, 'Sent', m.taken_on, m.taken_on + time '09:00'
          from demo_taken m join (select distinct subject, edition from demo_asked) i on i.subject = m.role;
        insert into impact_answer (region_code, measure_id, organization_id, program_id, person_id, answers, scores, results, shared)
        select m.region_code, m.id, m.organization_id, m.program_id, m.person_id, a.answers, s.scores, s.results, m.lot % 4 = 0
          from demo_taken m join (select id, jsonb_object_agg(item, said) answers from demo_said group by id) a using (id)
          join (select id, jsonb_object_agg(scale, score) scores,
                       array[round(avg(better) filter (where result = 1), 2), round(avg(better) filter (where result = 2), 2),
                             round(avg(better) filter (where result = 3), 2), round(avg(better) filter (where result = 4), 2)]::numeric(3,2)[] results
                  from demo_scored group by id) s using (id);

        -- Of one in ten the mentor alone has said it so far.
        insert into adaptation (region_code, organization_id, program_id, person_id, adapted_on, days, in_plan, mentor_id, mentor_said_at, mentee_said_at)
        select p.region_code, p.organization_id, p.id, i.person_id, day.adapted_on, day.adapted_on - p.starts_on, day.adapted_on <= p.ends_on, mentor.person_id,
               day.adapted_on + time '10:00', case when day.lot % 10 > 0 then day.adapted_on + time '12:00' end
          from program p
          join program_participant i on i.region_code = p.region_code and i.program_id = p.id and i.role = 'Mentee'
          join program_participant mentor on mentor.region_code = p.region_code and mentor.program_id = p.id and mentor.role = 'Mentor'
         cross join lateral (select lot, p.starts_on + 45 + lot % 190 adapted_on from (select abs(hashtext(p.id::text)) lot) l) day
         where p.activated_at is not null and day.lot % 6 < 5 and day.adapted_on < least(@Today, coalesce(p.finished_at::date, @Today))
        on conflict do nothing;

        insert into school_impact (region_code, organization_id, school_year, moment, edition, answers, scores, taken_on, said_by_name)
        select s.region_code, s.organization_id, s.school_year, s.moment, s.edition, s.answers, s.scores, s.taken_on, s.name
          from (select o.region_code, o.id organization_id, y.school_year, y.moment, said.edition, y.opens_on + abs(hashtext(o.id::text)) % 25 taken_on,
                       head.name, jsonb_object_agg(said.item, said.value) answers,
                       (select jsonb_object_agg(scale, mean) from (
                           select i.scale, round(avg(2 + (abs(hashtext(o.id::text || i.item)) + y.later) % 4), 2) mean
                             from demo_asked i where i.subject = 'School' group by 1) of_scale) scores
                  from organization o
                  join lateral (select person_name(p) as name from employment e join person p on p.id = e.person_id
                                 where e.organization_id = o.id and e.position_code = 'head' and e.is_main and e.ended_on is null
                                 order by e.started_on limit 1) head on true
                 cross join (values (@Year - 1, 'Before', make_date(@Year - 1, 9, 3), 0), (@Year - 1, 'After', make_date(@Year, 5, 3), 1),
                                    (@Year, 'Before', make_date(@Year, 9, 3), 1)) y (school_year, moment, opens_on, later)
                 cross join lateral (select i.edition, i.item, 2 + (abs(hashtext(o.id::text || i.item)) + y.later) % 4 "value"
                                       from demo_asked i where i.subject = 'School') said
                 where abs(hashtext('sees' || o.id)) % 5 < 4
                 group by o.region_code, o.id, y.school_year, y.moment, y.opens_on, y.later, said.edition, head.name) s
         where s.taken_on < @Today and exists (select from program p where p.organization_id = s.organization_id);
        """;
}
