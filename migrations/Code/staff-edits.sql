-- What became of a change by hand whose person's record was merged with another.

-- It says what stood in the record that has become part of this one, and is not put back into this one.
create or replace function staff_edit_of_another(edit uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
    with recursive merges as (
        select m.region_code, m.id, m.absorbed_id from staff_edit h join person_merge m on m.survivor_id = h.person_id and m.undone_at is null
         where h.id = edit
        union
        select m.region_code, m.id, m.absorbed_id from merges one join person_merge m on m.survivor_id = one.absorbed_id and m.undone_at is null)
    select exists (
        select from merges m join person_merge_row r on r.region_code = m.region_code and r.merge_id = m.id
          join staff_edit h on h.id = edit
         where r.fate = 'Moved' and r.source = 'staff_edit' and (r.key ->> 'id')::uuid = edit
           and (r.field = 'employment_id' or r.field = 'person_id' and h.kind = 'Details'))
$$;
revoke execute on function staff_edit_of_another from public;
grant execute on function staff_edit_of_another to mentoring_app;

-- What a hand divided off a post goes, when two records part, with the post that it was divided from: whether one of both
-- stands in the way.
create or replace function person_merge_turned(merge uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
    select exists (
        select from person_merge m
          join person_merge_row r on r.region_code = m.region_code and r.merge_id = m.id and r.fate = 'Changed' and r.source = 'employment'
          join person_merge_row noted on noted.region_code = m.region_code and noted.merge_id = m.id and noted.fate = 'Changed'
               and noted.source = 'person' and noted.key ? 'posts'
          join employment e on e.id = (r.key ->> 'id')::uuid
          join staff_edit h on h.person_id = e.person_id and h.kind = 'Work' and h.undone_at is null
               and h.before ->> 'employment_id' = e.id::text and h.employment_id <> e.id
         where m.id = merge and not (noted.key -> 'posts') ? h.employment_id::text)
$$;
revoke execute on function person_merge_turned from public;
grant execute on function person_merge_turned to mentoring_app;

-- Since two records parted again, what one of them had of the other is the other's alone, and is not put back.
create or replace function staff_edit_borrowed(edit uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
    select exists (
        select from staff_edit h join person_merge m on m.survivor_id = h.person_id and m.undone_at is not null and m.merged_at <= h.made_at
          join person_merge_row r on r.region_code = m.region_code and r.merge_id = m.id and r.fate = 'Changed' and r.source = 'person'
         cross join jsonb_each_text(h.before) b
         where h.id = edit and h.kind = 'Details' and b.value = r.became ->> b.key and r.was ->> b.key is distinct from r.became ->> b.key)
$$;
revoke execute on function staff_edit_borrowed from public;
grant execute on function staff_edit_borrowed to mentoring_app;
