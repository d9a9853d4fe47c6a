using FluentMigrator;

namespace Mentoring.Migrations;

/// <summary>The measures of support that young specialists are entitled to, each with its legal source.</summary>
[Migration(112)]
public sealed class M0112_Entitlements : ForwardOnlyMigration
{
    public override void Up()
    {
        Execute.Sql("""
            create table entitlement (
                id              uuid primary key,
                organization_id uuid not null,
                region_code     text not null,
                person_id       uuid not null references person,
                kind            text not null check (kind in
                    ('Mentoring', 'NoProbation', 'EmploymentHelp', 'Development', 'PaySupplement', 'Allowance', 'OtherPayment')),
                source_level    text not null check (source_level in ('FederalLaw', 'RegionalLaw', 'Agreement', 'LocalAct')),
                source          text not null,
                starts_on       date not null,
                ends_on         date,
                amount_kopecks  bigint check (amount_kopecks > 0),
                paid            text check (paid in ('Once', 'Monthly', 'Yearly')),
                note            text not null default '',
                ended_reason    text,
                version         int not null default 1,
                created_at      timestamptz not null default now(),
                foreign key (organization_id, region_code) references organization (id, region_code) on update cascade,
                constraint entitlement_dates check (ends_on is null or ends_on >= starts_on),
                constraint entitlement_payment check ((amount_kopecks is null) = (paid is null)),
                constraint entitlement_no_overlap exclude using gist (
                    organization_id with =, person_id with =, kind with =, source with =, (daterange(starts_on, ends_on, '[)')) with &&));
            create index entitlement_person on entitlement (person_id);
            """);
    }
}
