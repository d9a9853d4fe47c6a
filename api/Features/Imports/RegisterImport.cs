using Mentoring.Api.Platform;
using Npgsql;

namespace Mentoring.Api.Features.Imports;

/// <summary>Organizations from the public register of accredited educational organizations.</summary>
sealed class RegisterImport(Db db, TimeProvider time) : IImportKind
{
    public async Task<int> Stage(NpgsqlConnection connection, ImportWork.Import import, byte[] file, Func<int, Task> tell, CancellationToken ct)
    {
        var regions = await db.List<RegisterRows.Region>("select code, subject_code, name_ru from territory where level = 'Region'", null, ct);
        await db.Execute(Table, null, ct);
        var entries = new RegisterFile(file);
        var rows = new RegisterRows(regions, import.RegionCode, time);
        await using var copy = await connection.BeginBinaryImportAsync(RegisterRows.Copy, ct);
        while (entries.Read())
        {
            if (entries.Number > ImportWork.MostRows) throw new BadInput("import.too-many-rows", ("file", "JSON"), ("most", ImportWork.MostRows));
            rows.Write(copy, entries.Number, entries.Current);
            if (entries.Number % ImportProgress.Step != 0) continue;
            ct.ThrowIfCancellationRequested();
            await tell(entries.Number);
        }

        await copy.CompleteAsync(ct);
        return entries.Number;
    }

    public async Task<ImportWork.Counts> Plan(ImportWork.Import import, CancellationToken ct)
    {
        await db.Execute(Judge, null, ct);
        await db.Execute(Compare, null, ct);
        return await db.One<ImportWork.Counts>(Count, null, ct);
    }

    public async Task Apply(ImportWork.Import import, int rows, Func<int, Task> tell, CancellationToken ct)
    {
        var today = await RegionTime.TodayIn(import.RegionCode, db, time, ct);
        await db.Execute(Write, new { today }, ct);
        await tell(rows);
    }

    const string Table = """
        create temp table staged_organization (
            line int not null, id uuid not null, renamed_id uuid not null, changed_id uuid not null, register_id text, region_code text, kind text, sector text,
            name_full text, name_short text, ogrn text, inn text, kpp text, address text, email text, phone text, website text, issued_on date, faults text,
            organization_id uuid, bad boolean not null default false) on commit drop
        """;

    // One organization can hold several certificates: the latest entry speaks for it.
    const string Judge = """
        analyze staged_organization;
        insert into staged_problem
        select 'list', s.line, split_part(f, E'\x1f', 1), split_part(f, E'\x1f', 2), nullif(split_part(f, E'\x1f', 3), '')
          from staged_organization s, unnest(string_to_array(s.faults, E'\x1e')) f where s.faults is not null;
        update staged_organization s set organization_id = o.id
          from organization o where s.faults is null and s.ogrn is not null and o.ogrn = s.ogrn;
        update staged_organization s set organization_id = o.id
          from (select register_id, min(id::text)::uuid id from organization where register_id is not null group by register_id) o
         where s.faults is null and s.organization_id is null and s.ogrn is null and o.register_id = s.register_id;
        insert into staged_problem
        select 'list', s.line, 'edu_org.region', 'import.region-changed', s.region_code
          from staged_organization s join organization o on o.id = s.organization_id where o.region_code <> s.region_code;
        update staged_organization s set bad = true from staged_problem p where p.line = s.line;
        create temp table staged_latest on commit drop as
        select distinct on (coalesce(ogrn, register_id)) * from staged_organization where not bad
         order by coalesce(ogrn, register_id), issued_on desc nulls last, line desc;
        """;

    const string Compare = """
        create temp table staged_change on commit drop as
        select s.line, jsonb_object_agg(v.field, jsonb_build_object('from', v.before, 'to', v.after)) filter (where v.field like 'name%') names,
               jsonb_object_agg(v.field, jsonb_build_object('from', v.before, 'to', v.after)) filter (where v.field not like 'name%') facts
          from staged_latest s join organization o on o.id = s.organization_id,
               lateral (values ('nameFull', o.name_full, s.name_full), ('nameShort', o.name_short, s.name_short), ('inn', o.inn, s.inn), ('kpp', o.kpp, s.kpp),
                               ('address', o.address, s.address), ('email', o.email, s.email), ('phone', o.phone, s.phone), ('website', o.website, s.website),
                               ('registerId', o.register_id, s.register_id)) v (field, before, after)
         where v.after is not null and v.before is distinct from v.after
           and (v.field not like 'name%' or regexp_replace(translate(lower(v.before), 'ё', 'е'), '[^a-zа-я0-9]+', ' ', 'g')
                                 is distinct from regexp_replace(translate(lower(v.after), 'ё', 'е'), '[^a-zа-я0-9]+', ' ', 'g'))
         group by s.line;
        """;

    const string Count = """
        select count(*) filter (where s.organization_id is null)::int creates, count(c.line)::int updates, 0 ends,
               ((select count(*) from staged_organization where not bad) - count(*) filter (where s.organization_id is null) - count(c.line))::int unchanged
          from staged_latest s left join staged_change c on c.line = s.line
        """;

    const string Write = """
        insert into organization (id, region_code, territory_code, kind, sector, name_full, name_short, ogrn, inn, kpp, address, email, phone, website, register_id)
        select id, region_code, region_code, kind, sector, name_full, coalesce(name_short, name_full), ogrn, inn, kpp, address, email, phone, website, register_id
          from staged_latest where organization_id is null;
        update organization o set
               name_full = case when c.names ? 'nameFull' then s.name_full else o.name_full end,
               name_short = case when c.names ? 'nameShort' then s.name_short else o.name_short end,
               inn = coalesce(s.inn, o.inn), kpp = coalesce(s.kpp, o.kpp), address = coalesce(s.address, o.address), email = coalesce(s.email, o.email),
               phone = coalesce(s.phone, o.phone), website = coalesce(s.website, o.website), register_id = coalesce(s.register_id, o.register_id),
               version = o.version + 1, updated_at = now()
          from staged_change c join staged_latest s on s.line = c.line where o.id = s.organization_id;
        insert into organization_event (id, organization_id, region_code, kind, occurred_on, detail)
        select s.renamed_id, s.organization_id, s.region_code, 'Renamed', @today, c.names from staged_change c join staged_latest s on s.line = c.line where c.names is not null
        union all
        select s.changed_id, s.organization_id, s.region_code, 'Changed', @today, c.facts from staged_change c join staged_latest s on s.line = c.line where c.facts is not null;
        """;
}
