-- Of one person, kind and author one diagnosis holds. An expert who ends one does not see the one before it, which may be
-- another expert's, so the database lets it go; two who end theirs at once do so one after the other.
create or replace function diagnosis_supersede() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
    perform pg_advisory_xact_lock(hashtextextended(concat_ws(' ', new.person_id, new.kind, new.author), 0));
    update diagnosis set status = 'Superseded', superseded_at = new.done_at, version = version + 1
     where person_id = new.person_id and kind = new.kind and author = new.author and status = 'Done' and not (region_code = new.region_code and id = new.id);
    return null;
end $$;
revoke execute on function diagnosis_supersede from public;

create or replace trigger diagnosis_supersede after update of status on diagnosis for each row
    when (old.status = 'Draft' and new.status = 'Done') execute function diagnosis_supersede();

-- Whom a teacher who works at a place may ask for an expert's view, or let read: who stands behind the place with diagnosis, who
-- leads mentoring there, and the own mentors. Of nobody but the caller, since roles and names are closed to a teacher otherwise.
create or replace function diagnosis_helpers(place uuid, at timestamptz)
returns table (person_id uuid, name text, role text, organization_id uuid, organization_name text)
language sql stable security definer set search_path = public, pg_temp as $$
    with me as (select nullif(current_setting('scope.person', true), '')::uuid id),
    here as (select distinct place from me join employment e on e.person_id = me.id and e.organization_id = place
                and (e.ended_on is null or e.ended_on > local_day(at, place))),
    known as (
        select a.person_id, r.role, r.organization_id
          from here join support_link l on l.organization_id = here.place and l.service_code = 'diagnosis' and l.period @> local_day(at, here.place)
          join role_assignment r on r.organization_id = l.body_id and r.role in ('Expert', 'Tutor', 'Methodologist')
          join identity.account a on a.id = r.account_id
         where r.started_on <= local_day(at, r.organization_id) and (r.ended_on is null or r.ended_on > local_day(at, r.organization_id))
        union
        select a.person_id, r.role, r.organization_id
          from here join role_assignment r on r.organization_id = here.place and r.role = 'Curator' join identity.account a on a.id = r.account_id
         where r.started_on <= local_day(at, here.place) and (r.ended_on is null or r.ended_on > local_day(at, here.place))
        union
        select m.person_id, 'Mentor', m.organization_id
          from me join program_participant t on t.person_id = me.id and takes_part(t, at)
          join program_participant m on m.program_id = t.program_id and m.role = 'Mentor' and takes_part(m, at)
        union
        select a.tutor_id, 'Tutor', a.body_id from me join tutor_assignment a on a.person_id = me.id and a.status = 'Active')
    select distinct on (p.id) p.id, person_name(p), k.role, o.id, o.name_short
      from known k join person p on p.id = k.person_id join organization o on o.id = k.organization_id
     where p.id <> (select id from me)
     order by p.id, array_position(array['Expert', 'Methodologist', 'Tutor', 'Mentor', 'Curator'], k.role)
$$;
revoke execute on function diagnosis_helpers from public;
grant execute on function diagnosis_helpers to mentoring_app;

-- Evidence that was taken away, or went with its draft: the file follows, as nothing else names it. Files have no right of deletion.
create or replace function evidence_files_drop(region text, files uuid[]) returns void
language sql security definer set search_path = public, pg_temp as $$
    delete from stored_file f where f.region_code = region and f.id = any(files) and f.kind = 'Evidence'
       and not exists (select from diagnosis_evidence e where e.region_code = f.region_code and e.file_id = f.id)
$$;
revoke execute on function evidence_files_drop from public;
grant execute on function evidence_files_drop to mentoring_app;
