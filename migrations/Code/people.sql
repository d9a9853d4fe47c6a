-- A person's name as it is told everywhere; without the patronymic of whoever has none.
create or replace function person_name(person person) returns text language sql stable parallel safe as $$
    select concat_ws(' ', person.family_name, person.given_name, person.patronymic)
$$;

-- How two names or addresses are told to be one: case, ё, quotation marks and other marks do not matter.
create or replace function letters_of(words text) returns text language sql immutable parallel safe as $$
    select regexp_replace(translate(lower(words), 'ё', 'е'), '[^a-zа-я0-9]+', ' ', 'g')
$$;
