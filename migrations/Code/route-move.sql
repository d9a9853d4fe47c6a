-- A route goes where its teacher's main work is. That is read from the rows here, so that whoever calls this moves nothing elsewhere.
-- Keys carry the region, which no statement changes: between regions every row is written anew, whatever columns it has, and the
-- former ones go, in one transaction that holds the route. Readers are those of the day, and do not change meanwhile.
create or replace function route_move(of_route uuid, moment timestamptz)
returns table (former_id uuid, former_region text, place_id uuid, place_region text)
language plpgsql security definer set search_path = public, pg_temp as $$
declare
    parts constant text[] := array['stored_file', 'route', 'route_finding', 'route_alternative', 'route_activity', 'route_version', 'route_product',
                                   'route_reflection', 'route_comment', 'route_past'];
    r route;
    post employment;
    files uuid[];
    came date;
    part text;
    rows_of text;
    listed text;
    given text;
begin
    select x.* into r from route x where x.id = of_route;
    perform pg_advisory_xact_lock(hashtextextended('route ' || r.person_id, 0));
    select x.* into r from route x
     where x.id = of_route and x.status not in ('Completed', 'Closed') and current_setting('scope.system', true) = 'on' for update;
    select e.* into post from employment e
     where e.person_id = r.person_id and e.is_main and e.period @> local_day(moment, e.organization_id) order by e.started_on desc limit 1;
    if post.organization_id is null or post.organization_id = r.organization_id then return; end if;

    insert into route_left (region_code, id, organization_id, left_on, status, activities, activities_done, products)
    select s.region_code, gen_random_uuid(), s.organization_id, local_day(moment, s.organization_id), s.status, s.activities, s.activities_done, s.products
      from route_state s where s.region_code = r.region_code and s.route_id = r.id;
    update route set reader_ids = tutors_of_day(r.person_id) where region_code = r.region_code and id = r.id returning reader_ids into r.reader_ids;
    select coalesce(max(p.until), local_day(r.created_at, r.organization_id)) into came
      from route_past p where p.region_code = r.region_code and p.route_id = r.id;
    insert into route_past (region_code, route_id, number, person_id, reader_ids, organization_id, since, until)
    select r.region_code, r.id, count(*) + 1, r.person_id, r.reader_ids, r.organization_id, came,
           greatest(came, local_day(moment, post.organization_id))
      from route_past p where p.region_code = r.region_code and p.route_id = r.id;
    files := array(select p.file_id from route_product p where p.region_code = r.region_code and p.route_id = r.id and p.file_id is not null);

    if post.region_code = r.region_code then
        update stored_file set organization_id = post.organization_id where region_code = r.region_code and id = any(files);
        update route set organization_id = post.organization_id where region_code = r.region_code and id = r.id;
    else
        foreach part in array parts loop
            rows_of := case part when 'stored_file' then 'id = any($4)' when 'route' then 'id = $3' else 'route_id = $3' end;
            select string_agg(quote_ident(a.attname), ', ' order by a.attnum),
                   string_agg(case when a.attname = 'region_code' then '$2'
                                   when a.attname = 'organization_id' and part in ('stored_file', 'route') then '$5'
                                   else quote_ident(a.attname) end, ', ' order by a.attnum)
              into listed, given
              from pg_attribute a where a.attrelid = part::regclass and a.attnum > 0 and not a.attisdropped and a.attgenerated = '';
            execute format('insert into %1$I (%2$s) select %3$s from %1$I where region_code = $1 and %4$s', part, listed, given, rows_of)
              using r.region_code, post.region_code, r.id, files, post.organization_id;
        end loop;
        delete from route_state s where s.region_code = r.region_code and s.route_id = r.id;
        for at in reverse cardinality(parts) .. 1 loop
            rows_of := case parts[at] when 'stored_file' then 'id = any($3)' when 'route' then 'id = $2' else 'route_id = $2' end;
            execute format('delete from %I where region_code = $1 and %s', parts[at], rows_of) using r.region_code, r.id, files;
        end loop;
    end if;
    return query select r.organization_id, r.region_code, post.organization_id, post.region_code;
end $$;
revoke execute on function route_move from public;
grant execute on function route_move to mentoring_app;
