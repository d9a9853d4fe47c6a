using FluentMigrator;

namespace Mentoring.Migrations;

/// <summary>
/// Since two records parted again, what one of them had of the other is the other's alone: a change by hand that put something else
/// in its place is not taken back to it.
/// </summary>
[Migration(493)]
public sealed class M0493_BorrowedDetails : ForwardOnlyMigration
{
    public override void Up() => Execute.Sql("""
        create function staff_edit_borrowed(edit uuid) returns boolean
        language sql stable security definer set search_path = public, pg_temp as $$
            select exists (
                select from staff_edit h join person_merge m on m.survivor_id = h.person_id and m.undone_at is not null and m.merged_at <= h.made_at
                  join person_merge_row r on r.region_code = m.region_code and r.merge_id = m.id and r.fate = 'Changed' and r.source = 'person'
                 cross join jsonb_each_text(h.before) b
                 where h.id = edit and h.kind = 'Details' and b.value = r.became ->> b.key and r.was ->> b.key is distinct from r.became ->> b.key)
        $$;
        revoke execute on function staff_edit_borrowed from public;
        grant execute on function staff_edit_borrowed to mentoring_app;
        """);
}
