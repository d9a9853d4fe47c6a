using Dapper;
using Mentoring.Api.Features.Monitoring;
using Mentoring.Api.Platform;
using Mentoring.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Mentoring.Tests.Features.Monitoring;

[Covers(nameof(GetTerritoryDeficits), nameof(ExportTerritoryDeficits))]
public sealed class TerritoryDeficitsTests : DeficitsTest
{
    static readonly (string Counted, string Area)[] s_sums = [("Diagnosed", ""), ("Open", "methods"), ("Open", "health"), ("Closed", "methods")];

    /// <summary>Thirty teachers, twenty-five, twelve and three: of the three nothing can be told, and so of the twelve neither.</summary>
    async Task Four()
    {
        foreach (var (place, (teachers, hard)) in Municipalities.Zip([(30, 20), (25, 12), (12, 4), (3, 1)]))
            await Diagnosed(await World.School(place), teachers, hard, "methods", "health");
        await World.School("28701000");
        await Sums.RollUp();
    }

    [Test]
    public async Task Few_teachers_are_not_told_of_and_follow_from_no_other_number()
    {
        await Four();
        var region = await Shown();
        Assert.That(((int?)region["diagnosed"], Of(region, "methods"), Of(region, "methods", "closed"), Of(region, "digital")),
            Is.EqualTo(((int?)70, (int?)37, (int?)null, (int?)null)), "nought of all would say nought of the three");
        Assert.That(region["parts"]!.AsArray().Select(part => (int?)part!["diagnosed"]).OfType<int>(), Is.EquivalentTo(new[] { 30, 25 }),
            "a small place goes with the one of which nothing can be told");
        Assert.That(Municipalities.Select(place => Of(region, place, "methods", "open")), Is.EqualTo(new int?[] { 20, null, null, null }));
        Assert.That((string?)region["asOf"], Is.Not.Null);
        foreach (var (place, told) in Municipalities.Zip((int?[])[30, 25, null, null]))
        {
            var own = await Shown($"/api/v1/territories/{place}/deficits");
            Assert.That(((int?)own["diagnosed"], Of(own, "methods"), own["parts"]!.AsArray().Count),
                Is.EqualTo((told, Of(region, place, "methods", "open"), 0)), "its own page tells what the region's does");
        }
    }

    [Test]
    public async Task What_is_told_adds_up_and_what_is_not_is_never_alone()
    {
        var schools = new List<Guid>();
        foreach (var place in Municipalities) schools.Add(await World.School(place));
        for (var seed = 1; seed <= 15; seed++)
        {
            var random = new Random(seed);
            await Sql.ExecuteAsync("delete from organization_deficit");
            foreach (var (school, place) in schools.Zip(Municipalities))
            {
                var diagnosed = random.Next(0, 60);
                foreach (var (counted, area) in s_sums)
                    if ((counted == "Diagnosed" ? diagnosed : random.Next(0, diagnosed + 1)) is > 0 and var teachers)
                        await Sql.ExecuteAsync("insert into organization_deficit values ('RU-TVE', @school, @place, @counted, @area, @teachers)",
                            new { school, place, counted, area, teachers });
            }

            var raw = (await Sql.QueryAsync<(string Place, string Counted, string Area, int Teachers)>(
                "select territory_code, counted, area_code, teachers from organization_deficit"))
                .ToDictionary(r => (r.Place, r.Counted, r.Area), r => r.Teachers);
            var region = await Shown();
            var places = region["parts"]!.AsArray().Select(part => (string)part!["code"]!).ToList();
            foreach (var (counted, area) in s_sums)
            {
                int Raw(string place) => raw.GetValueOrDefault((place, counted, area));
                int? Told(string place) => counted == "Diagnosed"
                    ? (int?)region["parts"]!.AsArray().Single(part => (string?)part!["code"] == place)!["diagnosed"]
                    : Of(region, place, area, counted == "Open" ? "open" : "closed");
                var whole = counted == "Diagnosed" ? (int?)region["diagnosed"] : Of(region, area, counted == "Open" ? "open" : "closed");
                var about = $"seed {seed}, {counted} {area}: {string.Join(" + ", places.Select(Raw))}, told "
                    + string.Join(" + ", places.Select(place => $"{Told(place)}"));
                Assert.That(places.Where(place => Told(place) is { } told && told != Raw(place)), Is.Empty, about);
                Assert.That(places.Where(place => Told(place) is > 0 and < 10), Is.Empty, about);
                var hidden = places.Where(place => Told(place) is null).ToList();
                if (whole is not { } sum) continue;
                Assert.That(sum, Is.EqualTo(places.Sum(Raw)), about);
                Assert.That(hidden, Has.Count.Not.EqualTo(1), about);
                Assert.That(hidden.Count == 0 || hidden.Sum(Raw) >= 10, Is.True, about);
            }
        }
    }

