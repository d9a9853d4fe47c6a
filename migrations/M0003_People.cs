using FluentMigrator;

namespace Mentoring.Migrations;

/// <summary>People, where they work, who needs a mentor, and who may do what where.</summary>
[Migration(3)]
public sealed class M0003_People : ForwardOnlyMigration
{
    public override void Up()
    {
        Execute.Sql("""
            create table person (
                id               uuid primary key,
                family_name      text not null,
                given_name       text not null,
                patronymic       text,
                birth_date       date,
                email            text,
                phone            text,
                organization_ids uuid[] not null,
                pseudonymised_at timestamptz,
                version          int not null default 1,
                updated_at       timestamptz not null default now());
            create index person_organizations on person using gin (organization_ids);

            create table person_source (
                organization_id uuid not null,
                region_code     text not null,
                source_id       text not null,
                person_id       uuid not null references person,
                updated_at      timestamptz not null default now(),
                primary key (organization_id, source_id),
                foreign key (organization_id, region_code) references organization (id, region_code) on update cascade);
            create index person_source_person on person_source (person_id);

            create table employment (
                id              uuid primary key,
                organization_id uuid not null,
                region_code     text not null,
                person_id       uuid not null references person,
                position_code   text not null,
                is_teaching     boolean not null,
                is_main         boolean not null,
                qualification   text check (qualification in ('First', 'Highest', 'Methodologist', 'Mentor')),
                source_id       text,
                started_on      date not null,
                ended_on        date,
                period          daterange generated always as (daterange(started_on, ended_on, '[)')) stored,
                version         int not null default 1,
                foreign key (organization_id, region_code) references organization (id, region_code) on update cascade,
                constraint employment_dates check (ended_on is null or ended_on > started_on),
                constraint employment_one_main exclude using gist (person_id with =, period with &&) where (is_main),
                constraint employment_once_per_position exclude using gist
                    (person_id with =, organization_id with =, position_code with =, period with &&));
            create index employment_organization on employment (organization_id, person_id);
            create index employment_person on employment (person_id);

            create table mentoring_need (
                organization_id uuid not null,
                region_code     text not null,
                person_id       uuid not null references person,
                school_year     int not null,
                category        text not null check (category in ('NewToProfession', 'NewTechnology', 'NewInStaff', 'NonPedagogicalDegree')),
                note            text,
                noted_on        date not null,
                primary key (organization_id, person_id, school_year),
                foreign key (organization_id, region_code) references organization (id, region_code) on update cascade);

            create table role_assignment (
                id              uuid primary key,
                account_id      uuid,
                client_id       text,
                role            text not null,
                organization_id uuid,
                region_code     text,
                territory_code  text references territory,
                started_on      date not null,
                ended_on        date,
                basis           text,
                granted_by      text not null,
                granted_at      timestamptz not null default now(),
                foreign key (organization_id, region_code) references organization (id, region_code) on update cascade,
                constraint role_assignment_holder check (num_nonnulls(account_id, client_id) = 1),
                constraint role_assignment_place check (num_nonnulls(organization_id, territory_code) = 1),
                -- A role that is revoked on its first day ends on it: it was held on no whole day.
                constraint role_assignment_dates check (ended_on is null or ended_on >= started_on),
                constraint role_assignment_once exclude using gist (
                    (coalesce(account_id::text, client_id)) with =, role with =,
                    (coalesce(organization_id::text, territory_code)) with =, (daterange(started_on, ended_on, '[)')) with &&));
            create index role_assignment_account on role_assignment (account_id);
            create index role_assignment_client on role_assignment (client_id);
            create index role_assignment_organization on role_assignment (organization_id);
            """);
    }
}
