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

            create function storage_count(place uuid, program uuid, person text, kind text, size bigint, sign int) returns void
            language plpgsql security definer set search_path = public, pg_temp as $$
            declare
                region text := (select o.region_code from organization o where o.id = place);
                owners constant text[] := array['Organization', 'Program', 'Person', 'Kind'];
                ids constant text[] := array[place::text, program::text, person, kind];
            begin
                for i in 1..4 loop
                    continue when ids[i] is null or place is null;
                    if sign > 0 then
                        insert into storage_usage as u values (region, place, owners[i], ids[i], size, 1)
                        on conflict (region_code, organization_id, owner, owner_id) do update set bytes = u.bytes + excluded.bytes, files = u.files + 1;
                    else
                        update storage_usage set bytes = bytes - size, files = files - 1
                         where region_code = region and organization_id = place and owner = owners[i] and owner_id = ids[i];
                    end if;
                end loop;
            end $$;
            revoke execute on function storage_count from public;

            create function stored_file_count() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
            begin
                if tg_op <> 'INSERT' then perform storage_count(old.organization_id, old.program_id, old.stored_by, old.kind, old.size, -1); end if;
                if tg_op <> 'DELETE' then perform storage_count(new.organization_id, new.program_id, new.stored_by, new.kind, new.size, 1); end if;
                return null;
            end $$;
            create trigger stored_file_count after insert or delete or update of organization_id, program_id, stored_by, kind, size on stored_file
                for each row execute function stored_file_count();

            create function import_file_count() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
            declare sender text := (select created_by from import where id = coalesce(new.import_id, old.import_id));
            begin
                if tg_op = 'INSERT' then perform storage_count(new.organization_id, null, sender, 'Roster', octet_length(new.content), 1);
                else perform storage_count(old.organization_id, null, sender, 'Roster', octet_length(old.content), -1); end if;
                return null;
            end $$;
            create trigger import_file_count after insert or delete on import_file for each row execute function import_file_count();

            select storage_count(organization_id, program_id, stored_by, kind, size, 1) from stored_file;
            select storage_count(f.organization_id, null, i.created_by, 'Roster', octet_length(f.content), 1)
              from import_file f join import i on i.id = f.import_id;
            """);
        Execute.Sql(Policies.StorageUsage("storage_usage"));
        Execute.Sql(Policies.StorageQuota("storage_quota"));
    }
}