    [Test]
    public async Task No_small_number_follows_from_an_area_and_its_parts()
    {
        // Who lacks both parts, and who lacks one alone: 5, 13 and 12 in the first place, 10 at least in the others.
        foreach (var (place, (digital, ict, digitalisation)) in Municipalities.Zip([(30, 18, 17), (45, 25, 35), (45, 25, 35), (40, 25, 25)]))
            await Sql.ExecuteAsync("""
                insert into organization_deficit
                select 'RU-TVE', @school, @place, v.* from (values ('Diagnosed', '', 60), ('Open', 'digital', @digital), ('Open', 'ict', @ict),
                       ('Open', 'digitalisation', @digitalisation)) v
                """, new { school = await World.School(place), place, digital, ict, digitalisation });
        var region = await Shown();
        Assert.That((Of(region, "digital"), Of(region, "ict"), Of(region, "digitalisation")), Is.EqualTo(((int?)160, (int?)93, (int?)112)));
        int?[] Told(string place) => [.. new[] { "digital", "ict", "digitalisation" }.Select(area => Of(region, place, area, "open"))];
        Assert.That(Told(Municipalities[0]), Is.All.Null, "five lack both");
        foreach (var n in Municipalities.Select(Told).Where(numbers => numbers[0] is not null))
            Assert.That(new[] { n[0] - n[1], n[0] - n[2], n[1] + n[2] - n[0] }, Is.All.GreaterThanOrEqualTo(10));
    }

    [Test]
    public async Task Beside_a_difficulty_stands_what_the_map_has_for_it()
    {
        await Sql.ExecuteAsync("delete from resource_place; delete from resource_run; delete from resource");
        async Task Resource(string area, bool open, int? taken, string region = World.Region)
        {
            var (id, body) = (Guid.NewGuid(), await World.School(region == World.Region ? World.Municipality : "05701000", region));
            await Sql.ExecuteAsync("""
                insert into resource (region_code, id, body_id, kind_code, title, about, host, areas, sectors, format, is_open, status, created_at, created_by,
                                      updated_at)
                values (@region, @id, @body, 'course', 'x', 'x', 'x', array[@area], '{}', 'OnSite', @open, 'Offered', now(), 'test', now());
                insert into resource_run (region_code, id, resource_id, body_id, starts_on, ends_on, apply_until, places, taken)
                select @region, gen_random_uuid(), @id, @body, @Today + 30, @Today + 40, @Today + 20, 12, @taken where @taken is not null
                """, new { region, id, body, area, open, taken, Today });
        }

        await Resource("methods", false, 2);
        await Resource("methods", false, 12);
        await Resource("methods", true, null, World.OtherRegion);
        await Resource("methods", false, 0, World.OtherRegion);
        await Resource("ict", false, 0);
        var region = await Shown();
        string Offered(string area) => string.Join(' ', new[] { "resources", "freePlaces", "always" }
            .Select(name => (int?)region["areas"]!.AsArray().Single(one => (string?)one!["code"] == area)![name]));
        Assert.That((Offered("methods"), Offered("ict"), Offered("digital"), Offered("digitalisation"), Offered("health")),
            Is.EqualTo(("3 10 1", "1 12 0", "1 12 0", "0 0 0", "0 0 0")));
    }

