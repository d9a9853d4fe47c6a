-- A place of an offer is given with the mentor's yes, and free again where nothing came of it: counted in the offer's row by the
-- transaction that gives it, so that two who want the last one meet there and its constraint refuses the second. What a mentor
-- can take in all is counted beside it, as for every request.
create or replace function gives_place(asked match_request) returns boolean language sql immutable as $$
    select asked.mentor_yes_at is not null and (asked.status in ('Requested', 'Accepted') or asked.reason_code is not distinct from 'ProgramDrafted')
$$;

create or replace function offer_place_count() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
    before constant int := case when gives_place(old) then 1 else 0 end;
    after constant int := case when tg_op = 'UPDATE' and gives_place(new) then 1 else 0 end;
begin
    if after <> before then
        update mentor_offer o set taken = o.taken + after - before
          from offer_request q where q.id = old.id and o.region_code = q.region_code and o.id = q.offer_id;
    end if;
    return null;
end $$;

create or replace trigger match_request_offer_place after delete or update of status, mentor_yes_at, reason_code on match_request
    for each row execute function offer_place_count();
