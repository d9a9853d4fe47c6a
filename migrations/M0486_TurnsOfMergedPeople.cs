using FluentMigrator;

namespace Mentoring.Migrations;

/// <summary>
/// A post that goes back to a record takes along what a later day divided off it. A change by hand that was made in a record which
/// has become part of another is told apart: it says what stood in that record, and is not put back into this one.
/// </summary>
[Migration(486)]
public sealed class M0486_TurnsOfMergedPeople : ForwardOnlyMigration
{
    public override void Up()
    {
        Execute.Sql(PersonMergeTriggers.ApplyFunction);
        Execute.Sql(PersonMergeTriggers.UndoFunction);
        Execute.Sql("""
            create function staff_edit_of_another(edit uuid) returns boolean
            language sql stable security definer set search_path = public, pg_temp as $$
                with recursive merges as (
                    select m.region_code, m.id, m.absorbed_id from staff_edit h join person_merge m on m.survivor_id = h.person_id and m.undone_at is null
                     where h.id = edit
                    union
                    select m.region_code, m.id, m.absorbed_id from merges one join person_merge m on m.survivor_id = one.absorbed_id and m.undone_at is null)
                select exists (
                    select from merges m join person_merge_row r on r.region_code = m.region_code and r.merge_id = m.id
                      join staff_edit h on h.id = edit
                     where r.fate = 'Moved' and r.source = 'staff_edit' and (r.key ->> 'id')::uuid = edit
                       and (r.field = 'employment_id' or r.field = 'person_id' and h.kind = 'Details'))
            $$;
            revoke execute on function staff_edit_of_another from public;
            grant execute on function staff_edit_of_another to mentoring_app;
            """);
    }
}
