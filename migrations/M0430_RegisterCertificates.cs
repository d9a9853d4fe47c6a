using FluentMigrator;

namespace Mentoring.Migrations;

/// <summary>
/// What the public register tells with time: of which day the certificate is that an organization was last known by, who
/// carries an organization on that is no more, and what a person has answered about a name that does not tell its kind.
/// </summary>
[Migration(430)]
public sealed class M0430_RegisterCertificates : ForwardOnlyMigration
{
    public override void Up()
    {
        Execute.Sql("""
            alter table organization
                add column certificate_on date,
                add column closed_by_register boolean not null default false;

            create table organization_successor (
                organization_id uuid not null,
                successor_id    uuid not null references organization,
                region_code     text not null,
                since           date not null,
                primary key (organization_id, successor_id),
                constraint organization_successor_other check (successor_id <> organization_id),
                foreign key (organization_id, region_code) references organization (id, region_code) on update cascade);
            create index organization_successor_of on organization_successor (successor_id);

            -- The key is the OGRN, a branch's is its id in the register. Without a kind it is a question still.
            create table organization_kind_answer (
                key         text primary key,
                region_code text not null references territory,
                name        text not null,
                guess       text not null,
                kind        text,
                sector      text,
                import_id   uuid not null references import,
                answered_by text,
                answered_at timestamptz);
            create index organization_kind_answer_import on organization_kind_answer (import_id);
            """);
    }
}
