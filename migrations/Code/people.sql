-- A person's name as it is told everywhere; without the patronymic of whoever has none.
create or replace function person_name(person person) returns text language sql stable parallel safe as $$
    select concat_ws(' ', person.family_name, person.given_name, person.patronymic)
$$;
