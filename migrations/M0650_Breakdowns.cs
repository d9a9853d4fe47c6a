using FluentMigrator;

namespace Mentoring.Migrations;

/// <summary>
/// Sums by a category of a dimension: of the organization (sector, settlement, size), which stand with its sums of the month, and of the
/// program (form, kind, purpose), which have rows of their own. Every sum is made anew: before this one nobody knows the categories.
/// </summary>
[Migration(650)]
public sealed class M0650_Breakdowns : ForwardOnlyMigration
{
    public override void Up()
    {
        Execute.Sql("""
            alter table organization_sums add column sector text not null default '', add column settlement text not null default '',
                add column size_class text not null default '';

            create table organization_program_sums (
                region_code     text not null,
                organization_id uuid not null,
                territory_code  text not null references territory,
                period          date not null,
                form_code       text not null,
                kind_code       text not null,
                purpose_code    text not null,
                numerators      int[] not null,
                denominators    int[] not null,
                primary key (region_code, organization_id, period, form_code, kind_code, purpose_code),
                foreign key (organization_id, region_code) references organization (id, region_code) on update cascade);
            comment on table organization_program_sums is
                'Sums of the programs of an organization''s month that are of one form, kind and purpose; of indicators of programs alone, in their order';
            create index organization_program_sums_organization on organization_program_sums (organization_id, period);

            create table territory_breakdown (
                territory_code text not null references territory,
                period         date not null,
                dimension      text not null check (dimension in ('Sector', 'Settlement', 'Size', 'Form', 'Kind', 'Purpose')),
                category       text not null,
                numerators     bigint[] not null,
                denominators   bigint[] not null,
                primary key (territory_code, period, dimension, category));
            comment on table territory_breakdown is 'Sums of a territory''s month by a category, each at its indicator''s number';

            create table breakdown_upward (
                id        bigint generated always as identity primary key,
                period    date not null,
                dimension text not null,
                category  text not null);
            comment on table breakdown_upward is 'What of the regions changed and is not yet summed above them';

            alter table indicator_difference add column dimension text not null default '', add column category text not null default '';

            insert into indicator_stale (organization_id, region_code, from_period, to_period)
            select id, region_code, date '0001-01-01', null from organization;
            """);
    }
}
