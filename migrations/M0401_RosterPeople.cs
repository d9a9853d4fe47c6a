using FluentMigrator;

namespace Mentoring.Migrations;

/// <summary>Before a roster is confirmed: who comes, changes and leaves, by name, and whether they are so many that it has to be asked.</summary>
[Migration(401)]
public sealed class M0401_RosterPeople : ForwardOnlyMigration
{
    public override void Up()
    {
        Execute.Sql("""
            alter table import
                add column staff int not null default 0,
                add column joins int not null default 0,
                add column leaves int not null default 0,
                add column asks_mass_change boolean not null default false,
                add column mass_change_confirmed boolean not null default false;

            create table import_person (
                import_id       uuid not null references import,
                sequence        int not null,
                organization_id uuid,
                region_code     text,
                change          text not null check (change in ('Joins', 'Changes', 'Leaves')),
                person_id       uuid,
                name            text,
                position_code   text,
                day             date,
                fields          text[] not null,
                primary key (import_id, sequence));
            comment on column import_person.person_id is 'Null while the file alone names the person';
            comment on column import_person.name is 'As the file writes it, until the import is over';
            """);
    }
}
