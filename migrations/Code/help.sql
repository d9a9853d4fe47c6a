-- What the help desk has to know or to do beyond what its callers may read.

-- How busy bodies are: questions that are open there, and how many people may answer. Counts alone.
create or replace function help_load(bodies uuid[], day date) returns table (body_id uuid, open int, people int)
language sql stable security definer set search_path = public, pg_temp as $$
    select b.id,
           (select count(*)::int from help_request q where q.body_id = b.id and q.status in ('Asked', 'Taken', 'Reopened')),
           (select count(distinct r.account_id)::int from role_assignment r
             where r.organization_id = b.id and r.role in ('CentreHead', 'Tutor', 'Methodologist', 'Expert') and r.account_id is not null
               and r.started_on <= day and (r.ended_on is null or r.ended_on > day))
      from unnest(bodies) b (id)
$$;
revoke execute on function help_load from public;
grant execute on function help_load to mentoring_app;

-- A question goes to another body, with what was said of it; the body that had it reads no more of it than its own notes.
create or replace function help_pass(request uuid, target uuid, due date, at timestamptz) returns int
language sql volatile security definer set search_path = public, pg_temp as $$
    with held as (
        select q.region_code, q.id, q.body_id from help_request q
         where q.id = request and q.status in ('Asked', 'Taken', 'Reopened') and current_setting('scope.permission', true) = 'HelpAnswer'
           and q.body_id = any(nullif(current_setting('scope.organizations', true), '')::uuid[])),
    gone as (
        update help_request q set body_id = target, status = 'Asked', with_body_since = at, due_on = due, taken_by = null, taken_by_name = null,
               taken_at = null, escalated_at = null, report_on = null, reported_at = null, passed = passed + 1, version = version + 1
          from held where q.region_code = held.region_code and q.id = held.id returning q.id),
    entries as (
        update help_entry e set body_id = target from held where e.region_code = held.region_code and e.request_id = held.id and not e.internal
        returning e.file_id),
    files as (
        update stored_file f set reader_ids = array_append(array_remove(f.reader_ids, held.body_id), target)
          from held, help_entry e
         where e.region_code = held.region_code and e.request_id = held.id and e.file_id = f.id and f.region_code = held.region_code)
    select count(*)::int from gone
$$;
revoke execute on function help_pass from public;
grant execute on function help_pass to mentoring_app;

-- Everybody votes, and sees how many did; nobody sees who.
create or replace function help_article_vote_count() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
    was help_article_vote := case when tg_op = 'INSERT' then null else old end;
begin
    update help_article a
       set helpful = a.helpful + new.helpful::int - coalesce(was.helpful::int, 0),
           unhelpful = a.unhelpful + (not new.helpful)::int - coalesce((not was.helpful)::int, 0),
           instead = a.instead + new.instead::int - coalesce(was.instead::int, 0)
     where a.region_code = new.region_code and a.id = new.article_id;
    return null;
end $$;

create or replace trigger help_article_vote_count after insert or update of helpful, instead on help_article_vote
    for each row execute function help_article_vote_count();
