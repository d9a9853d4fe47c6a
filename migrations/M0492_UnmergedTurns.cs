using FluentMigrator;

namespace Mentoring.Migrations;

/// <summary>
/// What a hand divided off a post goes, when two records part, with the post that it was divided from, and not with whichever ended
/// on that day. Whether a post of both stands in the way is told before anybody asks for it.
/// </summary>
[Migration(492)]
public sealed class M0492_UnmergedTurns : ForwardOnlyMigration
{
    public override void Up()
    {
        Execute.Sql("""
            create function person_merge_turned(merge uuid) returns boolean
            language sql stable security definer set search_path = public, pg_temp as $$
                select exists (
                    select from person_merge m
                      join person_merge_row r on r.region_code = m.region_code and r.merge_id = m.id and r.fate = 'Changed' and r.source = 'employment'
                      join person_merge_row noted on noted.region_code = m.region_code and noted.merge_id = m.id and noted.fate = 'Changed'
                           and noted.source = 'person' and noted.key ? 'posts'
                      join employment e on e.id = (r.key ->> 'id')::uuid
                      join staff_edit h on h.person_id = e.person_id and h.kind = 'Work' and h.undone_at is null
                           and h.before ->> 'employment_id' = e.id::text and h.employment_id <> e.id
                     where m.id = merge and not (noted.key -> 'posts') ? h.employment_id::text)
            $$;
            revoke execute on function person_merge_turned from public;
            grant execute on function person_merge_turned to mentoring_app;
            """);
        Execute.Sql(PersonMergeTriggers.UndoFunction);
    }
}
