using FluentMigrator;

namespace Mentoring.Migrations;

/// <summary>Cells that go along with small ones, so that these do not follow from what is told; and where this has to be decided anew.</summary>
[Migration(632)]
public sealed class M0632_HiddenCells : ForwardOnlyMigration
{
    public override void Up() => Execute.Sql("""
        alter table indicator add column hides_inside boolean not null default false;
        update indicator set hides_inside = true where code = 'deficits-closed';
        comment on column indicator.least is 'With a smaller denominator other than zero nothing is told, nor where such a one would follow';
        comment on column indicator.hides_inside is 'A small count is not told to the people of the organization itself either';

        create table territory_hidden (
            period         date not null,
            indicator      text not null,
            territory_code text not null references territory,
            primary key (period, indicator, territory_code));
        comment on table territory_hidden is 'Cells of territory_indicator that are not small and go along with small ones';

        create table organization_hidden (
            region_code     text not null,
            organization_id uuid not null,
            territory_code  text not null references territory,
            period          date not null,
            indicator       text not null,
            primary key (region_code, organization_id, period, indicator),
            foreign key (organization_id, region_code) references organization (id, region_code) on update cascade);
        comment on table organization_hidden is 'Cells of organization_sums that are not small and go along with small ones';
        create index organization_hidden_cell on organization_hidden (period, indicator);
        create index organization_sums_place on organization_sums (period, territory_code);

        -- A queue without keys, as indicator_stale.
        create table indicator_hiding (
            id             bigint generated always as identity primary key,
            period         date not null,
            indicator      text not null,
            territory_code text);
        comment on table indicator_hiding is 'Where counts have changed since it was decided what is hidden; without a place, everywhere';
        insert into indicator_hiding (period, indicator) select p.period, i.code from indicator_period p cross join indicator i
         where i.valid_to is null and i.least > 0;
        """);
}
