-- Only the region may follow its organization.
create or replace function school_report_keep() returns trigger language plpgsql as $$
begin
    if old.status = 'Approved' and to_jsonb(new) - 'region_code' <> to_jsonb(old) - 'region_code' then
        raise exception 'an approved report is kept as it is' using errcode = 'integrity_constraint_violation', constraint = 'school_report_kept';
    end if;
    return new;
end $$;

create or replace trigger school_report_kept before update on school_report for each row execute function school_report_keep();
