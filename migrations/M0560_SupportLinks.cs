using FluentMigrator;

namespace Mentoring.Migrations;

/// <summary>
/// The support graph: which body of the external contour stands behind which organization, with which service and until when.
/// A body may be a unit of another organization, whose registration numbers are its own.
/// </summary>
[Migration(560)]
public sealed class M0560_SupportLinks : ForwardOnlyMigration
{
    public override void Up() => Execute.Sql("""
        alter table organization add column parent_id uuid references organization,
            add constraint organization_not_its_own_unit check (parent_id <> id);

        create table support_link (
            region_code     text not null,
            id              uuid not null,
            organization_id uuid not null,
            body_id         uuid not null references organization,
            service_code    text not null,
            agreement       text not null,
            starts_on       date not null,
            ends_on         date,
            period          daterange generated always as (daterange(starts_on, ends_on, '[)')) stored,
            end_reason      text,
            version         int not null default 1,
            created_at      timestamptz not null,
            created_by      text not null,
            ended_at        timestamptz,
            ended_by        text,
            primary key (region_code, id),
            foreign key (organization_id, region_code) references organization (id, region_code) on update cascade,
            constraint support_link_other check (body_id <> organization_id),
            -- One that ends on its first day was in force on no whole day.
            constraint support_link_dates check (ends_on >= starts_on),
            constraint support_link_once exclude using gist
                (region_code with =, organization_id with =, body_id with =, service_code with =, period with &&));
        comment on column support_link.region_code is 'Of the organization that is supported';
        create index support_link_organization on support_link (organization_id, service_code);
        create index support_link_body on support_link (body_id, id);

        -- Whoever heads a body leads it, as a head and a curator lead a school.
        do $$
        begin
            execute (select format('alter table role_assignment drop constraint role_assignment_apart, add constraint role_assignment_apart %s',
                                   replace(pg_get_constraintdef(oid), '''Curator''::text', '''Curator''::text, ''CentreHead''::text'))
                       from pg_constraint where conname = 'role_assignment_apart');
        end $$;
        """);
}
