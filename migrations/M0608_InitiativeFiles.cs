using FluentMigrator;

namespace Mentoring.Migrations;

/// <summary>Files beside an initiative, read by its members: they stand on each row, as on its talk. They take room where the initiative is at home.</summary>
[Migration(608)]
public sealed class M0608_InitiativeFiles : ForwardOnlyMigration
{
    public override void Up() => Execute.Sql("""
        create table initiative_file (
            region_code   text not null,
            id            uuid not null,
            initiative_id uuid not null,
            member_ids    uuid[] not null,
            file_id       uuid not null,
            name          text not null,
            size          int not null,
            added_at      timestamptz not null,
            added_by      uuid not null references person,
            added_by_name text not null,
            primary key (region_code, id),
            foreign key (region_code, initiative_id, member_ids) references initiative (region_code, id, member_ids) on update cascade,
            foreign key (region_code, file_id) references stored_file on update cascade);
        create index initiative_file_of on initiative_file (region_code, initiative_id, added_at desc);
        create index initiative_file_file on initiative_file (region_code, file_id);
        create index initiative_file_person on initiative_file (added_by);

        alter table stored_file drop constraint stored_file_kind_check, add constraint stored_file_kind_check
            check (kind in ('Product', 'PracticeMaterial', 'Contract', 'RouteProduct', 'Help', 'Evidence', 'Initiative', 'Other'));
        """);
}
