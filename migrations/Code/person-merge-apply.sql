-- How two records of a person become one. The functions of merges work with the rights of the tables' owner and give nothing
-- to read: who may merge whom is asked by the row policy of person_merge. The same post told twice, by two numbers or two
-- senders, becomes one over the time of both. A row that the survivor has too stays with the absorbed record; where whoever
-- counts such rows does not ask who works there, it is set aside.

-- Ends what the absorbed record has beside the survivor's own, and gives it to the survivor as what was; where it cannot be both, it
-- stays with the absorbed record, ended. What was over by then is left as it was.
create or replace function person_merge_end(merge person_merge, rel text, col text, cond text, k jsonb, whole jsonb, ending jsonb, n int) returns int
language plpgsql security definer set search_path = public, pg_temp as $$
declare
    became jsonb;
begin
    begin
        execute format('update %s t set %s where t.%I = $1 and %s and %s returning to_jsonb(t)', rel, ending ->> 0, col, cond, ending ->> 1)
            into became using merge.absorbed_id, k;
    exception when unique_violation or exclusion_violation or check_violation then became := null;
    end;
    if became is not null then
        insert into person_merge_row values (merge.region_code, merge.id, n, 'Changed', rel, col, k, whole, became);
        n := n + 1;
    end if;
    begin
        execute format('update %s t set %I = $1 where t.%I = $3 and %s', rel, col, col, cond) using merge.survivor_id, k, merge.absorbed_id;
        insert into person_merge_row values (merge.region_code, merge.id, n, 'Moved', rel, col, k);
    exception when unique_violation or exclusion_violation or check_violation then
        insert into person_merge_row values (merge.region_code, merge.id, n, 'Kept', rel, col, k, whole);
    end;
    return n;
end $$;
revoke execute on function person_merge_end from public;

create or replace function person_merge_apply() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
    ref record; job employment; twin employment; twins int; k jsonb; whole jsonb; n int := 0; w record;
    -- What one person has once at a time: of the two the survivor's goes on, the other's ends and stands in the history.
    ends constant jsonb := jsonb_build_object(
        'mentor_offer.mentor_id', array[$q$status = 'Ended', ended_at = now(), version = version + 1$q$, $q$status in ('Proposed', 'Open')$q$],
        'offer_request.mentee_id', array[$q$status = 'Withdrawn', decided_at = now(), version = version + 1$q$, $q$status = 'Asked'$q$],
        'tutor_assignment.person_id', array[$q$status = case status when 'Active' then 'Ended' else 'Withdrawn' end, changed_at = now(), changed_by = '',
            ends_on = case status when 'Active' then greatest(starts_on, local_day(now(), organization_id)) end, version = version + 1,
            reason = 'Записи об одном человеке объединены.'$q$, $q$status in ('Requested', 'Proposed', 'Active')$q$],
        'route.person_id', array[$q$status = 'Closed', ended_at = now(), version = version + 1,
            close_reason = 'Записи об одном человеке объединены.'$q$, $q$status not in ('Completed', 'Closed')$q$],
        'diagnosis.person_id', array[$q$status = 'Withdrawn', withdrawn_at = now(), version = version + 1$q$, $q$status = 'Draft'$q$],
        'initiative_member.person_id', array[$q$status = 'Left', ended_at = now()$q$, $q$status in ('Invited', 'Suggested', 'Asked', 'In')$q$],
        'resource_place.person_id', array['given_up_at = now()', 'given_up_at is null']);
