using FluentMigrator;

namespace Mentoring.Migrations;

/// <summary>Territories, dictionaries and organizations: what everything else hangs on.</summary>
[Migration(2)]
public sealed class M0002_Reference : ForwardOnlyMigration
{
    public override void Up()
    {
        Execute.Sql("""
            create table territory (
                code         text primary key,
                parent_code  text references territory,
                level        text not null check (level in ('Federation', 'FederalDistrict', 'Region', 'Municipality')),
                name_ru      text not null,
                name_en      text not null,
                time_zone    text,
                subject_code text,
                version      int not null default 1,
                constraint territory_has_parent check ((level = 'Federation') = (parent_code is null)),
                constraint territory_region_has_time_zone check (level <> 'Region' or time_zone is not null));
            create index territory_parent on territory (parent_code);

            create table territory_tree (
                ancestor_code   text not null references territory,
                descendant_code text not null references territory,
                depth           int not null,
                primary key (ancestor_code, descendant_code));
            create index territory_tree_up on territory_tree (descendant_code, ancestor_code);

            create table dictionary_entry (
                dictionary text not null,
                code       text not null,
                version    int not null default 1,
                name_ru    text not null,
                name_en    text not null,
                source     text,
                data       jsonb not null default '{}',
                position   int not null default 0,
                valid_from date not null default '2022-01-01',
                valid_to   date,
                primary key (dictionary, code, version),
                constraint dictionary_entry_period check (valid_to is null or valid_to > valid_from));
            create unique index dictionary_entry_one_current on dictionary_entry (dictionary, code) where valid_to is null;

            create table organization (
                id             uuid primary key,
                region_code    text not null references territory,
                territory_code text not null references territory,
                kind           text not null,
                sector         text not null,
                name_full      text not null,
                name_short     text not null,
                ogrn           text,
                inn            text,
                kpp            text,
                address        text,
                email          text,
                phone          text,
                website        text,
                status         text not null default 'Open' check (status in ('Open', 'Closed')),
                opened_on      date,
                closed_on      date,
                register_id    text,
                source_id      text,
                version        int not null default 1,
                updated_at     timestamptz not null default now(),
                constraint organization_in_region unique (id, region_code),
                constraint organization_ogrn_digits check (ogrn ~ '^([0-9]{13}|[0-9]{15})$'));
            create unique index organization_ogrn on organization (ogrn) where ogrn is not null;
            create index organization_territory on organization (territory_code, kind);
            create index organization_region on organization (region_code);
            create index organization_inn on organization (inn);
            create index organization_by_name on organization (name_short, id);
            create index organization_name on organization using gin (translate(lower(name_short || ' ' || name_full), 'ё', 'е') gin_trgm_ops);

            create table organization_event (
                id              uuid primary key,
                organization_id uuid not null,
                region_code     text not null,
                kind            text not null check (kind in ('Opened', 'Changed', 'Renamed', 'Moved', 'Merged', 'Split', 'Closed')),
                occurred_on     date not null,
                detail          jsonb not null default '{}',
                foreign key (organization_id, region_code) references organization (id, region_code) on update cascade);
            create index organization_event_of on organization_event (organization_id, occurred_on);
            """);
    }
}
