using Mentoring.Api.Features.Common.Organizations;
using Mentoring.Api.Platform;
using Npgsql;

namespace Mentoring.Api.Features.Common.Imports;

/// <summary>Organizations from the public register of accredited educational organizations.</summary>
sealed class RegisterImport(Db db, Audit audit, TimeProvider time) : IImportKind
{
    (int[] Pages, int Rows) _missing = ([], 0);

    public async Task<int> Stage(NpgsqlConnection connection, ImportWork.Import import, byte[] file, Func<int, Task> tell, CancellationToken ct)
    {
        var regions = await db.List<RegisterRows.Region>("select code, subject_code, name_ru from territory where level = 'Region'", null, ct);
        var municipalities = await db.List<MunicipalityOfAddress.Municipality>(Municipalities, null, ct);
        await db.Execute(Table, null, ct);
        var entries = new RegisterFile(file);
        var rows = new RegisterRows(regions, new(municipalities), import.RegionCode, time);
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
        _missing = (entries.Pages.Missing(), entries.Pages.Short(entries.Number));
        return entries.Number;
    }

    public async Task<ImportWork.Counts> Plan(ImportWork.Import import, CancellationToken ct)
    {
        await db.Execute(Judge, new { Now = time.GetUtcNow().UtcDateTime }, ct);
        await db.Execute(Ask, new { import.Id }, ct);
        await db.Execute(Compare, null, ct);
        await db.Execute(RegisterHeirs.Infer, null, ct);
        await db.Execute(RegisterChangesSql.Keep, new
        {
            import.Id, import.RegionCode, Applying = import.Status == ImportStatus.Applying, ImportWork.MostProblems,
        }, ct);
        return await db.One<ImportWork.Counts>(Count, null, ct) with { MissingPages = _missing.Pages, RowsMissing = _missing.Rows };
    }

    public async Task Apply(ImportWork.Import import, int rows, Func<int, Task> tell, CancellationToken ct)
    {
        await db.Execute(RegisterWrites.Sql, null, ct);
        var ends = await db.List<SettleOrganization.Voided>(RegisterWrites.EndsVoid, new { now = time.GetUtcNow().UtcDateTime }, ct);
        foreach (var end in ends) end.Tell(audit);
        if (ends.Count > 0) await audit.Append("VoidOrganizationEnd", ct);
        await tell(rows);
    }

    const string Municipalities = "select code, parent_code region_code, name_ru from territory where level = 'Municipality'";

    const string Table = """
        create temp table staged_organization (
            row int primary key, line int not null, path text not null, id uuid not null, renamed_id uuid not null, changed_id uuid not null,
               closed_id uuid not null,
            register_id text, region_code text, municipality_code text, kind text, sector text, is_guess boolean not null, name_full text, name_short text,
               ogrn text, inn text, kpp text,
            address text, email text, phone text, website text, issued_on date, ends_on date, is_over boolean not null, faults text,
            organization_id uuid, same text, today date, is_open boolean, is_outdated boolean not null default false,
            bad boolean not null default false) on commit drop
        """;

    // One organization can hold several certificates, in this file and in earlier ones: the newest speaks for it. An end that
    // would leave people at work nowhere is held back: a person closes such an organization, and says what becomes of them.
    const string Judge = $"""
        analyze staged_organization;
        insert into staged_problem
        select 'list', s.line, split_part(f, E'\x1f', 1), split_part(f, E'\x1f', 2), nullif(split_part(f, E'\x1f', 3), '')
          from staged_organization s, unnest(string_to_array(s.faults, E'\x1e')) f where s.faults is not null;
        update staged_organization s set bad = true where s.faults is not null;
        update staged_organization s set today = (@Now at time zone t.time_zone)::date, is_open = not s.is_over
           and coalesce(s.ends_on >= (@Now at time zone t.time_zone)::date, true)
          from territory t where not s.bad and t.code = s.region_code;
        update staged_organization s set organization_id = o.id
          from organization o where not s.bad and s.ogrn is not null and o.ogrn = s.ogrn;
        update staged_organization s set organization_id = o.id
          from (select register_id, min(id::text)::uuid id from organization where register_id is not null group by register_id) o
         where not s.bad and s.organization_id is null and s.ogrn is null and o.register_id = s.register_id;
        -- A branch has no number of its own, and each certificate of its head gives it a new id: its tax numbers tell it, else its name.
        update staged_organization s set organization_id = o.id
          from (select inn, kpp, min(id::text)::uuid id from organization where ogrn is null and kpp is not null group by inn, kpp having count(*) = 1) o
         where not s.bad and s.organization_id is null and s.ogrn is null and o.inn = s.inn and o.kpp = s.kpp;
        update staged_organization s set organization_id = o.id
          from (select inn, letters_of(name_full) as name, min(id::text)::uuid id, min(kpp) kpp from organization
                 where ogrn is null and inn is not null group by 1, 2 having count(*) = 1) o
         where not s.bad and s.organization_id is null and s.ogrn is null and o.inn = s.inn and o.name = letters_of(name_full)
           and (o.kpp = s.kpp) is not false;
        update staged_organization set same = coalesce(ogrn, organization_id::text, inn || '/' || kpp, inn || '/' || letters_of(name_full), register_id);
        with moved as (
            update staged_organization s set bad = true from organization o where o.id = s.organization_id and o.region_code <> s.region_code
            returning s.line, s.path, s.region_code)
        insert into staged_problem select 'list', line, path || '.region', 'import.region-changed', region_code from moved;
        update staged_organization s set is_outdated = true
          from organization o where o.id = s.organization_id and (s.issued_on is null and o.certificate_on is not null or s.issued_on < o.certificate_on);
        create temp table staged_latest on commit drop as
        select distinct on (same) * from staged_organization where not bad and not is_outdated
         order by same, issued_on desc nulls last, is_open desc, row desc;
        with held as (
            delete from staged_latest s using organization o
             where o.id = s.organization_id and o.status = 'Open' and not s.is_open
               and (exists (select from employment e where e.organization_id = o.id and (e.ended_on is null or e.ended_on > s.today))
                    or exists (select from program p where p.organization_id = o.id and p.status in ('Active', 'Paused'))
                    or exists (select from organization_handover h where h.heir_id = o.id and h.staff = 'HandOver' and h.settled_at is null
                                  and h.undone_at is null))
            returning s.row, s.line, s.path),
        marked as (update staged_organization s set bad = true from held where s.row = held.row)
        insert into staged_problem select 'list', line, path, 'import.still-works', null from held;
        """;

