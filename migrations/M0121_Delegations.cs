using FluentMigrator;

namespace Mentoring.Migrations;

/// <summary>Components of a school's system that another organization carries, from a day to a day.</summary>
[Migration(121)]
public sealed class M0121_Delegations : ForwardOnlyMigration
{
    public override void Up()
    {
        Execute.Sql("""
            create table delegation (
                id              uuid primary key,
                organization_id uuid not null,
                region_code     text not null,
                taker_id        uuid not null references organization,
                component       text not null check (component in ('CuratorDuties', 'Mentor', 'Psychologist', 'CouncilMatching', 'CouncilReview',
                    'MethodicalHelp',
                                                                   'Monitoring', 'DocumentPreparation', 'Events', 'SiteSection')),
                status          text not null default 'Proposed' check (status in ('Proposed', 'Accepted', 'InForce', 'Ended', 'Declined', 'Withdrawn')),
                starts_on       date not null,
                ends_on         date not null,
                period          daterange generated always as (daterange(starts_on, ends_on, '[)')) stored,
                basis           text not null,
                task            text not null default '',
                proposed_at     timestamptz not null,
                proposed_by     text not null,
                decided_at      timestamptz,
                ended_at        timestamptz,
                reason          text,
                version         int not null default 1,
                foreign key (organization_id, region_code) references organization (id, region_code) on update cascade,
                constraint delegation_two_organizations check (taker_id <> organization_id),
                -- One that ends on its first day was in force on no whole day.
                constraint delegation_dates check (ends_on >= starts_on),
                constraint delegation_no_overlap exclude using gist (organization_id with =, component with =, period with &&)
                    where (status not in ('Declined', 'Withdrawn')));
            create index delegation_organization on delegation (organization_id, starts_on desc);
            create index delegation_taker on delegation (taker_id) where status in ('Proposed', 'Accepted', 'InForce');
            """);
    }
}
