using FluentMigrator;

namespace Mentoring.Migrations;

/// <summary>
/// Whether other work stands in the way of taking back an end of work. It may be work of another school, of which whoever asks
/// learns this alone, as by trying.
/// </summary>
[Migration(514)]
public sealed class M0514_EndsTakenBack : ForwardOnlyMigration
{
    public override void Up() => Execute.Sql("""
        create function employment_taken_since(work uuid, until date) returns boolean
        language sql stable security definer set search_path = public, pg_temp as $$
            select exists (
                select from employment e join employment o on o.person_id = e.person_id and o.id <> e.id
                 where e.id = work
                   and (o.is_main and e.is_main or o.organization_id = e.organization_id and o.position_code = e.position_code)
                   and o.period && daterange(e.ended_on, greatest(e.ended_on, coalesce(until, 'infinity'))))
        $$;
        revoke execute on function employment_taken_since from public;
        grant execute on function employment_taken_since to mentoring_app;
        """);
}
