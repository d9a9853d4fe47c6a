using Dapper;
using Mentoring.Migrations.Code;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Migrations;

[Parallelizable]
public sealed class DatabaseCodeTests : OwnDatabaseTest
{
    [Test]
    public void Nothing_is_made_anew_where_nothing_differs() => Assert.That(DatabaseCode.Apply(Owner), Is.Zero);

    [TestCase("drop policy program_scope on program", 1)]
    [TestCase("drop trigger program_stale_insert on program", 1)]
    [TestCase("drop view participant_home", 1)]
    [TestCase("drop function storage_count", 1)]
    [TestCase("comment on policy program_scope on program is 'code: policy program_scope on program 0000000000000000'", 1)]
    [TestCase("create policy left_open on person using (true)", 1)]
    [TestCase("create policy left_open on person using (true);"
        + "comment on policy left_open on person is 'code: policy left_open on person 0123456789abcdef'", 1)]
    [TestCase("create function given_up() returns int language sql return 1;"
        + "comment on function given_up() is 'code: function given_up() 0123456789abcdef'", 1)]
    [TestCase("grant delete on program to mentoring_app", 1)]
    [TestCase("revoke select on meeting from mentoring_app", 1)]
    [TestCase("alter table consent disable row level security", 1)]
    [TestCase("create table forgotten (id int); grant select on forgotten to mentoring_app", 1)]
    public async Task What_differs_is_made_anew_and_nothing_else(string change, int statements)
    {
        await Owner.ExecuteAsync(change);
        Assert.Multiple(() =>
        {
            Assert.That(DatabaseCode.Apply(Owner), Is.EqualTo(statements));
            Assert.That(DatabaseCode.Apply(Owner), Is.Zero);
        });
    }

    [Test]
    public void Every_view_function_trigger_and_policy_of_theDatabase_is_written_down()
    {
        var unmarked = Owner.Query<string>("""
            select o.identity from (
                select 'pg_proc'::regclass class, p.oid from pg_proc p where p.pronamespace in ('public'::regnamespace, 'identity'::regnamespace)
                union all select 'pg_trigger'::regclass, t.oid from pg_trigger t where not t.tgisinternal
                union all select 'pg_policy'::regclass, p.oid from pg_policy p
                union all select 'pg_class'::regclass, c.oid from pg_class c where c.relkind = 'v' and c.relnamespace = 'public'::regnamespace) made
             cross join lateral pg_identify_object(made.class, made.oid, 0) o
              left join pg_description d on d.classoid = made.class and d.objoid = made.oid and d.description like 'code: %'
             where d.objoid is null and not exists (select from pg_depend e where e.classid = made.class and e.objid = made.oid and e.deptype = 'e')
            """);
        Assert.That(unmarked, Is.Empty);
    }

    [Test]
    public void Each_is_written_down_once() =>
        Assert.That(DatabaseCode.All.GroupBy(definition => definition.Identity).Where(group => group.Count() > 1).Select(group => group.Key), Is.Empty);

    [Test]
    public void A_statement_that_is_none_of_them_is_refused() =>
        Assert.That(() => Definition.Of("create or replace rule silent as on insert to person do nothing").ToList(), Throws.ArgumentException);
}
