using FluentMigrator;

namespace Mentoring.Migrations;

/// <summary>
/// Work that a planned day divides is one work: who goes on in it was not hired late, and a part that is joined again to the one
/// before hands on what was divided off it.
/// </summary>
[Migration(490)]
public sealed class M0490_PlannedParts : ForwardOnlyMigration
{
    public override void Up() => Execute.Sql("""
        create or replace function rejoin_employment(former uuid, later uuid) returns boolean
        language plpgsql security definer set search_path = public, pg_temp as $$
        declare
            part employment;
        begin
            select l.* into part from employment l join employment f on f.id = former and f.person_id = l.person_id
                   and f.organization_id = l.organization_id and f.ended_on = l.started_on
             where l.id = later and l.organization_id = any((select nullif(current_setting('scope.organizations', true), '')::uuid[])::uuid[]) for update;
            if part.id is null then return false; end if;
            update staff_edit set before = jsonb_set(before, '{employment_id}', to_jsonb(former))
             where organization_id = part.organization_id and person_id = part.person_id and kind = 'Work' and undone_at is null
               and before ->> 'employment_id' = later::text and employment_id is distinct from later;
            update staff_edit set employment_id = former where employment_id = later;
            delete from employment where id = later;
            update employment set ended_on = part.ended_on, version = version + 1 where id = former;
            return true;
        end $$;

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
        """);
}
