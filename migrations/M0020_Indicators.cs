using FluentMigrator;

namespace Mentoring.Migrations;

/// <summary>Indicators: what they mean, their sums per organization and territory, and what has to be summed anew.</summary>
[Migration(20)]
public sealed class M0020_Indicators : ForwardOnlyMigration
{
    public override void Up()
    {
        Execute.Sql("""
            create table indicator (
                code       text not null,
                version    int not null default 1,
                position   int not null,
                name_ru    text not null,
                name_en    text not null,
                formula_ru text not null,
                formula_en text not null,
                unit       text not null check (unit in ('Percent', 'Per100', 'PerProgram', 'PerMentor', 'Days')),
                kind       text not null check (kind in ('Flow', 'Stock')),
                direction  text not null check (direction in ('MoreIsBetter', 'LessIsBetter', 'Neutral')),
                source     text not null,
                valid_from date not null,
                valid_to   date,
                primary key (code, version),
                constraint indicator_period_of_validity check (valid_to is null or valid_to > valid_from));
            create unique index indicator_one_current on indicator (code) where valid_to is null;

            -- The months that are counted. A month is opened when it begins in the first of Russia's time zones.
            create table indicator_period (
                period    date primary key check (extract(day from period) = 1),
                opened_at timestamptz not null default now());

            create table organization_indicator (
                region_code     text not null,
                organization_id uuid not null,
                territory_code  text not null references territory,
                period          date not null,
                indicator       text not null,
                numerator       numeric not null,
                denominator     numeric not null,
                expected        boolean not null,
                primary key (region_code, organization_id, period, indicator),
                foreign key (organization_id, region_code) references organization (id, region_code) on update cascade);
            create index organization_indicator_organization on organization_indicator (organization_id, period);

            create table territory_indicator (
                territory_code         text not null references territory,
                period                 date not null,
                indicator              text not null,
                numerator              numeric not null,
                denominator            numeric not null,
                organizations_reported int not null,
                organizations_expected int not null,
                primary key (territory_code, period, indicator));

            -- A queue without keys: writers only append, so that none waits for another; doubles fall together when taken.
            create table indicator_stale (
                id              bigint generated always as identity primary key,
                organization_id uuid not null,
                region_code     text not null,
                from_period     date not null,
                to_period       date,
                foreign key (organization_id, region_code) references organization (id, region_code) on update cascade on delete cascade);
            create index indicator_stale_region on indicator_stale (region_code, id);

            -- Months whose region sums changed: districts and the federation have to follow.
            create table indicator_upward (
                id     bigint generated always as identity primary key,
                period date not null);

            create table indicator_state (
                only_one   boolean primary key default true check (only_one),
                changed_at timestamptz not null default now());
            insert into indicator_state default values;

            create table reconciliation (
                id           uuid primary key,
                requested_at timestamptz not null,
                requested_by text not null,
                started_at   timestamptz,
                finished_at  timestamptz,
                compared     bigint,
                differences  bigint);
            create index reconciliation_finished on reconciliation (finished_at desc);

            create table indicator_difference (
                reconciliation_id    uuid not null references reconciliation,
                territory_code       text not null,
                organization_id      uuid,
                period               date not null,
                indicator            text not null,
                -- numerator, denominator; for territories also organizations reported and expected
                stored               numeric[] not null,
                computed             numeric[] not null);
            create index indicator_difference_of on indicator_difference (reconciliation_id);

            -- What the sums look up by.
            create index roadmap_activity_due on roadmap_activity (organization_id, due_on);
            create index consent_decided on consent (organization_id, decided_at) where decided_at is not null;
            create index program_participant_employer on program_participant (employer_id);
            """);
        Execute.Sql(IndicatorCatalogue.Sql);
    }
}