    // Asked once: what was answered is kept for every file that follows.
    const string Ask = """
        update staged_latest s set kind = a.kind, sector = a.sector, is_guess = false
          from organization_kind_answer a where a.key = coalesce(s.ogrn, s.register_id) and a.kind is not null;
        with asked as (
            delete from staged_latest where is_guess and organization_id is null
            returning row, line, path, coalesce(ogrn, register_id) key, region_code, name_full, kind),
        marked as (update staged_organization s set bad = true from asked where s.row = asked.row),
        kept as (
            insert into organization_kind_answer as a (key, region_code, name, guess, import_id)
            select key, region_code, name_full, kind, @Id from asked
            on conflict (key) do update set name = excluded.name, guess = excluded.guess, import_id = excluded.import_id)
        insert into staged_problem select 'list', line, path || '.full_name', 'import.kind-unclear', name_full from asked;
        """;

    // What a person has closed opens again with a certificate of a later day; what a certificate has closed, with the next one.
    const string Compare = """
        create temp table staged_change on commit drop as
        select s.row, jsonb_object_agg(v.field, jsonb_build_object('from', v.before, 'to', v.after)) filter (where v.field like 'name%') names,
               jsonb_object_agg(v.field, jsonb_build_object('from', v.before, 'to', v.after)) filter (where v.field not like 'name%') facts
          from staged_latest s join organization o on o.id = s.organization_id left join territory m on m.code = s.municipality_code,
               lateral (values ('nameFull', o.name_full, s.name_full), ('nameShort', o.name_short, s.name_short), ('inn', o.inn, s.inn), ('kpp', o.kpp, s.kpp),
                               ('address', o.address, s.address), ('email', o.email, s.email), ('phone', o.phone, s.phone), ('website', o.website, s.website),
                               ('registerId', o.register_id, s.register_id),
                               ('municipality', case when o.territory_code <> o.region_code then m.name_ru end, m.name_ru)) v (field, before, after)
         where v.after is not null and v.before is distinct from v.after
           and (v.field not like 'name%' or letters_of(v.before) is distinct from letters_of(v.after))
         group by s.row;
        create temp table staged_end on commit drop as
        select s.row, not s.is_open closes, coalesce(least(s.ends_on, s.today), s.today) ended_on
          from staged_latest s join organization o on o.id = s.organization_id
         where o.status = 'Open' and not s.is_open
            or o.status = 'Closed' and s.is_open
               and (o.closed_by_register and s.issued_on >= o.certificate_on or not o.closed_by_register and s.issued_on > o.closed_on);
        """;

    const string Count = """
        select count(*) filter (where s.organization_id is null)::int creates,
               count(*) filter (where s.organization_id is not null and (c.row is not null or e.row is not null) and e.closes is not true)::int updates,
               count(*) filter (where e.closes)::int ends,
               ((select count(*) from staged_organization where not bad)
                   - count(*) filter (where s.organization_id is null or c.row is not null or e.row is not null))::int unchanged
          from staged_latest s left join staged_change c on c.row = s.row left join staged_end e on e.row = s.row
        """;
}
