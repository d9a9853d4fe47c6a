using FluentMigrator;

namespace Mentoring.Migrations;

/// <summary>
/// Who comes and leaves by a roster, as a hash: what was confirmed of some is not taken for others. Work that was to begin and is
/// called off has not been.
/// </summary>
[Migration(482)]
public sealed class M0482_MassChangeOfWhom : ForwardOnlyMigration
{
    public override void Up() => Execute.Sql("""
        alter table import add column mass_change_of text, add column mass_change_confirmed_of text;

        create function call_off_employment(ids uuid[], day date) returns int
        language plpgsql security definer set search_path = public, pg_temp as $$
        declare n int;
        begin
            update staff_edit set employment_id = null where employment_id in (select id from employment where id = any(ids) and started_on > day);
            delete from employment where id = any(ids) and started_on > day;
            get diagnostics n = row_count;
            return n;
        end $$;
        revoke execute on function call_off_employment from public;
        grant execute on function call_off_employment to mentoring_app;
        """);
}
