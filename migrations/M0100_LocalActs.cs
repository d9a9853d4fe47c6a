using FluentMigrator;

namespace Mentoring.Migrations;

/// <summary>A school's own documents about mentoring, their editions, the union's opinion, and the school's own templates.</summary>
[Migration(100)]
public sealed class M0100_LocalActs : ForwardOnlyMigration
{
    const string Kinds = "'IntroductionOrder', 'Regulation', 'ImplementationRoadmap', 'CuratorOrder', 'CouncilOrder', 'CollectiveAgreement', "
        + "'PayTerms', 'RightsMemo', 'Other'";

    public override void Up()
    {
        Execute.Sql($"""
            create table local_act (
                id               uuid primary key,
                organization_id  uuid not null,
                region_code      text not null,
                kind             text not null check (kind in ({Kinds})),
                title            text not null,
                status           text not null check (status in ('Draft', 'Agreed', 'Approved', 'InForce', 'Superseded', 'Repealed')),
                edition          int not null default 1,
                needs_union      boolean not null,
                no_union_reason  text,
                supersedes_id    uuid references local_act,
                number           text,
                signed_on        date,
                effective_on     date,
                approved_by      text,
                approved_by_name text,
                ended_on         date,
                end_reason       text,
                created_by       text not null,
                created_at       timestamptz not null,
                updated_at       timestamptz not null,
                version          int not null default 1,
                constraint local_act_in_organization unique (id, organization_id, region_code),
                constraint local_act_signed check (status not in ('Approved', 'InForce', 'Superseded')
                    or (number is not null and signed_on is not null and effective_on is not null)),
                constraint local_act_ended check (status <> 'Superseded' or ended_on is not null),
                constraint local_act_effect check (effective_on is null or signed_on is null or effective_on >= signed_on),
                foreign key (organization_id, region_code) references organization (id, region_code) on update cascade);
            create index local_act_organization on local_act (organization_id, created_at desc, id);
            create index local_act_waiting on local_act (effective_on) where status = 'Approved';
            create unique index local_act_one_successor on local_act (supersedes_id) where status in ('Draft', 'Agreed', 'Approved', 'InForce');
            create unique index local_act_number on local_act (organization_id, number, signed_on) where number is not null;

            create table local_act_version (
                act_id          uuid not null,
                edition         int not null,
                organization_id uuid not null,
                region_code     text not null,
                title           text not null,
                body            text not null,
                body_hash       text not null,
                reason          text,
                written_by      text not null,
                written_by_name text not null,
                written_at      timestamptz not null,
                primary key (act_id, edition),
                foreign key (act_id, organization_id, region_code) references local_act (id, organization_id, region_code) on update cascade);
            create index local_act_version_organization on local_act_version (organization_id);

            create table act_cosign (
                id              uuid primary key,
                act_id          uuid not null,
                organization_id uuid not null,
                region_code     text not null,
                edition         int not null,
                status          text not null check (status in ('Requested', 'Given', 'Refused', 'Withdrawn')),
                requested_at    timestamptz not null,
                decided_at      timestamptz,
                decided_by      text,
                decided_by_name text,
                comment         text,
                constraint act_cosign_decided check ((status in ('Given', 'Refused')) = (decided_by is not null)),
                foreign key (act_id, organization_id, region_code) references local_act (id, organization_id, region_code) on update cascade);
            create unique index act_cosign_one_open on act_cosign (act_id) where status = 'Requested';
            create index act_cosign_organization on act_cosign (organization_id, status);

            create table act_return (
                id               uuid primary key,
                act_id           uuid not null,
                organization_id  uuid not null,
                region_code      text not null,
                edition          int not null,
                comment          text not null,
                returned_at      timestamptz not null,
                returned_by      text not null,
                returned_by_name text not null,
                foreign key (act_id, organization_id, region_code) references local_act (id, organization_id, region_code) on update cascade);
            create index act_return_act on act_return (act_id);

            create table act_template (
                organization_id uuid not null,
                region_code     text not null,
                kind            text not null check (kind in ({Kinds})),
                title           text not null,
                body            text not null,
                updated_by      text not null,
                updated_at      timestamptz not null,
                version         int not null default 1,
                primary key (organization_id, kind),
                foreign key (organization_id, region_code) references organization (id, region_code) on update cascade);
            """);
    }
}
