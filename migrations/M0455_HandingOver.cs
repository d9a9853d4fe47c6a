using FluentMigrator;

namespace Mentoring.Migrations;

/// <summary>
/// What an organization that ends hands over. Programs and places in them go to the successor from a day on; whose they were
/// before stays beside them, so that past months are counted where they were.
/// </summary>
[Migration(455)]
public sealed class M0455_HandingOver : ForwardOnlyMigration
{
    public override void Up()
    {
        Execute.Sql("""
            create table organization_handover (
                region_code      text not null,
                id               uuid not null,
                organization_id  uuid not null,
                heir_id          uuid references organization,
                staff            text not null check (staff in ('None', 'HandOver', 'Release')),
                ended_on         date not null,
                asked_at         timestamptz not null,
                undone_at        timestamptz,
                settled_at       timestamptz,
                event_ids        uuid[] not null default '{}',
                successor_ids    uuid[] not null default '{}',
                was_closed_by_register boolean not null default false,
                people           int not null default 0,
                programs_carried int not null default 0,
                programs_ended   int not null default 0,
                requests         int not null default 0,
                roles            int not null default 0,
                imports          int not null default 0,
                contracts        int not null default 0,
                delegations      int not null default 0,
                primary key (region_code, id),
                constraint organization_handover_once check (undone_at is null or settled_at is null),
                constraint organization_handover_heir check (staff <> 'HandOver' or heir_id is not null),
                foreign key (organization_id, region_code) references organization (id, region_code) on update cascade);
            create index organization_handover_due on organization_handover (asked_at) where settled_at is null and undone_at is null;
            create index organization_handover_heir_waits on organization_handover (heir_id) where settled_at is null and undone_at is null;
            create index organization_handover_of on organization_handover (organization_id, asked_at desc);

            -- An end that is taken back before anything followed from it has not happened.
            grant delete on organization_successor, organization_event to mentoring_app;

            create table program_past (
                region_code     text not null,
                program_id      uuid not null references program,
                organization_id uuid not null,
                until           date not null,
                primary key (region_code, program_id, until),
                foreign key (organization_id, region_code) references organization (id, region_code) on update cascade);
            create index program_past_program on program_past (program_id, until);
            create index program_past_organization on program_past (organization_id);

            create table participant_past (
                region_code     text not null,
                program_id      uuid not null references program,
                person_id       uuid not null references person,
                organization_id uuid not null,
                until           date not null,
                primary key (region_code, program_id, person_id, until),
                foreign key (organization_id, region_code) references organization (id, region_code) on update cascade);
            create index participant_past_place on participant_past (program_id, person_id, until);
            create index participant_past_organization on participant_past (organization_id);

            -- Whose a program is, and for whom somebody takes part in it, from a day until a day.
            create view program_home with (security_invoker = true) as
            select p.id program_id, p.organization_id,
                   coalesce((select max(x.until) from program_past x where x.program_id = p.id), date '-infinity') since, date 'infinity' until
              from program p
            union all
            select x.program_id, x.organization_id,
                   coalesce((select max(b.until) from program_past b where b.program_id = x.program_id and b.until < x.until), date '-infinity'), x.until
              from program_past x;
            create view participant_home with (security_invoker = true) as
            select i.program_id, i.person_id, i.employer_id,
                   coalesce((select max(x.until) from participant_past x where x.program_id = i.program_id and x.person_id = i.person_id),
                            date '-infinity') since, date 'infinity' until
              from program_participant i
            union all
            select x.program_id, x.person_id, x.organization_id,
                   coalesce((select max(b.until) from participant_past b
                              where b.program_id = x.program_id and b.person_id = x.person_id and b.until < x.until), date '-infinity'), x.until
              from participant_past x;
            grant select on program_home, participant_home to mentoring_app;

            -- The council that evaluated a program stays the one that did, wherever the program goes.
            alter table council_evaluation drop constraint council_evaluation_program_id_organization_id_region_code_fkey,
                add foreign key (program_id) references program;
            -- So does the bank in which a practice was found, and the council that set itself a task.
            alter table practice_use drop constraint practice_use_program_id_organization_id_region_code_fkey,
                add foreign key (program_id) references program;
            alter table council_task drop constraint council_task_program_id_organization_id_region_code_fkey,
                add foreign key (program_id) references program;

            -- What is closed was open until some day: without one no month can be told from another.
            update organization o set closed_on = coalesce(
                   (select max(e.occurred_on) from organization_event e where e.organization_id = o.id and e.kind in ('Closed', 'Merged', 'Split')),
                   o.certificate_on, local_day(o.updated_at, o.id))
             where o.status = 'Closed' and o.closed_on is null;
            alter table organization add constraint organization_closed_day check (status <> 'Closed' or closed_on is not null);

            -- Open organizations, which do not end before the transaction does; whoever names one as a successor need not keep its region.
            create function organization_held_open(places uuid[]) returns table (id uuid, name_short text, region_code text)
            language sql volatile security definer set search_path = public, pg_temp as $$
                select o.id, o.name_short, o.region_code from organization o where o.id = any(places) and o.status = 'Open'
                 order by o.id for share
            $$;
            revoke execute on function organization_held_open from public;
            grant execute on function organization_held_open to mentoring_app;

            -- Work that would have begun where nothing is any more.
            create function employment_never_began(place uuid, day date) returns int
            language plpgsql security definer set search_path = public, pg_temp as $$
            declare n int;
            begin
                update staff_edit set employment_id = null
                 where employment_id in (select id from employment where organization_id = place and started_on >= day);
                delete from employment where organization_id = place and started_on >= day;
                get diagnostics n = row_count;
                return n;
            end $$;
            revoke execute on function employment_never_began from public;
            grant execute on function employment_never_began to mentoring_app;

            -- What is there is closed to whoever keeps the register; how much of it is told.
            create function organization_ahead(place uuid, day date) returns table
                (people int, late int, programs int, preparing int, requests int, roles int, imports int, contracts int, delegations int)
            language sql stable security definer set search_path = public, pg_temp as $$
                select (select count(distinct person_id)::int from employment where organization_id = place and (ended_on is null or ended_on > day)),
                       (select count(distinct person_id)::int from employment
                         where organization_id = place and (ended_on is null or ended_on > day) and started_on >= day),
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
            """);
        foreach (var marks in StaleMarks.ByHome) Execute.Sql(marks);
        Execute.Sql(Policies.PublicRead("organization_handover", writer: Policies.InRegions));
        Execute.Sql(Policies.Internal("program_past"));
        Execute.Sql(Policies.Internal("participant_past"));
    }
}
