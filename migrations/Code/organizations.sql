-- Who works where is closed to whoever keeps the register; how many is told.
create or replace function organization_running(place uuid, day date) returns table (people int, programs int)
language sql stable security definer set search_path = public, pg_temp as $$
    select (select count(distinct person_id)::int from employment where organization_id = place and (ended_on is null or ended_on > day)),
           (select count(*)::int from program where organization_id = place and status in ('Active', 'Paused'))
$$;
revoke execute on function organization_running from public;
grant execute on function organization_running to mentoring_app;

-- Open organizations, which do not end before the transaction does; whoever names one as a successor need not keep its region.
create or replace function organization_held_open(places uuid[]) returns table (id uuid, name_short text, region_code text)
language sql volatile security definer set search_path = public, pg_temp as $$
    select o.id, o.name_short, o.region_code from organization o where o.id = any(places) and o.status = 'Open'
     order by o.id for share
$$;
revoke execute on function organization_held_open from public;
grant execute on function organization_held_open to mentoring_app;

-- What is there is closed to whoever keeps the register; how much of it is told.
create or replace function organization_ahead(place uuid, day date) returns table
    (people int, late int, programs int, preparing int, requests int, roles int, imports int, contracts int, delegations int)
language sql stable security definer set search_path = public, pg_temp as $$
    select (select count(distinct person_id)::int from employment where organization_id = place and (ended_on is null or ended_on > day)),
           (select count(distinct e.person_id)::int from employment e
             where e.organization_id = place and (e.ended_on is null or e.ended_on > day) and e.started_on >= day
               and not exists (select from employment f
                                where f.organization_id = place and f.person_id = e.person_id and f.started_on < day and f.ended_on >= day
                                  and coalesce(f.hired_on, f.started_on) = e.hired_on)),
           (select count(*)::int from program where organization_id = place and status in ('Active', 'Paused')),
           (select count(*)::int from program where organization_id = place and status in ('Draft', 'Consent', 'Council', 'Approved')),
           (select count(*)::int from match_request
             where (organization_id = place or mentor_organization_id = place) and status in ('Requested', 'Accepted')),
           (select count(*)::int from role_assignment where organization_id = place and (ended_on is null or ended_on > day)),
           (select count(*)::int from import where organization_id = place and status in ('Unmatched', 'Received', 'Checked', 'Confirmed')),
           (select count(*)::int from partner_contract where organization_id = place and status in ('Draft', 'InForce')),
           (select count(*)::int from delegation
             where (organization_id = place or taker_id = place) and status in ('Proposed', 'Accepted', 'InForce'))
$$;
revoke execute on function organization_ahead from public;
grant execute on function organization_ahead to mentoring_app;

-- Rows are kept by region. An organization that goes on in another one ends here and is opened there.
create or replace function organization_region_stays() returns trigger language plpgsql as $$
begin
    raise exception using errcode = 'check_violation', constraint = 'organization_region_stays', message = 'An organization stays in its region.';
end $$;

create or replace trigger organization_region_stays before update of region_code on organization for each row
    when (old.region_code <> new.region_code) execute function organization_region_stays();

-- A village or a settlement that is not of urban type is rural, also within an urban district. Of a house and a street, whose signs are
-- like those of a village and a settlement, a number or nothing follows. Null where the address does not say.
create or replace function settlement_of(address text) returns text language sql immutable parallel safe as $$
    select case
        when address is null then null
        when address ~ '(^|[ ,;])(пгт|рп|р\.\s?п|гп|г\.\s?п|дп|кп)\.?\s+[«"]?[А-ЯЁ]'
          or address ~* '(рабочий|дачный|курортный)\s+пос[её]лок|пос[её]лок\s+городского\s+типа' then 'Urban'
        when address ~ '(^|[ ,;])(с|д|дер|п|пос|х|хут|ст-ца|аул|нп|сл)\.?\s+[«"]?[А-ЯЁ][а-яё]'
          or address ~ '(^|[ ,;])(село|деревня|хутор|станица|посёлок|поселок|аал|улус|слобода)\s+[«"]?[А-ЯЁ]'
          or address ~ '[А-ЯЁ][а-яё-]+\s+(с|д|п|х|ст-ца|аул|село|деревня|хутор|станица|посёлок|поселок)(,|;|$)' then 'Rural'
        when address ~ '(^|[ ,;])(г|гор)\.?\s*[«"]?[А-ЯЁ]' or address ~ '(^|[ ,;])город\s+[«"]?[А-ЯЁ]' or address ~ '[А-ЯЁ][а-яё-]+\s+(г|город)(,|;|$)'
          or address ~ '(^|[ ,;])(Москва|Санкт-Петербург|Севастополь)(,|;|$)' then 'Urban'
    end
$$;
revoke execute on function settlement_of from public;
grant execute on function settlement_of to mentoring_app;
