namespace Mentoring.Api.Features.Common.Imports;

/// <summary>Which organizations come, change and close by a file of the register, kept beside the import to be looked at before it is confirmed.</summary>
static class RegisterChangesSql
{
    public const string Keep = """
        delete from import_organization where import_id = @Id;
        insert into import_organization (import_id, sequence, region_code, change, about_id, key, name, day, details, successor, kind)
        select @Id, row_number() over (order by change, name, row), @RegionCode, change, about_id, key, name, day, details, successor, kind
          from (select s.row, case when s.organization_id is null then 'Comes' when e.closes then 'Closes' when e.row is not null then 'Opens'
                                   else 'Changes' end change,
                       coalesce(s.organization_id, case when @Applying then s.id end) about_id, coalesce(s.ogrn, s.register_id) key,
                       coalesce(o.name_short, s.name_short, s.name_full) name, coalesce(case when e.closes then e.ended_on end, s.issued_on) as day,
                       coalesce((select jsonb_agg(jsonb_build_object('field', f.key, 'before', f.value ->> 'from', 'after', f.value ->> 'to') order by f.key)
                                   from jsonb_each(coalesce(c.names, '{}') || coalesce(c.facts, '{}')) f), '[]') details,
                       heir.name_short successor, case when s.organization_id is null then s.kind end kind
                  from staged_latest s
                  left join staged_change c on c.row = s.row left join staged_end e on e.row = s.row left join organization o on o.id = s.organization_id
                  left join staged_heir heir on heir.id = coalesce(s.organization_id, s.id)
                 where s.organization_id is null or c.row is not null or e.row is not null) organizations
         order by change, name, row limit @MostProblems
        """;
}
