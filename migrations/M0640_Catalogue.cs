using FluentMigrator;

namespace Mentoring.Migrations;

/// <summary>
/// Indicators say of themselves what they are made of, version by version, and come to those of pupils, of who stays, of what schools know
/// of their own mentoring. What risks and agreed loads were is kept, so that months before keep theirs. Every organization is summed anew.
/// </summary>
[Migration(640)]
public sealed class M0640_Catalogue : ForwardOnlyMigration
{
    public override void Up()
    {
        Execute.Sql("""
            alter table indicator drop constraint indicator_theme_check,
                add constraint indicator_theme_check check (theme in ('Programs', 'Routes', 'Contours', 'Impact', 'Risks')),
                add column numerator_ru text not null default '', add column numerator_en text not null default '',
                add column denominator_ru text not null default '', add column denominator_en text not null default '',
                add column missing_ru text not null default '', add column missing_en text not null default '',
                add column target numeric,
                add column restates boolean not null default true;
            comment on column indicator.restates is 'Whether months before the version go by it too: a correction does, a change of what is meant does not';

            create table risk_past (
                region_code text not null,
                risk_id     uuid not null,
                until       date not null,
                kind_code   text not null,
                is_high     boolean not null,
                primary key (region_code, risk_id, until),
                foreign key (risk_id, region_code) references risk (id, region_code) on update cascade on delete cascade);
            comment on table risk_past is 'What a risk was before a day: written by a trigger alone';

            create table mentor_profile_past (
                region_code     text not null,
                organization_id uuid not null,
                person_id       uuid not null,
                until           date not null,
                programs        int not null,
                primary key (region_code, organization_id, person_id, until),
                foreign key (organization_id, person_id, region_code) references mentor_profile (organization_id, person_id, region_code)
                    on update cascade on delete cascade);
            comment on table mentor_profile_past is 'How many programs at once a mentor might lead before a day: written by a trigger alone';

            create index risk_signal_program on risk_signal (program_id);
            """);
        Execute.Sql(NewIndicators.Sql);
        Execute.Sql(NewIndicators.Words);
        Execute.Sql("""
            insert into indicator_stale (organization_id, region_code, from_period, to_period)
            select id, region_code, date '0001-01-01', null from organization
            """);
    }
}