    [Test]
    public async Task It_is_a_table_too()
    {
        await Four();
        var text = await Analyst.GetStringAsync($"{Path}.csv");
        var lines = text.TrimStart('\uFEFF').TrimEnd().Split("\r\n");
        Assert.That(lines[0], Is.EqualTo("territory,name_ru,name_en,area,diagnosed,open,closed,resources,free_places"));
        Assert.That(lines.Count(line => line.StartsWith("RU-TVE,", StringComparison.Ordinal)), Is.GreaterThan(4));
        Assert.That(lines.Single(line => line.StartsWith("28999002,", StringComparison.Ordinal) && line.Contains(",methods,", StringComparison.Ordinal)),
            Does.EndWith(",methods,,,,,"));
        using var workbook = await Analyst.GetAsync($"{Path}.csv?format=Xlsx");
        Assert.That(workbook.Content.Headers.ContentDisposition?.FileName, Is.EqualTo("deficits-RU-TVE.xlsx"));
    }

    [Test]
    public async Task Whoever_keeps_the_territory_and_bodies_of_the_region_see_it_and_nobody_else()
    {
        async Task<Guid> Centre(string place, string region)
        {
            var id = await World.School(place, region);
            await Sql.ExecuteAsync("update organization set kind = 'Cnppm', sector = 'None' where id = @id", new { id });
            return id;
        }

        var (centre, far) = (await Centre("28701000", World.Region), await Centre("05701000", World.OtherRegion));
        var municipal = await As(Role.MunicipalCoordinator, "28701000");
        var country = await As(Role.FederalAnalyst, "RU");
        foreach (var path in (string[])[Path, $"{Path}.csv"])
        {
            foreach (var who in (HttpClient[])[Analyst, await As(Role.RegionalCoordinator, World.Region), await As(Role.CentreHead, centre),
                await As(Role.Methodologist, centre), country]) await who.GetAsync(path).Gives(200);
            foreach (var who in (HttpClient[])[await As(Role.CentreHead, far), await As(Role.RegionalAnalyst, World.OtherRegion), municipal])
                await who.GetAsync(path).IsProblem(404, "not-found");
            foreach (var who in (HttpClient[])[await As(Role.Head, School), await As(Role.Tutor, centre), Own])
                await who.GetAsync(path).IsProblem(403, "permission.missing");
            await municipal.GetAsync(path.Replace(World.Region, "28701000")).Gives(200);
            await municipal.GetAsync(path.Replace(World.Region, "28604000")).IsProblem(404, "not-found");
            await country.GetAsync(path.Replace(World.Region, "RU")).PointsTo("/territoryCode", "deficits.territory-too-wide");
            await country.GetAsync(path.Replace(World.Region, "nowhere")).IsProblem(404, "not-found");
        }
    }

    [TestCase("scope.regions", "{RU-TVE}")]
    [TestCase("scope.organizations", null)]
    public async Task The_database_gives_sums_alone_and_them_by_the_right_alone(string scope, string? of)
    {
        await Four();
        of ??= $"{{{School}}}";
        async Task<int> Count(string what, string permission = "DeficitRead", string? reach = null)
        {
            await using var app = await Services.GetRequiredService<NpgsqlDataSource>().OpenConnectionAsync();
            await using var transaction = await app.BeginTransactionAsync();
            await app.ExecuteAsync("select set_config(@scope, @value, true), set_config('scope.permission', @permission, true)",
                new { scope, value = reach ?? of, permission });
            return await app.ExecuteScalarAsync<int>($"select count(*)::int from {what}");
        }

        foreach (var table in (string[])["organization_deficit", "diagnosis", "diagnosis_area", "route", "route_finding"])
            Assert.That(await Count(table), Is.Zero, table);
        if (scope == "scope.regions") Assert.That((await Count("person"), await Count("employment")), Is.EqualTo((0, 0)));
        Assert.That(await Count("deficits_of('RU-TVE')"), Is.GreaterThan(10));
        Assert.That(await Count("deficits_of('RU-PRI')"), Is.Zero);
        Assert.That(await Count("deficits_of('RU-TVE')", "StaffRead"), Is.Zero);
        Assert.That(await Count("deficits_of('RU-TVE')", reach: scope == "scope.regions" ? "{RU-PRI}" : "{}"), Is.Zero);
    }

    [Test]
    public void Its_sums_say_no_organization() => Assert.That(
        Sql.Query<string>("select unnest(proargnames) from pg_proc where proname = 'deficits_of'"),
        Is.EqualTo(new[] { "region", "territory_code", "counted", "area_code", "teachers", "changed_at" }));
}
