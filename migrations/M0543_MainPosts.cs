using FluentMigrator;

namespace Mentoring.Migrations;

/// <summary>
/// Nobody has two main posts at once, wherever they are: the one rule of people's work that goes beyond a region. It is kept
/// by a table of its own, which follows employments by triggers, so that employments can be kept apart by region.
/// </summary>
[Migration(543)]
public sealed class M0543_MainPosts : ForwardOnlyMigration
{
    public override void Up() => Execute.Sql("""
        create table main_post (
            employment_id uuid not null primary key,
            person_id     uuid not null,
            period        daterange not null);
        comment on table main_post is 'Follows employments that are somebody''s main work, by triggers';
        insert into main_post (employment_id, person_id, period) select id, person_id, period from employment where is_main;

        alter table employment drop constraint employment_one_main;
        alter table main_post add constraint employment_one_main exclude using gist (person_id with =, period with &&);
        """);
}
