using FluentMigrator;

namespace Mentoring.Migrations;

/// <summary>
/// What files take up, by organization, program, person and kind, counted in the transaction that keeps or drops a file by
/// whoever does it. The organization's row is counted first and stays locked until the end: two uploads at the same moment
/// are counted one after the other, so that neither passes a quota unseen.
/// </summary>
[Migration(350)]
public sealed class M0350_Storage : ForwardOnlyMigration
{
    public override void Up()
    {
        Execute.Sql("""
            alter table stored_file
                add column kind text not null default 'Other' check (kind in ('Product', 'PracticeMaterial', 'Contract', 'Other')),
                add column stored_by text;
            update stored_file set kind = 'Product' where program_id is not null;
            update stored_file f set stored_by = p.added_by from program_product p where p.region_code = f.region_code and p.file_id = f.id;
            update stored_file f set kind = 'PracticeMaterial' from practice_material m where m.region_code = f.region_code and m.file_id = f.id;
            update stored_file set kind = 'Contract' where kind = 'Other';

            create table storage_usage (
                region_code     text not null,
                organization_id uuid not null,
                owner           text not null check (owner in ('Organization', 'Program', 'Person', 'Kind')),
                owner_id        text not null,
                bytes           bigint not null check (bytes >= 0),
                files           int not null check (files >= 0),
                primary key (region_code, organization_id, owner, owner_id),
                foreign key (organization_id, region_code) references organization (id, region_code) on update cascade);
            create index storage_usage_largest on storage_usage (bytes desc, organization_id) where owner = 'Organization';

            create table storage_quota (
                region_code     text not null,
                organization_id uuid not null,
                bytes           bigint not null check (bytes >= 0),
                set_by          text not null,
                set_at          timestamptz not null,
                primary key (region_code, organization_id),
                foreign key (organization_id, region_code) references organization (id, region_code) on update cascade);

            insert into storage_usage (region_code, organization_id, owner, owner_id, bytes, files)
            select o.region_code, o.id, of.owner, of.id, sum(kept.size), count(*)
              from (select organization_id, program_id, stored_by, kind, size from stored_file
                    union all
                    select f.organization_id, null, i.created_by, 'Roster', octet_length(f.content) from import_file f join import i on i.id = f.import_id) kept
              join organization o on o.id = kept.organization_id
             cross join lateral (values ('Organization', kept.organization_id::text), ('Program', kept.program_id::text), ('Person', kept.stored_by),
                                        ('Kind', kept.kind)) of (owner, id)
             where of.id is not null
             group by o.region_code, o.id, of.owner, of.id;
            """);
    }
}
