-- Officials of one organization see no roles at others, and yet must not open an account that holds some.
create or replace function identity.holds_role_elsewhere(account uuid, organization uuid, at timestamptz) returns boolean
    language sql stable security definer set search_path = public, pg_temp as $$
    select exists (select from role_assignment r
                    where r.account_id = account and r.organization_id is distinct from organization
                      and r.started_on <= local_day(at, r.organization_id, r.territory_code)
                      and (r.ended_on is null or r.ended_on > local_day(at, r.organization_id, r.territory_code)))
$$;
revoke execute on function identity.holds_role_elsewhere from public;
grant execute on function identity.holds_role_elsewhere to mentoring_app;
