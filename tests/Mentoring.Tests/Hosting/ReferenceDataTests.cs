using Dapper;
using Mentoring.Api.Hosting.Reference;
using Mentoring.Tests.Support;
using Npgsql;

namespace Mentoring.Tests.Hosting;

[Category("Database")]
public sealed class ReferenceDataTests
{
    string _database = "";
    NpgsqlConnection _sql = null!;

    [OneTimeSetUp]
    public async Task CopyDatabase()
    {
        _database = await TestDatabase.Copy();
        _sql = new NpgsqlConnection(_database);
        await _sql.OpenAsync();
    }

    [OneTimeTearDown]
    public async Task DropDatabase()
    {
        await _sql.DisposeAsync();
        await TestDatabase.Drop(_database);
    }

    [Test]
    public async Task The_country_has_eight_districts_and_83_regions_of_iso_3166()
    {
        Assert.That(await Count("territory where level = 'FederalDistrict'"), Is.EqualTo(8));
        Assert.That(await Count("territory where level = 'Region' and code ~ '^RU-[A-Z]{2,3}$' and subject_code ~ '^[0-9]{2}$'"), Is.EqualTo(83));
        Assert.That(await Count("territory where name_ru = '' or name_en = ''"), Is.Zero);
    }

    [Test]
    public async Task Every_territory_reaches_the_federation_in_as_many_steps_as_its_level_says() =>
        Assert.That(await Count("""
            territory t where not exists (
                select from territory_tree tree where tree.descendant_code = t.code and tree.ancestor_code = 'RU'
                   and tree.depth = array_position(array['Federation', 'FederalDistrict', 'Region', 'Municipality'], t.level) - 1)
            """), Is.Zero);

    [Test]
    public async Task Every_region_has_an_existing_time_zone_and_all_eleven_offsets_occur()
    {
        var zones = (await _sql.QueryAsync<string>("select time_zone from territory where level = 'Region'")).AsList();
        var winter = new DateTime(2026, 1, 15, 0, 0, 0, DateTimeKind.Utc);
        var offsets = zones.Select(z => TimeZoneInfo.FindSystemTimeZoneById(z).GetUtcOffset(winter).TotalHours).Distinct().Order();
        Assert.That(offsets, Is.EqualTo(Enumerable.Range(2, 11).Select(h => (double)h)));
    }

    [TestCase("RU-KGD", 2), TestCase("RU-SAM", 4), TestCase("RU-SVE", 5), TestCase("RU-KEM", 7), TestCase("RU-PRI", 10), TestCase("RU-CHU", 12)]
    public async Task Regions_keep_their_own_time(string region, int hours)
    {
        var zone = await _sql.ExecuteScalarAsync<string>("select time_zone from territory where code = @region", new { region });
        Assert.That(TimeZoneInfo.FindSystemTimeZoneById(zone!).BaseUtcOffset, Is.EqualTo(TimeSpan.FromHours(hours)));
    }

    // By the code whatever the name, by the name whatever the code, and the region's own time for all others.
    [TestCase("RU-SA", "98616000", "Улус на Яне", "Asia/Vladivostok"), TestCase("RU-SA", "98656000", "муниципальный округ", "Asia/Vladivostok")]
    [TestCase("RU-SA", "98639000", "Oymyakon", "Asia/Ust-Nera"), TestCase("RU-SA", "98633000", "Момский район", "Asia/Srednekolymsk")]
    [TestCase("RU-SA", "98539000", "Оймяконский муниципальный округ", "Asia/Ust-Nera"), TestCase("RU-SA", "98701000", "город Якутск", null)]
    [TestCase("RU-SA", "98614000", "Верхневилюйский муниципальный район", null), TestCase("RU-SAK", "64543000", "Северные Курилы", "Asia/Srednekolymsk")]
    [TestCase("RU-SAK", "64743000", "Северо-Курильский городской округ", "Asia/Srednekolymsk"), TestCase("RU-SAK", "64701000", "город Южно-Сахалинск", null)]
    [TestCase("RU-TVE", "98639000", "Оймяконский район", null)]
    public void A_municipality_with_a_time_of_its_own_is_known_by_its_code_and_else_by_its_name(string region, string oktmo, string name, string? zone) =>
        Assert.That(ReferenceFiles.ZoneOf(region, oktmo, name), Is.EqualTo(zone));

    [TestCase("organization-kind", 12), TestCase("sector", 4), TestCase("mentoring-form", 4), TestCase("mentoring-kind", 8)]
    [TestCase("program-purpose", 6), TestCase("competence-area", 10), TestCase("mentor-topic", 8), TestCase("mentee-category", 7), TestCase("subject", 25)]
    public async Task Dictionaries_are_complete(string dictionary, int entries) =>
        Assert.That(await Count($"dictionary_entry where dictionary = '{dictionary}' and name_ru <> '' and name_en <> '' and source <> ''"),
            Is.EqualTo(entries));

    [Test]
    public async Task Positions_say_whether_they_teach_and_name_the_law_in_force_and_the_one_before()
    {
        Assert.That(await Count("dictionary_entry where dictionary = 'position'"), Is.GreaterThan(20));
        Assert.That(await Count("dictionary_entry where dictionary = 'position' and (data->'teaching' is null or source not like '%№ 225%№ 678%')"), Is.Zero);
    }

    [Test]
    public async Task What_an_administrator_revised_stays_when_new_content_arrives()
    {
        await _sql.ExecuteAsync("""
            delete from reference_load;
            update territory set name_ru = 'Своё название' where code = 'RU-MOS';
            update dictionary_entry set valid_to = '2026-01-01' where dictionary = 'sector' and code = 'None';
            insert into dictionary_entry (dictionary, code, version, name_ru, name_en, valid_from)
            values ('sector', 'None', 2, 'Вне сектора', 'No sector', '2026-01-01');
            delete from dictionary_entry where dictionary = 'mentor-topic' and code = 'upbringing'
            """);

        Assert.That(ReferenceData.Load(_database), Is.True);
        Assert.That(ReferenceData.Load(_database), Is.False);

        Assert.That(await Count("territory where name_ru = 'Своё название'"), Is.EqualTo(1));
        Assert.That(await Count("dictionary_entry where dictionary = 'sector' and code = 'None'"), Is.EqualTo(2));
        Assert.That(await Count("dictionary_entry where dictionary = 'mentor-topic' and code = 'upbringing'"), Is.EqualTo(1));
    }

    [Test]
    public async Task Processes_that_start_at_once_load_once()
    {
        await _sql.ExecuteAsync("delete from reference_load");
        var loads = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => ReferenceData.Load(_database))));
        Assert.That(loads.Count(loaded => loaded), Is.EqualTo(1));
    }

    Task<long> Count(string from) => _sql.ExecuteScalarAsync<long>($"select count(*) from {from}");
}
