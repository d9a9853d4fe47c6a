using Dapper;
using Mentoring.Tests.Support;
using Npgsql;

namespace Mentoring.Tests.Migrations;

/// <summary>What is unique in the whole country is so although keys carry the region.</summary>
public sealed class CountryWideRulesTests : ApiTest
{
    [Test]
    public async Task Nobody_has_two_main_posts_at_once_in_two_regions()
    {
        var (one, other) = (await World.School(), await World.School("05701000", World.OtherRegion));
        var teacher = await World.Teacher(one);

        Assert.That(await Refused(() => Hire(teacher, other, isMain: true)), Is.EqualTo("employment_one_main"));
        await Hire(teacher, other, isMain: false);
        Assert.That(await Refused(() => Sql.ExecuteAsync("update employment set is_main = true where person_id = @teacher", new { teacher })),
            Is.EqualTo("employment_one_main"), "made the main one afterwards");

        await Sql.ExecuteAsync("update employment set is_main = not is_main where person_id = @teacher", new { teacher });
        Assert.That(await Main(teacher), Is.EqualTo(new[] { other }), "one statement makes the other post the main one");
        await Sql.ExecuteAsync("update employment set ended_on = '2026-01-01' where person_id = @teacher and is_main", new { teacher });
        await Hire(teacher, one, isMain: true, "2026-01-01", "head");
        Assert.That(await Main(teacher), Is.EquivalentTo(new[] { one, other }), "one after the other");
        await Sql.ExecuteAsync("delete from employment where person_id = @teacher", new { teacher });
        Assert.That(await Sql.ExecuteScalarAsync<long>("select count(*) from main_post where person_id = @teacher", new { teacher }), Is.Zero);
    }

    [Test]
    public async Task Main_posts_follow_a_work_that_becomes_another_persons()
    {
        var school = await World.School();
        var (one, other) = (await World.Teacher(school), await World.Teacher(school));
        await Sql.ExecuteAsync("delete from employment where person_id = @other", new { other });
        await Sql.ExecuteAsync("update employment set person_id = @other, version = version + 1 where person_id = @one", new { one, other });
        Assert.That((await Main(one), await Main(other)), Is.EqualTo((Array.Empty<Guid>(), new[] { school })));
        Assert.That(await Refused(() => Hire(other, school, isMain: true, position: "head")), Is.EqualTo("employment_one_main"));
    }

    [Test]
    public async Task An_organization_stays_in_its_region()
    {
        var school = await World.School();
        Assert.That(await Refused(() => Sql.ExecuteAsync("update organization set region_code = @OtherRegion where id = @school",
            new { World.OtherRegion, school })), Is.EqualTo("organization_region_stays"));
        await Sql.ExecuteAsync("update organization set region_code = @Region, territory_code = '28701000' where id = @school", new { World.Region, school });
    }

    [TestCase("account_email", """
        insert into identity.account (id, user_name, normalized_user_name, email, normalized_email, display_name)
        select gen_random_uuid(), n, n, 'x@test.example', 'X@TEST.EXAMPLE', n from unnest(array['one', 'two']) n
        """)]
    [TestCase("organization_ogrn", """
        insert into organization (id, region_code, territory_code, kind, sector, name_full, name_short, ogrn)
        select gen_random_uuid(), r, r, 'School', 'General', r, r, '1026900000001' from unnest(array['RU-TVE', 'RU-PRI']) r
        """)]
    public async Task Accounts_and_organizations_are_unique_in_the_country(string constraint, string insert) =>
        Assert.That(await Refused(() => Sql.ExecuteAsync(insert)), Is.EqualTo(constraint));

    Task Hire(Guid person, Guid school, bool isMain, string from = "2021-09-01", string position = "teacher") => Sql.ExecuteAsync("""
        insert into employment (id, organization_id, region_code, person_id, position_code, is_teaching, is_main, started_on)
        select gen_random_uuid(), id, region_code, @person, @position, true, @isMain, @from::date from organization where id = @school
        """, new { person, school, isMain, from, position });

    /// <summary>Where the person's main posts are, as the country's table tells.</summary>
    async Task<Guid[]> Main(Guid person) => [.. await Sql.QueryAsync<Guid>("""
        select e.organization_id from main_post m
          join employment e on e.id = m.employment_id and e.is_main and (e.person_id, e.period) = (m.person_id, m.period)
         where m.person_id = @person
        """, new { person })];

    static async Task<string?> Refused(Func<Task> write)
    {
        try
        {
            await write();
            return null;
        }
        catch (PostgresException refused)
        {
            return refused.ConstraintName;
        }
    }
}
