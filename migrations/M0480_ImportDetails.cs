using FluentMigrator;

namespace Mentoring.Migrations;

/// <summary>Before an import is confirmed: what of a person changes, from what to what, and which organizations a file of the register is about.</summary>
[Migration(480)]
public sealed class M0480_ImportDetails : ForwardOnlyMigration
{
    public override void Up()
    {
        Execute.Sql("""
            alter table import_person add column details jsonb not null default '[]';
            comment on column import_person.details is 'Of names and contacts until the import is over';

            create table import_organization (
                import_id       uuid not null references import,
                sequence        int not null,
                organization_id uuid,
                region_code     text,
                change          text not null check (change in ('Comes', 'Changes', 'Closes', 'Opens')),
                about_id        uuid,
                key             text,
                name            text not null,
                day             date,
                details         jsonb not null,
                primary key (import_id, sequence));
            comment on column import_organization.organization_id is 'Whose import it is: nobody''s, as the import has it';
            comment on column import_organization.about_id is 'Null while the file alone names the organization';
            """);
    }
}
