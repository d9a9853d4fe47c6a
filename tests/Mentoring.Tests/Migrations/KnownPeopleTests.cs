using Dapper;
using Mentoring.Migrations;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Migrations;

[Parallelizable]
public sealed class KnownPeopleTests : OwnDatabaseTest
{
    [Test]
    public async Task A_file_that_waits_to_be_confirmed_keeps_who_is_known_elsewhere()
    {
        var import = Guid.NewGuid();
        await Owner.ExecuteAsync("""
            delete from "VersionInfo" where "Version" = 551;
            alter table import_person drop column is_known;
            set session_replication_role = replica;
            insert into import_person (import_id, sequence, change, fields) values (@import, 1, 'Joins', '{Known}'), (@import, 2, 'Changes', '{Name,Work}');
            set session_replication_role = origin
            """, new { import });

        Migrator.MigrateUp(Database);

        var kept = await Owner.QueryAsync<(int, bool, string[])>(
            "select sequence, is_known, fields from import_person where import_id = @import order by sequence", new { import });
        Assert.That(kept, Is.EqualTo(new[] { (1, true, Array.Empty<string>()), (2, false, new[] { "Name", "Work" }) }));
    }
}
