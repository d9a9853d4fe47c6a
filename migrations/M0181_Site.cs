using FluentMigrator;

namespace Mentoring.Migrations;

/// <summary>A school's public section on mentoring, and who lets the school name them there.</summary>
[Migration(181)]
public sealed class M0181_Site : ForwardOnlyMigration
{
    public override void Up()
    {
        Execute.Sql("""
            create table site_post (
                id              uuid primary key,
                organization_id uuid not null,
                region_code     text not null,
                category        text not null check (category in ('Event', 'News', 'Method', 'Legal')),
                status          text not null default 'Draft' check (status in ('Draft', 'Published', 'Withdrawn')),
                title           text not null,
                lead            text not null,
                body            text not null,
                held_on         date,
                published_at    timestamptz,
                withdrawn_at    timestamptz,
                withdraw_reason text,
                created_by      text not null,
                created_at      timestamptz not null,
                updated_at      timestamptz not null,
                version         int not null default 1,
                foreign key (organization_id, region_code) references organization (id, region_code) on update cascade,
                constraint site_post_in_organization unique (id, organization_id, region_code),
                constraint site_post_published check (status <> 'Published' or published_at is not null));
            create index site_post_public on site_post (organization_id, published_at desc, id desc) where status = 'Published';
            create index site_post_organization on site_post (organization_id, updated_at desc, id desc);

            create table site_post_person (
                post_id         uuid not null,
                organization_id uuid not null,
                region_code     text not null,
                person_id       uuid not null references person,
                primary key (post_id, person_id),
                foreign key (post_id, organization_id, region_code) references site_post (id, organization_id, region_code) on update cascade);

            create table site_release (
                id              uuid primary key,
                organization_id uuid not null,
                region_code     text not null,
                person_id       uuid not null references person,
                released_at     timestamptz not null,
                revoked_at      timestamptz check (revoked_at >= released_at),
                foreign key (organization_id, region_code) references organization (id, region_code) on update cascade);
            create unique index site_release_one_open on site_release (organization_id, person_id) where revoked_at is null;
            create index site_release_person on site_release (person_id);
            """);
    }
}
