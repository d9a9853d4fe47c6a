using System.Text.RegularExpressions;
using Dapper;
using Mentoring.Api.Hosting;
using Mentoring.Tests.Support;
using Npgsql;

namespace Mentoring.Tests.Migrations;

[Parallelizable]
public sealed partial class UpgradeTests
{
    string _fresh, _old;
    Dictionary<string, long> _before;

    [OneTimeSetUp]
    public async Task Upgrade()
    {
        _fresh = await TestDatabase.Copy() + ";Pooling=false";
        _old = await OldDatabase.Restore();
        _before = await Rows();
        Database.BringUpToDate(_old);
    }

    [OneTimeTearDown]
    public async Task Drop()
    {
        await TestDatabase.Drop(_fresh);
        await TestDatabase.Drop(_old);
    }

    [TestCase("columns", """
        select format('%s.%s %s%s%s %s', a.attrelid::regclass, a.attname, format_type(a.atttypid, a.atttypmod), case when a.attnotnull then ' not null' end,
                      a.attidentity::text || a.attgenerated::text, pg_get_expr(d.adbin, d.adrelid))
          from pg_attribute a join pg_class c on c.oid = a.attrelid left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
         where a.attnum > 0 and not a.attisdropped and c.relkind in ('r', 'p', 'v') and c.relnamespace = any(@Schemas::regnamespace[])
        """)]
    [TestCase("constraints", "select format('%s %s %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) from pg_constraint "
        + "where connamespace = any(@Schemas::regnamespace[]) and contype <> 'n'")]
    [TestCase("indexes", "select indexdef from pg_indexes where schemaname = any(@Schemas)")]
    [TestCase("views", "select format('%s %s %s', c.oid::regclass, c.reloptions, pg_get_viewdef(c.oid)) from pg_class c "
        + "where relkind = 'v' and relnamespace = any(@Schemas::regnamespace[])")]
    [TestCase("functions", """
        select pg_get_functiondef(p.oid) || coalesce((select string_agg(a::text, ',' order by a::text) from unnest(p.proacl) a), '')
          from pg_proc p
         where pronamespace = any(@Schemas::regnamespace[]) and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')
        """)]
    [TestCase("triggers", "select pg_get_triggerdef(oid) from pg_trigger where not tgisinternal")]
    [TestCase("policies", "select concat_ws(' | ', tablename, policyname, cmd, permissive, roles, qual, with_check) from pg_policies "
        + "where schemaname = any(@Schemas)")]
    [TestCase("rights", """
        select format('%s %s %s', c.oid::regclass, c.relrowsecurity, (select string_agg(a::text, ',' order by a::text) from unnest(c.relacl) a))
          from pg_class c where relkind in ('r', 'p', 'v') and relnamespace = any(@Schemas::regnamespace[])
        """)]
    public async Task An_older_database_becomes_what_a_fresh_one_is(string what, string sql)
    {
        var (fresh, old) = (await Catalogue(_fresh, sql), await Catalogue(_old, sql));
        Assert.Multiple(() =>
        {
            Assert.That(fresh, Is.Not.Empty, what);
            Assert.That(old.Except(fresh), Is.Empty, $"{what} of the older one alone");
            Assert.That(fresh.Except(old), Is.Empty, $"{what} of the fresh one alone");
        });
    }

    [Test]
    public async Task No_row_of_an_older_database_is_lost()
    {
        var after = await Rows();
        Assert.Multiple(() =>
        {
            Assert.That(_before.Values.Count(rows => rows > 0), Is.GreaterThan(80), "tables with rows");
            foreach (var (table, rows) in _before) Assert.That(after.GetValueOrDefault(table), Is.GreaterThanOrEqualTo(rows), table);
        });
    }

    [Test]
    public async Task What_an_upgrade_adds_is_filled_from_the_rows_that_were_there()
    {
        await using var owner = new NpgsqlConnection(_old);
        var counted = await owner.QuerySingleAsync<(long Organizations, long Files, long Kept, long NoDay, long Stale)>("""
            select (select count(*) from storage_usage where owner = 'Organization' and bytes > 0),
                   (select sum(files)::bigint from storage_usage where owner = 'Organization'),
                   (select count(*) from stored_file) + (select count(*) from import_file),
                   (select count(*) from organization where status = 'Closed' and closed_on is null),
                   (select count(*) from indicator_stale)
            """);
        Assert.Multiple(() =>
        {
            Assert.That(counted.Organizations, Is.EqualTo(1));
            Assert.That(counted.Files, Is.EqualTo(counted.Kept));
            Assert.That(counted.NoDay, Is.Zero, "closed on no day");
            Assert.That(counted.Stale, Is.Positive, "months to be summed by today's formulas");
        });
    }

    [Test]
    public async Task What_is_unique_in_the_country_follows_the_rows_that_were_there()
    {
        await using var owner = new NpgsqlConnection(_old);
        var counted = await owner.QuerySingleAsync<(long Main, long Followed, long Heads)>("""
            select (select count(*) from employment where is_main),
                   (select count(*) from main_post m join employment e on e.id = m.employment_id and (e.person_id, e.period) = (m.person_id, m.period)),
                   (select count(*) from audit_head h left join organization o on o.id = h.organization_id
                     where h.region_code <> coalesce(o.region_code, 'RU'))
            """);
        Assert.Multiple(() =>
        {
            Assert.That(counted.Main, Is.GreaterThan(10));
            Assert.That(counted.Followed, Is.EqualTo(counted.Main));
            Assert.That(counted.Heads, Is.Zero, "chains that are kept in another region than their organization");
        });
    }

    async Task<Dictionary<string, long>> Rows()
    {
        await using var owner = new NpgsqlConnection(_old);
        var tables = await owner.QueryAsync<string>("""
            select c.oid::regclass::text from pg_class c
             where c.relkind in ('r', 'p') and not c.relispartition and c.relnamespace in ('public'::regnamespace, 'identity'::regnamespace)
            """);
        var rows = new Dictionary<string, long>();
        foreach (var table in tables) rows[table] = await owner.QuerySingleAsync<long>($"select count(*) from {table}");
        return rows;
    }

    /// <summary>A rule that holds from its migration on has that day in it, which is not the same in both.</summary>
    static async Task<IReadOnlyList<string>> Catalogue(string database, string sql)
    {
        await using var owner = new NpgsqlConnection(database);
        var found = await owner.QueryAsync<string>(sql, new { Schemas = (string[])["public", "identity"] });
        return [.. found.Select(made => Day().Replace(made, "its day"))];
    }

    [GeneratedRegex(@"'\d{4}-\d\d-\d\d'::date")]
    private static partial Regex Day();
}
