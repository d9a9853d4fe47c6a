-- Officials of one organization see neither roles nor employments at others, and yet must not act on who holds some.
create or replace function identity.reaches_beyond(account uuid, organizations uuid[], at timestamptz) returns text
    language sql stable security definer set search_path = public, pg_temp as $$
    select case
        when exists (select from role_assignment r
                      where r.account_id = account and (r.organization_id is null or r.organization_id <> all(coalesce(organizations, '{}')))
                        and (r.ended_on is null or r.ended_on > local_day(at, r.organization_id, r.territory_code))) then 'Role'
        when exists (select from employment e join identity.account a on a.person_id = e.person_id
                      where a.id = account and e.organization_id <> all(coalesce(organizations, '{}'))
                        and (e.ended_on is null or e.ended_on > local_day(at, e.organization_id))) then 'Work'
        when exists (select from role_assignment r
                      where r.account_id = account and r.role = 'Head'
                        and (r.ended_on is null or r.ended_on > local_day(at, r.organization_id))) then 'Leads'
    end
$$;
revoke execute on function identity.reaches_beyond from public;
grant execute on function identity.reaches_beyond to mentoring_app;

-- Accounts stand outside the row policies; what holds there is held here: with the right to manage accounts nobody changes how
-- the own account is entered, and whoever manages those of a school touches none that reaches beyond it.
create or replace function identity.hold_account_acts() returns trigger language plpgsql as $$
declare
    subject uuid := (to_jsonb(new) ->> TG_ARGV[0])::uuid;
begin
    if current_setting('scope.permission', true) is distinct from 'AccountManage' or current_setting('scope.system', true) = 'on' then
        return new;
    end if;
    if subject::text = current_setting('scope.account', true) then
        raise exception 'the own account' using errcode = 'check_violation', constraint = 'account_own';
    end if;
    if current_setting('scope.federation', true) is distinct from 'on'
        and identity.reaches_beyond(subject, nullif(current_setting('scope.organizations', true), '')::uuid[], now()) is not null then
        raise exception 'an account that reaches beyond' using errcode = 'check_violation', constraint = 'account_reach';
    end if;
    return new;
end $$;

create or replace trigger account_reach before update on identity.account for each row
    when (old.blocked_at is distinct from new.blocked_at or old.password_hash is distinct from new.password_hash
          or old.two_factor_enabled is distinct from new.two_factor_enabled or old.totp_secret is distinct from new.totp_secret)
    execute function identity.hold_account_acts('id');

create or replace trigger session_reach before update of ended_at on identity.session for each row
    when (old.ended_at is distinct from new.ended_at) execute function identity.hold_account_acts('account_id');
