create or replace function outbox_announce() returns trigger language plpgsql as $$
begin
    perform pg_notify('outbox', '');
    return null;
end $$;

create or replace trigger outbox_message_announce after insert on outbox_message for each statement execute function outbox_announce();
