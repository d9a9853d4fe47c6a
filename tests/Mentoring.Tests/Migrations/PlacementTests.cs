using System.Text.RegularExpressions;
using Dapper;
using Mentoring.Migrations.Code;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Migrations;

/// <summary>Rows can be kept apart by region: asked of the catalogue of a plain PostgreSQL.</summary>
[Parallelizable]
public sealed partial class PlacementTests : OwnDatabaseTest
{
    /// <summary>The migrations' own bookkeeping; Hangfire's tables stand in a schema of their own, and are local.</summary>
    const string Bookkeeping = "\"VersionInfo\"";

    [Test]
    public async Task Every_table_is_distributed_reference_or_local_and_listed_once()
    {
        string[] listed = [.. Placement.Distributed, .. Placement.Reference, .. Placement.Local];
        var tables = await Owner.QueryAsync<string>("""
            select c.oid::regclass::text from pg_class c join pg_namespace n on n.oid = c.relnamespace
             where c.relkind in ('r', 'p') and not c.relispartition and n.nspname !~ '^pg_|^information_schema$|^hangfire$'
            """);
        Assert.That(listed, Is.EquivalentTo(tables.Except([Bookkeeping])));
    }

    [Test]
    public async Task Every_key_of_a_distributed_table_carries_its_region() => Assert.That(await KeysWithout(Placement.Distributed), Is.Empty);

    [Test]
    public async Task Every_foreign_key_between_distributed_tables_carries_the_region() =>
        Assert.That(await TiesWithout(Placement.Distributed), Is.Empty);

    [TestCase("create table lost (id uuid primary key, region_code text not null)", "lost: lost_pkey")]
    [TestCase("create table lost (id uuid, region_code text, primary key (id, region_code), n int unique)", "lost: lost_n_key")]
    [TestCase("create table lost (region_code text not null, n int); create unique index lost_n on lost (n) include (region_code)", "lost: lost_n")]
    [TestCase("create table lost (region_code text not null, n int); create unique index lost_n on lost (n) where region_code = 'RU'", "lost: lost_n")]
    [TestCase("create table lost (region_code text not null, n int, exclude using gist (n with =, region_code with <>))", "lost: lost_n_region_code_excl")]
    [TestCase("create table lost (region_code text, n int)", "lost: region_code")]
    [TestCase("create table lost (n int)", "lost: region_code")]
    public async Task A_key_without_the_region_is_found(string make, string found)
    {
        await using var tried = await Owner.BeginTransactionAsync();
        await Owner.ExecuteAsync(make);
        Assert.That(await KeysWithout([.. Placement.Distributed, "lost"]), Is.EqualTo(new[] { found }));
    }

    [TestCase("create table lost (region_code text not null, kept_region text, program_id uuid,"
        + "foreign key (program_id, kept_region) references program (id, region_code))")]
    [TestCase("alter table program add constraint program_alone unique (id); create table lost (region_code text, program_id uuid references program (id))")]
    public async Task A_foreign_key_without_the_region_is_found(string make)
    {
        await using var tried = await Owner.BeginTransactionAsync();
        await Owner.ExecuteAsync(make);
        Assert.That(await TiesWithout([.. Placement.Distributed, "lost"]), Is.EqualTo(new[] { "lost to program" }));
    }

    [Test]
    public async Task Nothing_that_is_copied_everywhere_hangs_on_what_is_not_and_nothing_distributed_on_what_stands_alone() =>
        Assert.That(await Owner.QueryAsync<string>("""
            select conrelid::regclass || ' to ' || confrelid::regclass from pg_constraint
             where contype = 'f' and (conrelid::regclass::text = any(@Reference) and confrelid::regclass::text <> all(@Reference)
                or conrelid::regclass::text = any(@Distributed) and confrelid::regclass::text = any(@Local)
                or conrelid::regclass::text = any(@Local) and confrelid::regclass::text = any(@Distributed))
            """, new { Placement.Reference, Placement.Distributed, Placement.Local }), Is.Empty);

    [Test]
    public void No_statement_changes_a_rows_region()
    {
        var files = Repository.Files("api", ".cs").Concat(Repository.Files("migrations", ".cs", ".sql")).ToList();
        Assert.That(files, Has.Count.GreaterThan(500));
        Assert.That(files.Where(file => Changing().IsMatch(File.ReadAllText(file))).Select(Path.GetFileName), Is.Empty,
            "a row that changes its region is deleted and inserted in one transaction");
    }

    [TestCase("update organization set region_code = @Region where id = @Id")]
    [TestCase("update organization o set kind = @Kind,\n       region_code = s.region_code from staged s")]
    [TestCase("on conflict (id) do update set name = excluded.name, region_code = excluded.region_code")]
    [TestCase("update program set (organization_id, region_code) = (select id, region_code from organization where id = @Heir)")]
    public void Statements_that_change_a_region_are_known_by_their_forms(string sql) => Assert.That(Changing().IsMatch(sql), Is.True);

    [TestCase("select id, region_code from program where region_code = @Region")]
    [TestCase("insert into program (id, region_code) select id, region_code from staged s join organization o on o.region_code = s.region_code")]
    [TestCase("update organization set territory_code = case when region_code = @Region then @Code end where region_code = @Region")]
    public void Statements_that_read_a_region_are_none_of_them(string sql) => Assert.That(Changing().IsMatch(sql), Is.False);

    /// <summary>An index column decides by equality alone, as does the region in an exclusion.</summary>
    Task<IEnumerable<string>> KeysWithout(string[] distributed) => Owner.QueryAsync<string>("""
        select i.indrelid::regclass || ': ' || i.indexrelid::regclass
          from pg_index i left join pg_constraint k on k.conindid = i.indexrelid and k.conrelid = i.indrelid and k.contype = 'x'
         where (i.indisunique or i.indisexclusion) and i.indrelid::regclass::text = any(@distributed)
           and not exists (
               select from unnest((i.indkey::int2[])[0:i.indnkeyatts - 1]) with ordinality part (number, position)
                 join pg_attribute a on a.attrelid = i.indrelid and a.attnum = part.number and a.attname = 'region_code'
                where k.oid is null or exists (select from pg_operator o where o.oid = k.conexclop[part.position] and o.oprname = '='))
        union all
        select name || ': region_code' from unnest(@distributed) name
         where not exists (select from pg_attribute where attrelid = name::regclass and attname = 'region_code' and attnotnull)
        """, new { distributed });

    Task<IEnumerable<string>> TiesWithout(string[] distributed) => Owner.QueryAsync<string>("""
        select f.conrelid::regclass || ' to ' || f.confrelid::regclass from pg_constraint f
         where f.contype = 'f' and f.conrelid::regclass::text = any(@distributed) and f.confrelid::regclass::text = any(@distributed)
           and not exists (
               select from unnest(f.conkey, f.confkey) pair (own, other)
                 join pg_attribute a on a.attrelid = f.conrelid and a.attnum = pair.own and a.attname = 'region_code'
                 join pg_attribute b on b.attrelid = f.confrelid and b.attnum = pair.other and b.attname = 'region_code')
        """, new { distributed });

    [GeneratedRegex(@"(?:\bset|,)\s+(?:\w+\.)?region_code\s*=|\bset\s*\([^)]*\bregion_code\b[^)]*\)\s*=", RegexOptions.IgnoreCase)]
    private static partial Regex Changing();
}
