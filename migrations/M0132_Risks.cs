using FluentMigrator;

namespace Mentoring.Migrations;

/// <summary>The register of risks, and signals computed from what people do anyway, which the pair sees before the curator.</summary>
[Migration(132)]
public sealed class M0132_Risks : ForwardOnlyMigration
{
    public override void Up()
    {
        Execute.Sql("""
            create table risk (
                id              uuid primary key,
                organization_id uuid not null,
                region_code     text not null,
                kind_code       text not null,
                title           text not null,
                probability     int not null check (probability between 1 and 5),
                impact          int not null check (impact between 1 and 5),
                trigger_text    text not null,
                owner_id        uuid not null references person,
                owner_name      text not null,
                review_on       date not null,
                status          text not null default 'Open' check (status in ('Open', 'Treated', 'Closed')),
                outcome         text,
                opened_on       date not null,
                version         int not null default 1,
                foreign key (organization_id, region_code) references organization (id, region_code) on update cascade,
                constraint risk_in_organization unique (id, organization_id, region_code));
            create index risk_organization on risk (organization_id, status);

            create table risk_measure (
                id              uuid primary key,
                risk_id         uuid not null,
                organization_id uuid not null,
                region_code     text not null,
                text            text not null,
                due_on          date not null,
                done_on         date,
                result          text,
                foreign key (risk_id, organization_id, region_code) references risk (id, organization_id, region_code) on update cascade);
            create index risk_measure_risk on risk_measure (risk_id, due_on);

            create table risk_signal (
                id              uuid primary key,
                organization_id uuid not null,
                region_code     text not null,
                program_id      uuid not null,
                kind            text not null check (kind in ('Overload', 'Silence', 'BurstEntry', 'CopiedTexts', 'OneSidedLog', 'RoadmapUntouched')),
                status          text not null default 'Raised' check (status in ('Raised', 'Explained', 'Confirmed', 'Dismissed', 'Passed')),
                found           int not null,
                expected        int not null,
                raised_on       date not null,
                shown_on        date not null,
                explanation     text,
                explained_on    date,
                decision        text,
                decided_on      date,
                passed_on       date,
                version         int not null default 1,
                foreign key (program_id, organization_id, region_code) references program (id, organization_id, region_code) on update cascade);
            create unique index risk_signal_one_open on risk_signal (program_id, kind) where status in ('Raised', 'Explained');
            create index risk_signal_organization on risk_signal (organization_id, shown_on);
            """);
    }
}
