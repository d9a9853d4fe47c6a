using FluentMigrator;

namespace Mentoring.Migrations;

/// <summary>Each taking up of a practice is a round of its own, whose reviews are kept.</summary>
[Migration(230)]
public sealed class M0230_PracticeRounds : ForwardOnlyMigration
{
    public override void Up() => Execute.Sql("""
        alter table practice add column round int not null default 0;
        alter table practice_review add column round int not null default 1;
        alter table practice_review alter column round drop default;
        alter table practice_review drop constraint practice_review_pkey;
        alter table practice_review add primary key (practice_id, round, reviewer_id);
        update practice p set round = 1 where exists (select from practice_review r where r.practice_id = p.id);
        """);
}
