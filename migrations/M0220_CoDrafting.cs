using FluentMigrator;

namespace Mentoring.Migrations;

/// <summary>The council and the union draft an act together with its author: terms, suggestions, answers.</summary>
[Migration(220)]
public sealed class M0220_CoDrafting : ForwardOnlyMigration
{
    public override void Up()
    {
        Execute.Sql("""
            create table act_drafting (
                id              uuid primary key,
                act_id          uuid not null,
                organization_id uuid not null,
                region_code     text not null,
                status          text not null check (status in ('Open', 'Closed')),
                question        text,
                closes_on       date not null,
                opened_at       timestamptz not null,
                opened_by       text not null,
                opened_by_name  text not null,
                closed_at       timestamptz,
                version         int not null default 1,
                constraint act_drafting_in_organization unique (id, organization_id, region_code),
                constraint act_drafting_closed check ((status = 'Closed') = (closed_at is not null)),
                foreign key (act_id, organization_id, region_code) references local_act (id, organization_id, region_code) on update cascade);
            create unique index act_drafting_one_open on act_drafting (act_id) where status = 'Open';
            create index act_drafting_organization on act_drafting (organization_id, status);

            create table act_suggestion (
                id               uuid primary key,
                act_id           uuid not null,
                drafting_id      uuid not null,
                organization_id  uuid not null,
                region_code      text not null,
                edition          int not null,
                kind             text not null check (kind in ('Wording', 'Comment')),
                status           text not null check (status in ('Proposed', 'Accepted', 'Declined', 'Withdrawn', 'Incorporated')),
                passage          text,
                wording          text,
                reason           text not null,
                side             text not null check (side in ('Council', 'Union')),
                author_id        uuid not null references person,
                author_name      text not null,
                made_at          timestamptz not null,
                answer           text,
                answered_by_name text,
                answered_at      timestamptz,
                in_edition       int,
                version          int not null default 1,
                constraint act_suggestion_wording check ((kind = 'Wording') = (wording is not null) and (kind = 'Comment' or passage is not null)),
                constraint act_suggestion_answered check (status not in ('Accepted', 'Declined', 'Incorporated') or answered_at is not null),
                constraint act_suggestion_incorporated check ((status = 'Incorporated') = (in_edition is not null)),
                foreign key (drafting_id, organization_id, region_code) references act_drafting (id, organization_id, region_code) on update cascade,
                foreign key (act_id, organization_id, region_code) references local_act (id, organization_id, region_code) on update cascade);
            create index act_suggestion_act on act_suggestion (act_id, made_at);
            -- Two accepted wordings of one passage could not both be in the next edition.
            create unique index act_suggestion_no_rival on act_suggestion (act_id, md5(passage)) where status = 'Accepted' and kind = 'Wording';
            """);
    }
}
