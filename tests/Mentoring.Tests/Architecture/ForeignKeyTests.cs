using Dapper;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Architecture;

public sealed class ForeignKeyTests : ApiTest
{
    /// <summary>
    /// A program that is carried moves the organization of every row that follows it. A row that is tied by the same column to
    /// something that stays would keep the program where it is, and with it its organization from ending.
    /// </summary>
    [Test]
    public async Task What_follows_a_program_to_a_successor_is_tied_by_its_organization_to_nothing_else()
    {
        const string bound = """
            with tie as (
                select f.conrelid, f.confrelid, f.confupdtype from pg_constraint f
                 where f.contype = 'f' and f.conparentid = 0 and cardinality(f.conkey) > 1 and f.confrelid <> 'organization'::regclass
                   and exists (select from pg_attribute a where a.attrelid = f.conrelid and a.attnum = any(f.conkey) and a.attname = 'organization_id'))
            """;
        var following = await Sql.QueryAsync<string>($"""
            {bound} select conrelid::regclass::text from tie where confrelid = 'program'::regclass and confupdtype = 'c'
            """);
        Assert.That(following, Is.SupersetOf(new[] { "meeting", "program_goal", "roadmap_activity" }));
        Assert.That(await Sql.QueryAsync<string>($"""
            {bound} select t.conrelid::regclass || ' to ' || o.confrelid::regclass
              from tie t join tie o on o.conrelid = t.conrelid and o.confrelid <> t.confrelid
             where t.confrelid = 'program'::regclass and t.confupdtype = 'c'
            """), Is.Empty);
    }
}
