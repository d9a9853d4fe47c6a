namespace Mentoring.Api.Features.Common.Organizations;

/// <summary>
/// The register names no successor. Whoever bears the name of one that ends, in the same place and alone there, is taken to
/// carry it on: names as common as «Средняя школа № 1» are borne in every district. Inferred as it will be once the file is
/// applied, so that what is looked at before is what follows.
/// </summary>
static class RegisterHeirs
{
    const string Plain = "regexp_replace(translate(lower({0}), 'ё', 'е'), '[^a-zа-я0-9,;-]+', ' ', 'g')";

    /// <summary>The first town or village that an address names.</summary>
    const string Town = $"""
        btrim(substring({Plain}
              from '(?:^|[ ,;])(?:г|гор|город|пгт|рп|п|поселок|с|село|д|дер|деревня|ст|станица|х|хутор|аул) +([а-я][^,;]*)'))
        """;

    /// <summary>Villages of one name stand in several districts.</summary>
    const string District = $"substring({Plain} from '([а-я-]+[иоы]й) (?:р-н|район|округ|муницип|городско)')";

    static string Of(string form, string text) => form.Replace("{0}", text, StringComparison.Ordinal);

    public static readonly string Infer = $$"""
        create temp table staged_gone on commit drop as
        select s.row, s.closed_id, coalesce(s.organization_id, s.id) id, s.region_code, letters_of(s.name_full) name,
               coalesce(s.address, o.address) address,
               nullif(case when o.territory_code <> o.region_code then o.territory_code else s.municipality_code end, s.region_code) municipality_code,
               coalesce(e.ended_on, least(coalesce(case when s.ends_on < s.today then s.ends_on end, s.issued_on), s.today)) ended_on,
               e.row is not null was_open
          from staged_latest s left join staged_end e on e.row = s.row left join organization o on o.id = s.organization_id
         where not s.is_open and (s.organization_id is null or e.closes);
        create temp table staged_bearer on commit drop as
        select o.id, o.region_code, letters_of(coalesce(s.name_full, o.name_full)) name, coalesce(s.address, o.address) address,
               case when c.names ? 'nameShort' then s.name_short else o.name_short end name_short,
               case when o.territory_code <> o.region_code then o.territory_code else s.municipality_code end municipality_code
          from organization o left join staged_latest s on s.organization_id = o.id
          left join staged_change c on c.row = s.row left join staged_end e on e.row = s.row
         where o.region_code in (select region_code from staged_gone) and case when e.row is null then o.status = 'Open' else not e.closes end
        union all
        select s.id, s.region_code, letters_of(s.name_full), s.address, coalesce(s.name_short, s.name_full), s.municipality_code
          from staged_latest s where s.organization_id is null and s.is_open and s.region_code in (select region_code from staged_gone);
        create temp table staged_heir on commit drop as
        select gone.id, min(b.id::text)::uuid heir_id, min(b.name_short) name_short
          from staged_gone gone join staged_bearer b on b.region_code = gone.region_code and b.name = gone.name and b.id <> gone.id
         where case when gone.municipality_code is not null and b.municipality_code is not null then gone.municipality_code = b.municipality_code
                    else letters_of(gone.address) = letters_of(b.address)
                           or {{Of(Town, "gone.address")}} = {{Of(Town, "b.address")}}
                              and coalesce({{Of(District, "gone.address")}} = {{Of(District, "b.address")}}, true) end
         group by gone.id having count(*) = 1;
        """;
}
