using FluentMigrator;

namespace Mentoring.Migrations;

/// <summary>
/// Roles that open what is closed to head and curator are held only once the person has agreed and somebody outside the
/// school has confirmed them. What holds for every such role holds here, whoever writes the row: nobody gives a role to
/// oneself, three people stand behind a confidential one, and it is kept apart from leading the same organization.
/// </summary>
[Migration(310)]
public sealed class M0310_ConfirmedRoles : ForwardOnlyMigration
{
    public override void Up()
    {
        Execute.Sql("""
            create table role_proposal (
                region_code     text not null,
                id              uuid not null,
                organization_id uuid not null,
                account_id      uuid not null references identity.account,
                role            text not null check (role in ('CouncilChair', 'Psychologist')),
                seat_id         uuid references council_seat,
                basis           text not null,
                started_on      date not null,
                ended_on        date,
                status          text not null check (status in ('Proposed', 'Agreed', 'Confirmed', 'Refused', 'Declined', 'Withdrawn')),
                proposed_by     text not null,
                proposed_at     timestamptz not null,
                answered_at     timestamptz,
                decided_by      text,
                decided_at      timestamptz,
                reason          text,
                version         int not null default 1,
                primary key (region_code, id),
                foreign key (organization_id, region_code) references organization (id, region_code) on update cascade,
                constraint role_proposal_dates check (ended_on is null or ended_on > started_on),
                constraint role_proposal_three_people check (
                    proposed_by <> account_id::text and decided_by is distinct from account_id::text and decided_by is distinct from proposed_by));
            create unique index role_proposal_one_open on role_proposal (organization_id, account_id, role) where status in ('Proposed', 'Agreed');
            create index role_proposal_account on role_proposal (account_id);

            -- Who is asked to chair the council and has agreed, and waits to be confirmed.
            alter table council_seat drop constraint council_seat_status_check,
                add constraint council_seat_status_check check (status in ('Invited', 'Agreed', 'Held', 'Declined', 'Withdrawn', 'Ended'));
            drop index council_seat_one_invitation;
            create unique index council_seat_one_invitation on council_seat (organization_id, person_id) where status in ('Invited', 'Agreed');

            -- What one head proposes nobody accepts in the same person.
            alter table delegation add column decided_by text,
                add constraint delegation_two_people check (status = 'Declined' or decided_by is distinct from proposed_by);

            -- Roles held before this rule count as confirmed.
            alter table role_assignment add column confirmed_by text;
            update role_assignment set confirmed_by = 'established' where role in ('CouncilChair', 'Psychologist');
            update role_assignment r set granted_by = coalesce(
                (select s.invited_by from council_seat s join identity.account a on a.person_id = s.person_id
                  where a.id = r.account_id and s.organization_id = r.organization_id and s.invited_by <> r.granted_by
                  order by s.started_on desc limit 1), 'oneself')
             where granted_by = account_id::text;
            -- Save of those who lead the same organization: from today on the two exclude each other.
            update role_assignment r set ended_on = greatest(r.started_on, current_date)
             where r.role in ('CouncilChair', 'Psychologist') and (r.ended_on is null or r.ended_on > current_date)
               and exists (select from role_assignment lead
                            where lead.account_id = r.account_id and lead.organization_id = r.organization_id and lead.role in ('Head', 'Curator')
                              and daterange(lead.started_on, lead.ended_on, '[)') && daterange(greatest(r.started_on, current_date), r.ended_on, '[)'));
            -- A chair without the role would keep the chair taken.
            update council_seat s set status = 'Ended', ended_on = greatest(s.started_on, current_date)
             where s.seat = 'Chair' and s.status = 'Held'
               and exists (select from role_assignment r join identity.account a on a.id = r.account_id
                            where a.person_id = s.person_id and r.organization_id = s.organization_id and r.role = 'CouncilChair')
               and not exists (select from role_assignment r join identity.account a on a.id = r.account_id
                                where a.person_id = s.person_id and r.organization_id = s.organization_id and r.role = 'CouncilChair'
                                  and (r.ended_on is null or r.ended_on > current_date));
            alter table role_assignment
                add constraint role_assignment_not_own check (granted_by <> account_id::text),
                add constraint role_assignment_confirmed check (
                    role not in ('CouncilChair', 'Psychologist')
                    or (confirmed_by is not null and confirmed_by <> granted_by and confirmed_by is distinct from account_id::text));
            do $$
            begin
                execute format($rule$
                    alter table role_assignment add constraint role_assignment_apart exclude using gist (
                        account_id with =, organization_id with =, (case when role in ('Head', 'Curator') then 1 else 2 end) with <>,
                        (daterange(started_on, ended_on, '[)') * daterange(%L, null)) with &&)
                        where (role in ('Head', 'Curator', 'CouncilChair', 'Psychologist'))$rule$, current_date);
            end $$;
            """);
    }
}
