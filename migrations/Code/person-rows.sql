-- Where a person stands in the rows of a table: by foreign key, and in parts of rows that have none of their own.
create or replace function person_references() returns table (rel text, col text, keys text[], cond text)
language sql stable set search_path = public, pg_temp as $$
    with named as (
        select k.conrelid, a.attname::text col, 0 part
          from pg_constraint k join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
         where k.contype = 'f' and k.confrelid = 'person'::regclass and k.conrelid <> 'person_merge'::regclass
        union all
        select part.rel::regclass, part.col, 1
          from (values ('mentor_result', 'person_id'), ('mentee_difficulty', 'person_id'), ('self_step', 'person_id'),
                       ('compatibility_ground', 'mentor_id'), ('compatibility_ground', 'mentee_id')) part (rel, col))
    select n.conrelid::regclass::text, n.col, key.names, key.cond
      from named n
     cross join lateral (
        select array_agg(a.attname::text order by a.attnum),
               -- Notes of merges that are older than a key's region do not name it.
               string_agg(format(case a.attname when 'region_code' then 't.%1$I = coalesce($2 ->> %1$L, t.%1$I)'
                   else 't.%1$I = ($2 ->> %1$L)::%2$s' end, a.attname, format_type(a.atttypid, null)), ' and ' order by a.attnum)
          from pg_attribute a
         where a.attrelid = n.conrelid and a.attnum > 0 and not a.attisdropped
           and case when exists (select from pg_attribute i where i.attrelid = n.conrelid and i.attname = 'id' and not i.attisdropped)
                    then a.attname = 'id'
                    else a.attnum = any((select k.conkey from pg_constraint k where k.conrelid = n.conrelid and k.contype = 'p')::int2[]) end
           ) key (names, cond)
     order by n.part, 1, 2
$$;
revoke execute on function person_references from public;

-- How many rows of each kind name a person, so that two histories can be compared; not of what is confidential.
create or replace function person_rows(person uuid) returns table (kind text, rows int)
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
    ref record;
begin
    for ref in
        select rel, string_agg(format('t.%I = $1', col), ' or ') cond from person_references()
         where rel not in ('employment', 'program_participant', 'person_source', 'departure', 'identity.account', 'meeting_note', 'readiness_check',
                           'compatibility_opinion', 'compatibility_ground', 'training_place', 'pulse_invitation', 'arbitration_case',
                           'arbitration_entry')
         group by rel order by rel
    loop
        kind := ref.rel;
        execute format('select count(*)::int from %s t where %s', ref.rel, ref.cond) into rows using person;
        if rows > 0 then return next; end if;
    end loop;
end $$;
revoke execute on function person_rows from public;
grant execute on function person_rows to mentoring_app;
