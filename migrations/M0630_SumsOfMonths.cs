using FluentMigrator;

namespace Mentoring.Migrations;

/// <summary>
/// The sums of an organization's month stand in one row, each at its indicator's number, instead of a row for each, most of which
/// said zero.
/// </summary>
[Migration(630)]
public sealed class M0630_SumsOfMonths : ForwardOnlyMigration
{
    public override void Up() => Execute.Sql("""
        alter table indicator add column number smallint;
        update indicator set number = position;
        alter table indicator alter column number set not null;
        create unique index indicator_number on indicator (number) where valid_to is null;
        comment on column indicator.number is 'Where its sums stand in a row of organization_sums: the same in all versions, never given again';

        create table organization_sums (
            region_code     text not null,
            organization_id uuid not null,
            territory_code  text not null references territory,
            period          date not null,
            numerators      int[] not null,
            denominators    int[] not null,
            answers         smallint[] not null,
            primary key (region_code, organization_id, period),
            foreign key (organization_id, region_code) references organization (id, region_code) on update cascade);
        comment on column organization_sums.answers is '0 not expected, 1 expected, 2 reported';
        insert into organization_sums
        select month.region_code, month.organization_id, month.territory_code, month.period, array_agg(coalesce(o.numerator, 0)::int order by i.number),
               array_agg(coalesce(o.denominator, 0)::int order by i.number),
               array_agg((coalesce(o.expected, false)::int + coalesce(o.expected and o.reported, false)::int)::smallint order by i.number)
          from (select region_code, organization_id, period, max(territory_code) territory_code from organization_indicator group by 1, 2, 3) month
         cross join (select code, number from indicator where valid_to is null) i
          left join organization_indicator o on o.region_code = month.region_code and o.organization_id = month.organization_id and o.period = month.period
                and o.indicator = i.code
         group by 1, 2, 3, 4;
        drop table organization_indicator;
        create index organization_sums_organization on organization_sums (organization_id, period);

        -- What changed is known by its indicator too: of a month that has one change the others are not summed anew.
        delete from indicator_upward;
        alter table indicator_upward add column indicator text not null;
        insert into indicator_upward (period, indicator) select p.period, i.code from indicator_period p cross join indicator i where i.valid_to is null;
        """);
}
