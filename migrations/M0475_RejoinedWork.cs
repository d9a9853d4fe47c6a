using FluentMigrator;

namespace Mentoring.Migrations;

/// <summary>Two parts of one person's work here are one again, as before a day divided them: no row of work is deleted otherwise.</summary>
[Migration(475)]
public sealed class M0475_RejoinedWork : ForwardOnlyMigration
{
    public override void Up() => Execute.Sql("""
        create function rejoin_employment(former uuid, later uuid) returns boolean
        language plpgsql security definer set search_path = public, pg_temp as $$
        declare
            part employment;
        begin
            select l.* into part from employment l join employment f on f.id = former and f.person_id = l.person_id
                   and f.organization_id = l.organization_id and f.ended_on = l.started_on
             where l.id = later and l.organization_id = any((select nullif(current_setting('scope.organizations', true), '')::uuid[])::uuid[]) for update;
            if part.id is null then return false; end if;
            update staff_edit set employment_id = former where employment_id = later;
            delete from employment where id = later;
            update employment set ended_on = part.ended_on, version = version + 1 where id = former;
            return true;
        end $$;
        revoke execute on function rejoin_employment from public;
        grant execute on function rejoin_employment to mentoring_app;
        """);
}