begin
    for job in select * from employment where person_id = new.absorbed_id order by started_on, id loop
        select count(*) into twins from employment e where e.person_id = new.survivor_id and e.organization_id = job.organization_id
           and e.position_code = job.position_code and e.period && job.period;
        n := n + 1;
        if twins = 0 then
            update employment set person_id = new.survivor_id where id = job.id;
            insert into person_merge_row values (new.region_code, new.id, n, 'Moved', 'employment', 'person_id', jsonb_build_object('id', job.id));
            continue;
        end if;
        select * into twin from employment e where e.person_id = new.survivor_id and e.organization_id = job.organization_id
           and e.position_code = job.position_code and e.period && job.period order by e.started_on limit 1;
        -- What was changed of the post by hand goes to the twin before the post goes, and comes back after it.
        for k in select jsonb_build_object('region_code', t.region_code, 'id', t.id) from staff_edit t where t.employment_id = job.id loop
            update staff_edit t set employment_id = twin.id where t.region_code = k ->> 'region_code' and t.id = (k ->> 'id')::uuid;
            insert into person_merge_row values
                (new.region_code, new.id, n, 'Moved', 'staff_edit', 'employment_id', k, jsonb_build_object('employment_id', job.id));
            n := n + 1;
        end loop;
        insert into person_merge_row values
            (new.region_code, new.id, n, 'SetAside', 'employment', 'person_id', jsonb_build_object('id', job.id), to_jsonb(job));
        delete from employment where id = job.id;
        continue when twins > 1;
        n := n + 1;
        insert into person_merge_row values
            (new.region_code, new.id, n, 'Changed', 'employment', '', jsonb_build_object('id', twin.id), to_jsonb(twin));
        update employment e set started_on = least(e.started_on, job.started_on), is_main = e.is_main or job.is_main,
               ended_on = case when e.ended_on is not null and job.ended_on is not null then greatest(e.ended_on, job.ended_on) end,
               qualification = coalesce(e.qualification, job.qualification), version = e.version + 1
         where e.id = twin.id;
        update person_merge_row r set became = (select to_jsonb(e) from employment e where e.id = twin.id) where r.merge_id = new.id and r.number = n;
    end loop;

    update person_source set merge_ids = merge_ids || new.id where person_id = new.absorbed_id;
    for ref in select * from person_references() where rel <> 'employment' loop
        for k, whole in
            execute format('select (select jsonb_object_agg(f, to_jsonb(t) -> f) from unnest($2) f), to_jsonb(t) from %s t where t.%I = $1',
                ref.rel, ref.col) using new.absorbed_id, ref.keys
        loop
            n := n + 1;
            begin
                execute format('update %s t set %I = $1 where t.%I = $3 and %s', ref.rel, ref.col, ref.col, ref.cond)
                    using new.survivor_id, k, new.absorbed_id;
                insert into person_merge_row values (new.region_code, new.id, n, 'Moved', ref.rel, ref.col,
                    case when ref.col = any(ref.keys) then jsonb_set(k, array[ref.col], to_jsonb(new.survivor_id)) else k end);
            exception when unique_violation or exclusion_violation or check_violation then
                if ref.rel in ('program_participant', 'consent') then raise; end if;
                if ends ? (ref.rel || '.' || ref.col) then
                    n := person_merge_end(new, ref.rel, ref.col, ref.cond, k, whole, ends -> (ref.rel || '.' || ref.col), n);
                else
                    insert into person_merge_row values (new.region_code, new.id, n, 'Kept', ref.rel, ref.col, k, whole);
                end if;
            end;
        end loop;
    end loop;
    for w in
        select r.number, r.key, f.* from person_merge_row r join person_references() f on f.rel = r.source and f.col = r.field
         where r.merge_id = new.id and r.fate = 'Kept' and r.source in ('mentor_profile', 'mentee_profile', 'learning_request', 'wish_to_join',
               'mentoring_need', 'census_entry', 'match_place', 'match_lock', 'match_veto', 'match_request', 'council_seat')
         order by r.number
    loop
        begin
            execute format('delete from %s t where t.%I = $1 and %s', w.rel, w.col, w.cond) using new.absorbed_id, w.key;
            n := n + 1;
            update person_merge_row r set fate = 'SetAside', number = n where r.merge_id = new.id and r.number = w.number;
        exception when foreign_key_violation then null;
        end;
    end loop;
    for k, whole in select jsonb_build_object('id', c.id), null from arbitration_case c where new.absorbed_id = any(c.arbiter_ids) loop
        n := n + 1;
        update arbitration_case set arbiter_ids = array_replace(arbiter_ids, new.absorbed_id, new.survivor_id) where id = (k ->> 'id')::uuid;
        insert into person_merge_row values (new.region_code, new.id, n, 'Moved', 'arbitration_case', 'arbiter_ids', k);
    end loop;
    for k in select jsonb_build_object('region_code', d.region_code, 'id', d.id) from diagnosis d where new.absorbed_id = any(d.reader_ids) loop
        n := n + 1;
        update diagnosis set reader_ids = array_replace(reader_ids, new.absorbed_id, new.survivor_id)
         where region_code = k ->> 'region_code' and id = (k ->> 'id')::uuid;
        insert into person_merge_row values (new.region_code, new.id, n, 'Moved', 'diagnosis', 'reader_ids', k);
    end loop;
    for k in select jsonb_build_object('region_code', r.region_code, 'id', r.id) from route r where new.absorbed_id = any(r.reader_ids) loop
        n := n + 1;
        update route set reader_ids = array_replace(reader_ids, new.absorbed_id, new.survivor_id)
         where region_code = k ->> 'region_code' and id = (k ->> 'id')::uuid;
        insert into person_merge_row values (new.region_code, new.id, n, 'Moved', 'route', 'reader_ids', k);
    end loop;

    n := n + 1;
    insert into person_merge_row
    select new.region_code, new.id, n, 'Changed', 'person', '', jsonb_build_object('id', id,
               'posts', (select coalesce(jsonb_agg(e.id), '[]') from employment e where e.person_id = new.survivor_id)), to_jsonb(p)
      from person p where id = new.survivor_id;
    update person s set patronymic = coalesce(s.patronymic, a.patronymic), birth_date = coalesce(s.birth_date, a.birth_date),
           phone = coalesce(s.phone, a.phone), email = coalesce(s.email, a.email), snils_key = coalesce(s.snils_key, a.snils_key),
           email_by = case when s.email is null then a.email_by else s.email_by end,
           organization_ids = s.organization_ids || array(select o from unnest(a.organization_ids) o where o <> all(s.organization_ids)),
           version = s.version + 1, updated_at = now()
      from person a where s.id = new.survivor_id and a.id = new.absorbed_id;
    update person_merge_row r set became = (select to_jsonb(p) from person p where p.id = new.survivor_id) where r.merge_id = new.id and r.number = n;
    update person set merged_into = new.survivor_id, version = version + 1, updated_at = now() where id = new.absorbed_id;
    update person_merge m set moved = (select count(*) from person_merge_row r where r.merge_id = new.id and r.fate = 'Moved'),
           kept = (select count(*) from person_merge_row r where r.merge_id = new.id and r.fate in ('Kept', 'SetAside'))
     where m.id = new.id;
    return null;
end $$;

create or replace trigger person_merge_apply after insert on person_merge for each row execute function person_merge_apply();
