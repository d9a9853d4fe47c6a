namespace Mentoring.Api.Features.School.Risks;

/// <summary>How the facts of programs in force are counted, and how signs become rows.</summary>
public static class SignalSql
{
    /// <summary>
    /// Facts of a batch of programs, in the order of their ids. A side wrote a meeting down or confirmed that it was held;
    /// the curator's entries accuse nobody.
    /// </summary>
    public const string Facts = """
        with batch as materialized (
            select p.id, p.organization_id, p.region_code, (@Now::timestamptz at time zone t.time_zone)::date today, t.time_zone,
                   (p.activated_at at time zone t.time_zone)::date since
              from program p join organization_zone t on t.place_id = p.organization_id
             where p.status = 'Active' and p.activated_at is not null and p.starts_on <= (@Now::timestamptz at time zone t.time_zone)::date
               and (@After::uuid is null or p.id > @After)
               and (@Organization::uuid is null or p.organization_id = @Organization)
             order by p.id limit @Limit)
        select b.id program_id, b.organization_id, b.region_code, b.today, b.today - b.since days_in_force,
               b.today - coalesce(held.last_on, b.since) days_silent, coalesce(held.n, 0)::int meetings,
               coalesce(burst.n, 0)::int burst, coalesce(copies.n, 0)::int copies, coalesce(hands.sides, 0)::int sides,
               road.total activities, road.done activities_done, road.late activities_late, made.n products,
               coalesce(load.n, 0)::int mentor_load, coalesce(load.capacity, 3) mentor_capacity
          from batch b
          left join lateral (
              select count(*) n, (max(m.starts_at) at time zone b.time_zone)::date last_on
                from meeting m where m.program_id = b.id and m.status = 'Held') held on true
          left join lateral (
              select case when bool_or(role is null) then 0 else count(distinct role) end sides
                from (select (select part.role from identity.account a join program_participant part on part.person_id = a.person_id
                               where a.id::text = m.created_by and part.program_id = b.id limit 1) role
                        from meeting m where m.program_id = b.id and m.status = 'Held'
                      union all
                      select part.role
                        from meeting m join meeting_confirmation c on c.region_code = m.region_code and c.meeting_id = m.id and c.about = 'Held'
                        join program_participant part on part.program_id = m.program_id and part.person_id = c.person_id
                       where m.program_id = b.id and m.status = 'Held') hand) hands on true
          left join lateral (
              select max(n) n from (
                  select count(*) over (order by m.created_at range between current row and interval '1 hour' following) n
                    from meeting m where m.program_id = b.id and m.status = 'Held' and m.created_at > m.starts_at + interval '2 days') entered) burst on true
          left join lateral (
              select max(n) n from (
                  select count(*) n from meeting m
                   where m.program_id = b.id and m.status = 'Held' and length(m.summary) > 15
                   group by lower(regexp_replace(m.summary, '\W+', '', 'g'))) alike) copies on true
          left join lateral (
              select count(*)::int total, count(done_on)::int done, (count(*) filter (where done_on is null and due_on < b.today - 14))::int late
                from roadmap_activity r where r.program_id = b.id) road on true
          left join lateral (
              select count(*)::int n from program_product made where made.program_id = b.id and made.withdrawn_at is null) made on true
          left join lateral (
              select count(*) n, coalesce(max(mp.capacity_programs) filter (where mp.status = 'Confirmed'), 3) capacity
                from program_participant me
                join program_participant mine on mine.person_id = me.person_id and mine.role = 'Mentor' and mine.left_on is null
                join program pr on pr.id = mine.program_id and pr.status = 'Active' and pr.starts_on <= b.today
                left join mentor_profile mp on mp.organization_id = b.organization_id and mp.person_id = me.person_id
               where me.program_id = b.id and me.role = 'Mentor' and me.left_on is null
               group by me.person_id
              having b.id = (array_agg(pr.id order by pr.activated_at desc, pr.id desc))[1]
               order by count(*) desc limit 1) load on true
         order by b.id
        """;

    /// <summary>What is no sign any more passes by itself.</summary>
    public const string Pass = """
        update risk_signal s set status = 'Passed', passed_on = local_day(@Now, s.organization_id), version = version + 1
         where s.program_id = any(@Programs) and s.status in ('Raised', 'Explained')
           and not exists (select from unnest(@Ids::uuid[], @Kinds::text[]) sign(program_id, kind) where sign.program_id = s.program_id and sign.kind = s.kind)
        """;

    /// <summary>An open signal keeps its day and learns the latest count; what was decided lately is not raised anew.</summary>
    public const string Raise = """
        insert into risk_signal (id, organization_id, region_code, program_id, kind, found, expected, raised_on, shown_on)
        select sign.id, p.organization_id, p.region_code, p.id, sign.kind, sign.found, sign.expected, sign.today, sign.today + @DaysOfThePair
          from unnest(@NewIds::uuid[], @Ids::uuid[], @Kinds::text[], @Found::int[], @Expected::int[], @Days::date[]) sign(id, program_id, kind, found,
             expected, today)
          join program p on p.id = sign.program_id
         where not exists (select from risk_signal old where old.program_id = p.id and old.kind = sign.kind
                             and old.status in ('Confirmed', 'Dismissed') and old.decided_on > sign.today - @QuietDays)
        on conflict (program_id, kind, region_code) where status in ('Raised', 'Explained') do update
           set found = excluded.found, expected = excluded.expected
        """;
}
