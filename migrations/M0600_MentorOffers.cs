using FluentMigrator;

namespace Mentoring.Migrations;

/// <summary>
/// Mentors who help beyond their school: what one offers, agreed to by the own school, and who asks for it, agreed to by theirs. A
/// request stands where its offer is; once its school has agreed, the request for the pair has the same id.
/// </summary>
[Migration(600)]
public sealed class M0600_MentorOffers : ForwardOnlyMigration
{
    public override void Up() => Execute.Sql("""
        create table mentor_offer (
            region_code     text not null,
            id              uuid not null,
            organization_id uuid not null,
            mentor_id       uuid not null references person,
            mentor_name     text not null,
            scope           text not null check (scope in ('Municipality', 'Region', 'Country')),
            areas           text[] not null,
            forms           text[] not null,
            kinds           text[] not null,
            remote          boolean not null,
            places          int not null check (places between 1 and 20),
            taken           int not null default 0,
            words           text not null,
            ends_on         date not null,
            status          text not null check (status in ('Proposed', 'Open', 'Declined', 'Withdrawn', 'Ended')),
            proposed_at     timestamptz not null,
            decided_at      timestamptz,
            decided_by_name text,
            reason          text,
            ended_at        timestamptz,
            version         int not null default 1,
            search          tsvector generated always as (to_tsvector('russian', words)) stored,
            primary key (region_code, id),
            foreign key (organization_id, region_code) references organization (id, region_code) on update cascade,
            constraint mentor_offer_places check (taken between 0 and places),
            constraint mentor_offer_agreed check (status <> 'Open' or decided_by_name is not null));
        comment on column mentor_offer.scope is 'How far from the mentor''s school it is told of';
        comment on column mentor_offer.taken is 'Places that the mentor has given on it, counted by a trigger of match_request';
        comment on column mentor_offer.ends_on is 'The first day on which it holds no longer';
        create index mentor_offer_by_id on mentor_offer (id);
        create unique index mentor_offer_once on mentor_offer (mentor_id, organization_id, region_code) where status in ('Proposed', 'Open');
        create index mentor_offer_organization on mentor_offer (organization_id, proposed_at desc);
        create index mentor_offer_open on mentor_offer (mentor_name, id) where status = 'Open';
        create index mentor_offer_due on mentor_offer (ends_on) where status in ('Proposed', 'Open', 'Declined');
        create index mentor_offer_search on mentor_offer using gin (search);

        create table offer_request (
            region_code          text not null,
            id                   uuid not null,
            offer_id             uuid not null,
            organization_id      uuid not null,
            mentor_id            uuid not null references person,
            mentor_name          text not null,
            school_id            uuid not null references organization,
            mentee_id            uuid not null references person,
            mentee_name          text not null,
            by_mentee            boolean not null,
            words                text not null,
            offer_agreed_at      timestamptz not null,
            offer_agreed_by_name text not null,
            status               text not null check (status in ('Asked', 'Sent', 'Refused', 'Withdrawn', 'Closed')),
            asked_at             timestamptz not null,
            asked_by_name        text not null,
            decided_at           timestamptz,
            decided_by_name      text,
            reason               text,
            reason_code          text check (reason_code in ('OfferOver', 'MenteePaired', 'PersonLeft')),
            version              int not null default 1,
            primary key (region_code, id),
            foreign key (organization_id, region_code) references organization (id, region_code) on update cascade,
            foreign key (region_code, offer_id) references mentor_offer (region_code, id) on update cascade,
            constraint offer_request_two_schools check (organization_id <> school_id),
            constraint offer_request_two_people check (mentor_id <> mentee_id),
            constraint offer_request_agreed check (status <> 'Sent' or decided_by_name is not null));
        comment on column offer_request.organization_id is 'The mentor''s school';
        comment on column offer_request.school_id is 'The mentee''s school';
        comment on column offer_request.offer_agreed_by_name is 'Who agreed for the mentor''s school to the offer as it was when it was asked for';
        create index offer_request_by_id on offer_request (id);
        create unique index offer_request_once on offer_request (offer_id, mentee_id, region_code) where status = 'Asked';
        create index offer_request_waiting on offer_request (region_code, offer_id) where status = 'Asked';
        create index offer_request_in on offer_request (organization_id, asked_at desc);
        create index offer_request_out on offer_request (school_id, asked_at desc);
        create index offer_request_mentee on offer_request (mentee_id, asked_at desc);
        create index offer_request_mentor on offer_request (mentor_id);
        """);
}
