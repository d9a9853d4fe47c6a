using Dapper;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Architecture;

public sealed class RowPolicyTests : ApiTest
{
    /// <summary>Holds no fact of the product: the migrations' own bookkeeping.</summary>
    static readonly string[] Bookkeeping = ["VersionInfo"];

    sealed record Table(string Name, bool Locked, long Policies);

    [Test]
    public async Task Every_table_has_a_row_policy()
    {
        var tables = (await Sql.QueryAsync<Table>("""
            select c.relname name, c.relrowsecurity locked, (select count(*) from pg_policy p where p.polrelid = c.oid) policies
              from pg_class c where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace and not c.relispartition
            """)).Where(t => !Bookkeeping.Contains(t.Name)).ToList();
        Assert.That(tables, Has.Count.GreaterThan(15));
        Assert.That(tables.Where(t => !t.Locked || t.Policies == 0).Select(t => t.Name), Is.Empty);
    }

    [Test]
    public async Task The_api_works_as_a_role_that_owns_nothing_and_cannot_pass_the_policies()
    {
        var role = await Sql.QuerySingleAsync<(bool Super, bool Bypass, long Owns)>("""
            select rolsuper, rolbypassrls, (select count(*) from pg_class where relowner = pg_roles.oid) from pg_roles where rolname = 'mentoring_app'
            """);
        Assert.That(role, Is.EqualTo((false, false, 0L)));
    }
}
