using FluentMigrator;

namespace Mentoring.Migrations;

/// <summary>With whom a school works outside itself: contracts, contacts, and the log of what was agreed.</summary>
[Migration(210)]
public sealed class M0210_Partnerships : ForwardOnlyMigration
{
    public override void Up()
    {
        Execute.Sql("""
            create table partner_contract (
                id                      uuid primary key,
                organization_id         uuid not null,
                region_code             text not null,
                kind                    text not null check (kind in ('Cooperation', 'SocialPartnership', 'NetworkForm', 'Practice', 'Other')),
                partner_organization_id uuid references organization,
                partner_name            text not null,
                subject                 text not null,
                number                  text not null,
                signed_on               date,
                starts_on               date not null,
                ends_on                 date,
                responsible_id          uuid not null references person,
                status                  text not null default 'Draft' check (status in ('Draft', 'InForce', 'Ended', 'Terminated')),
                outcome                 text,
                file_id                 uuid,
                file_name               text,
                version                 int not null default 1,
                foreign key (organization_id, region_code) references organization (id, region_code) on update cascade,
                foreign key (region_code, file_id) references stored_file on update cascade,
                constraint partner_contract_in_organization unique (id, organization_id, region_code),
                constraint partner_contract_dates check (ends_on > starts_on),
                constraint partner_contract_signed check (status in ('Draft', 'Terminated') or signed_on is not null),
                constraint partner_contract_another check (partner_organization_id <> organization_id));
            create unique index partner_contract_number on partner_contract (organization_id, lower(number), signed_on) where number <> '';
            create index partner_contract_organization on partner_contract (organization_id, status, id);

            create table partner_contact (
                id              uuid primary key,
                organization_id uuid not null,
                region_code     text not null,
                name            text not null,
                post            text not null,
                works_at        text not null,
                role            text not null check (role in ('Official', 'Informal', 'Community')),
                reach           text not null,
                note            text not null,
                erased_on       date,
                version         int not null default 1,
                foreign key (organization_id, region_code) references organization (id, region_code) on update cascade,
                constraint partner_contact_in_organization unique (id, organization_id, region_code));
            create index partner_contact_organization on partner_contact (organization_id, id);

            create table coordination_entry (
                region_code         text not null,
                id                  uuid not null,
                organization_id     uuid not null,
                kind                text not null check (kind in ('Meeting', 'Consultation', 'Conference', 'Forum', 'Webinar', 'Seminar')),
                held_on             date not null,
                title               text not null,
                agreed              text not null,
                next_step           text,
                next_due_on         date,
                next_responsible_id uuid references person,
                next_done_on        date,
                next_result         text,
                version             int not null default 1,
                primary key (region_code, id),
                foreign key (organization_id, region_code) references organization (id, region_code) on update cascade,
                constraint coordination_entry_in_organization unique (id, organization_id, region_code),
                constraint coordination_entry_next check (next_step is null or (next_due_on is not null and next_responsible_id is not null)));
            create index coordination_entry_organization on coordination_entry (organization_id, held_on desc, id desc);

            create table coordination_contact (
                entry_id        uuid not null,
                organization_id uuid not null,
                region_code     text not null,
                contact_id      uuid not null,
                primary key (entry_id, contact_id),
                foreign key (entry_id, organization_id, region_code) references coordination_entry (id, organization_id, region_code) on update cascade,
                foreign key (contact_id, organization_id, region_code) references partner_contact (id, organization_id, region_code) on update cascade);

            create table coordination_contract (
                entry_id        uuid not null,
                organization_id uuid not null,
                region_code     text not null,
                contract_id     uuid not null,
                primary key (entry_id, contract_id),
                foreign key (entry_id, organization_id, region_code) references coordination_entry (id, organization_id, region_code) on update cascade,
                foreign key (contract_id, organization_id, region_code) references partner_contract (id, organization_id, region_code) on update cascade);
            """);
    }
}
