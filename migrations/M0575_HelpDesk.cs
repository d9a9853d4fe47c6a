using FluentMigrator;

namespace Mentoring.Migrations;

/// <summary>
/// Methodical help: what is asked of a body and what is said of it, how long a body takes, and answers that others may use.
/// </summary>
[Migration(575)]
public sealed class M0575_HelpDesk : ForwardOnlyMigration
{
    public override void Up() => Execute.Sql("""
        create table help_rule (
            region_code     text not null,
            organization_id uuid not null,
            days            int not null check (days between 1 and 30),
            set_at          timestamptz not null,
            set_by          text not null,
            version         int not null default 1,
            primary key (region_code, organization_id),
            foreign key (organization_id, region_code) references organization (id, region_code) on update cascade);
        comment on column help_rule.days is 'Working days within which the body answers';

        create table help_request (
            region_code     text not null,
            id              uuid not null,
            organization_id uuid not null,
            body_id         uuid not null references organization,
            person_id       uuid not null references person,
            person_name     text not null,
            school_sees     boolean not null,
            form_code       text not null,
            areas           text[] not null,
            subject         text not null,
            text            text not null,
            wanted_by       date,
            status          text not null check (status in ('Asked', 'Taken', 'Answered', 'Reopened', 'Closed', 'Withdrawn')),
            asked_at        timestamptz not null,
            with_body_since timestamptz not null,
            due_on          date not null,
            taken_by        text,
            taken_by_name   text,
            taken_at        timestamptz,
            answered_at     timestamptz,
            answered_in_time boolean,
            ended_at        timestamptz,
            mark            int check (mark between 1 and 5),
            mark_text       text,
            escalated_at    timestamptz,
            report_on       date,
            reported_at     timestamptz,
            passed          int not null default 0,
            version         int not null default 1,
            primary key (region_code, id),
            foreign key (organization_id, region_code) references organization (id, region_code) on update cascade,
            constraint help_request_taken check (status not in ('Taken', 'Answered') or taken_by is not null),
            constraint help_request_answered check (status not in ('Answered', 'Closed') or answered_at is not null),
            constraint help_request_marked check ((mark is not null) = (status = 'Closed')));
        comment on column help_request.region_code is 'Of the organization whose question it is';
        comment on column help_request.with_body_since is 'Since when it is with the body that has it now';
        create index help_request_id on help_request (id);
        create index help_request_organization on help_request (organization_id, asked_at desc);
        create index help_request_body on help_request (body_id, status, due_on);
        create index help_request_person on help_request (person_id, asked_at desc);
        create index help_request_due on help_request (due_on) where status in ('Asked', 'Taken', 'Reopened');

        create table help_entry (
            region_code     text not null,
            id              uuid not null,
            request_id      uuid not null,
            organization_id uuid not null,
            body_id         uuid not null references organization,
            person_id       uuid not null references person,
            school_sees     boolean not null,
            internal        boolean not null,
            kind            text not null check (kind in ('Message', 'Answer', 'Note', 'File', 'Step', 'Passed')),
            step            text,
            from_asker      boolean not null,
            text            text not null,
            file_id         uuid,
            written_at      timestamptz not null,
            written_by      text not null,
            written_by_name text not null,
            primary key (region_code, id),
            foreign key (region_code, request_id) references help_request,
            foreign key (organization_id, region_code) references organization (id, region_code) on update cascade,
            foreign key (region_code, file_id) references stored_file on update cascade,
            constraint help_entry_internal check (internal = (kind in ('Note', 'Passed'))),
            constraint help_entry_file check ((file_id is not null) = (kind = 'File')));
        comment on column help_entry.body_id is 'Whose people read it: it goes with the request, save what is internal';
        comment on column help_entry.person_id is 'Whose question it is';
        create index help_entry_request on help_entry (request_id, written_at);
        create index help_entry_body on help_entry (body_id) where internal;
        create index help_entry_organization on help_entry (organization_id);
        create index help_entry_person on help_entry (person_id);
        create index help_entry_file on help_entry (file_id) where file_id is not null;

        create table help_article (
            region_code      text not null,
            id               uuid not null,
            organization_id  uuid not null,
            request_id       uuid,
            status           text not null check (status in ('Draft', 'Published', 'Withdrawn')),
            country          boolean not null,
            title            text not null,
            text             text not null,
            areas            text[] not null,
            form_code        text not null,
            harmless         text[] not null default '{}',
            created_at       timestamptz not null,
            created_by       text not null,
            updated_at       timestamptz not null,
            published_at     timestamptz,
            withdrawn_at     timestamptz,
            withdraw_reason  text,
            helpful          int not null default 0,
            unhelpful        int not null default 0,
            instead          int not null default 0,
            version          int not null default 1,
            search           tsvector generated always as (
                setweight(to_tsvector('russian', title), 'A') || setweight(to_tsvector('russian', text), 'B')) stored,
            primary key (region_code, id),
            foreign key (organization_id, region_code) references organization (id, region_code) on update cascade,
            constraint help_article_published check (status <> 'Published' or published_at is not null));
        comment on column help_article.harmless is 'What looked like a person''s and was confirmed not to be';
        comment on column help_article.instead is 'How many it answered, who then did not ask';
        create index help_article_id on help_article (id);
        create index help_article_list on help_article (updated_at desc, id desc);
        create index help_article_organization on help_article (organization_id, updated_at desc, id desc);
        create index help_article_search on help_article using gin (search);
        create index help_article_title on help_article using gin (title gin_trgm_ops);

        create table help_article_vote (
            region_code text not null,
            article_id  uuid not null,
            person_id   uuid not null references person,
            helpful     boolean not null,
            instead     boolean not null,
            voted_at    timestamptz not null,
            primary key (region_code, article_id, person_id),
            foreign key (region_code, article_id) references help_article);
        create index help_article_vote_person on help_article_vote (person_id);

        alter table stored_file add column reader_ids uuid[], drop constraint stored_file_kind_check,
            add constraint stored_file_kind_check check (kind in ('Product', 'PracticeMaterial', 'Contract', 'RouteProduct', 'Help', 'Other'));
        comment on column stored_file.reader_ids is 'The persons and organizations that alone read it; null where its organization or program does';
        """);
}
