namespace Mentoring.Api.Features.Common.Organizations;

/// <summary>What imports write of organizations; of the public register, from the rows that it has staged and judged in the same transaction.</summary>
static class RegisterWrites
{
    /// <summary>The id by which a school's own system calls it.</summary>
    public const string OwnId = """
        update organization set source_id = @SourceId where id = @OrganizationId and source_id is distinct from coalesce(@SourceId, source_id)
        """;

    /// <summary>Whose end by hand waited still.</summary>
    public static readonly string EndsVoid = SettleOrganization.Void("""
        organization_id in (select s.organization_id from staged_end e join staged_latest s on s.row = e.row where not e.closes)
        """);

    public const string Sql = """
        insert into organization (id, region_code, territory_code, kind, sector, name_full, name_short, ogrn, inn, kpp, address, email, phone, website,
           register_id,
               status, closed_on, closed_by_register, certificate_on)
        select id, region_code, coalesce(municipality_code, region_code), kind, sector, name_full, coalesce(name_short, name_full), ogrn, inn, kpp, address,
           email, phone, website, register_id,
               case when is_open then 'Open' else 'Closed' end,
               -- Where no day of its end is told, none after its last certificate is known to have been its.
               case when not is_open then least(coalesce(case when ends_on < today then ends_on end, issued_on), today) end, not is_open, issued_on
          from staged_latest where organization_id is null;
        update organization o set
               name_full = case when c.names ? 'nameFull' then s.name_full else o.name_full end,
               name_short = case when c.names ? 'nameShort' then s.name_short else o.name_short end,
               inn = coalesce(s.inn, o.inn), kpp = coalesce(s.kpp, o.kpp), address = coalesce(s.address, o.address), email = coalesce(s.email, o.email),
               phone = coalesce(s.phone, o.phone), website = coalesce(s.website, o.website), register_id = coalesce(s.register_id, o.register_id),
               territory_code = case when o.territory_code = o.region_code then coalesce(s.municipality_code, o.territory_code) else o.territory_code end,
               version = o.version + 1, updated_at = now()
          from staged_change c join staged_latest s on s.row = c.row where o.id = s.organization_id;
        update organization o set status = case when e.closes then 'Closed' else 'Open' end, closed_on = case when e.closes then e.ended_on end,
           closed_by_register = e.closes,
               version = o.version + 1, updated_at = now()
          from staged_end e join staged_latest s on s.row = e.row where o.id = s.organization_id;
        update organization o set certificate_on = s.issued_on
          from staged_latest s where o.id = s.organization_id and s.issued_on is not null and o.certificate_on is distinct from s.issued_on;
        insert into organization_event (id, organization_id, region_code, kind, occurred_on, detail)
        select s.renamed_id, s.organization_id, s.region_code, 'Renamed', s.today, c.names from staged_change c join staged_latest s on s.row = c.row
           where c.names is not null
        union all
        select s.changed_id, s.organization_id, s.region_code, 'Changed', s.today, c.facts from staged_change c join staged_latest s on s.row = c.row
           where c.facts is not null;

        insert into organization_successor (organization_id, successor_id, region_code, since)
        select gone.id, heir.heir_id, gone.region_code, gone.ended_on from staged_gone gone join staged_heir heir on heir.id = gone.id
           on conflict (organization_id, successor_id) do update set since = excluded.since;
        insert into organization_event (id, organization_id, region_code, kind, occurred_on, detail)
        select gone.closed_id, gone.id, gone.region_code, case when heir.id is null then 'Closed' else 'Merged' end, gone.ended_on,
               case when heir.id is null then '{}' else jsonb_build_object('successor', jsonb_build_object('to', o.name_short)) end
          from staged_gone gone left join staged_heir heir on heir.id = gone.id left join organization o on o.id = heir.heir_id
         where gone.was_open or heir.id is not null;
        insert into organization_event (id, organization_id, region_code, kind, occurred_on)
        select s.closed_id, s.organization_id, s.region_code, 'Opened', coalesce(s.issued_on, s.today)
          from staged_end e join staged_latest s on s.row = e.row where not e.closes;
        """;
}
