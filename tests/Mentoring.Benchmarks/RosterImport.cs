using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Dapper;
using Mentoring.Api.Platform;
using Mentoring.Tests.Support;
using Npgsql;
using NpgsqlTypes;

namespace Mentoring.Benchmarks;

/// <summary>
/// A roster from the accepted upload to the applied import, over HTTP, beside a binary COPY of the same people into the same
/// tables with all their constraints, indexes and triggers: what an import without reading, judging and matching would be.
/// </summary>
public static class RosterImport
{
    const double Goal = 0.4;
    const double MemoryGoal = 150;

    public static async Task<Line> Measure(TestBed bed, Options options)
    {
        await using var owner = new NpgsqlConnection(bed.Owner + ";Command Timeout=600");
        await owner.OpenAsync();
        await Import(bed, owner, Roster.Of(1_000, mark: "а").Zip());
        byte[] zip = [];
        var (imports, copies, peak, above) = (new List<double>(), new List<double>(), 0.0, 0.0);
        for (var round = 0; round < (options.Quick ? 1 : 3); round++)
        {
            copies.Add(options.People / await Copy(owner, options.People));
            await Task.Delay(TimeSpan.FromSeconds(5));
            var idle = bed.Api.Memory;
            bed.Api.ForgetPeak();
            zip = Roster.Of(options.People, mark: $"{(char)('б' + round)}").Zip();
            imports.Add(options.People / await Import(bed, owner, zip));
            (peak, above) = (Math.Max(peak, bed.Api.PeakMemory), Math.Max(above, bed.Api.PeakMemory - idle));
        }

        var (import, copy) = (Middle(imports), Middle(copies));
        var ratio = import / copy;
        return new($"roster of {options.People:N0} people, {zip.Length / 1e6:N1} MB; memory {above:N0} MB above idle, goal ≤ {MemoryGoal:N0}", "people/s",
            Figures.Rate(import), Figures.Rate(copy), peak, ratio, Goal, ratio >= Goal && above <= MemoryGoal);
    }

    /// <returns>Seconds from the accepted upload to the applied import.</returns>
    static async Task<double> Import(TestBed bed, NpgsqlConnection owner, byte[] zip)
    {
        var school = await School(owner);
        using var client = await Curator(bed, owner, school);
        var id = await Upload(client, school, zip);
        var watch = Stopwatch.StartNew();
        var import = await Until(client, id, "Checked");
        await Read(await client.PostAsJsonAsync($"/api/v1/imports/{id}/confirm", new { version = (int)import["version"]! }));
        await Until(client, id, "Applied");
        return watch.Elapsed.TotalSeconds;
    }

    internal static async Task<HttpClient> Curator(TestBed bed, NpgsqlConnection owner, Guid school) =>
        await (await SystemClient.Register(owner, Role.Curator, school)).Connect(bed.Api.Address);

    internal static async Task<string> Upload(HttpClient client, Guid school, byte[] zip)
    {
        using var content = new ByteArrayContent(zip) { Headers = { ContentType = new MediaTypeHeaderValue("application/zip") } };
        return (string)(await Read(await client.PostAsync($"/api/v1/imports/roster?organizationId={school}&fileName=roster.zip", content)))["id"]!;
    }

    internal static async Task<JsonNode> Until(HttpClient client, string id, string status)
    {
        while (true)
        {
            var import = await Read(await client.GetAsync($"/api/v1/imports/{id}"));
            if ((string?)import["status"] == status) return import;
            if ((string?)import["status"] == "Failed") throw new InvalidOperationException(import.ToJsonString());
            await Task.Delay(100);
        }
    }

    static async Task<JsonNode> Read(HttpResponseMessage answer)
    {
        using var one = answer;
        var text = await one.Content.ReadAsStringAsync();
        return one.IsSuccessStatusCode ? JsonNode.Parse(text)! : throw new InvalidOperationException($"{(int)one.StatusCode}: {text}");
    }

    /// <returns>Seconds.</returns>
    static async Task<double> Copy(NpgsqlConnection owner, int people)
    {
        var school = await School(owner);
        var ids = Enumerable.Range(0, people).Select(_ => Guid.CreateVersion7()).ToArray();
        var watch = Stopwatch.StartNew();
        await using var transaction = await owner.BeginTransactionAsync();
        await using (var person = await owner.BeginBinaryImportAsync(
            "copy person (id, family_name, given_name, patronymic, birth_date, email, phone, organization_ids) from stdin (format binary)"))
        {
            for (var i = 0; i < people; i++)
            {
                await person.StartRowAsync();
                await person.WriteAsync(ids[i], NpgsqlDbType.Uuid);
                await person.WriteAsync("Кузнецова", NpgsqlDbType.Text);
                await person.WriteAsync("Наталья", NpgsqlDbType.Text);
                await person.WriteAsync("Алексеевна", NpgsqlDbType.Text);
                await person.WriteAsync(new DateOnly(1960, 1, 1).AddDays(i % 14_000), NpgsqlDbType.Date);
                await person.WriteAsync($"teacher{i}@school.example", NpgsqlDbType.Text);
                await person.WriteAsync("+7 900 000-00-00", NpgsqlDbType.Text);
                await person.WriteAsync<Guid[]>([school], NpgsqlDbType.Array | NpgsqlDbType.Uuid);
            }

            await person.CompleteAsync();
        }

        await using (var source = await owner.BeginBinaryImportAsync("copy person_source (organization_id, region_code, source_id, person_id) from "
            + "stdin (format binary)"))
        {
            for (var i = 0; i < people; i++)
            {
                await source.StartRowAsync();
                await source.WriteAsync(school, NpgsqlDbType.Uuid);
                await source.WriteAsync(Region, NpgsqlDbType.Text);
                await source.WriteAsync($"user-{i}", NpgsqlDbType.Text);
                await source.WriteAsync(ids[i], NpgsqlDbType.Uuid);
            }

            await source.CompleteAsync();
        }

        await using (var work = await owner.BeginBinaryImportAsync(
            "copy employment (id, organization_id, region_code, person_id, position_code, is_teaching, is_main, source_id, started_on) from stdin "
                + "(format binary)"))
        {
            for (var i = 0; i < people; i++)
            {
                await work.StartRowAsync();
                await work.WriteAsync(Guid.CreateVersion7(), NpgsqlDbType.Uuid);
                await work.WriteAsync(school, NpgsqlDbType.Uuid);
                await work.WriteAsync(Region, NpgsqlDbType.Text);
                await work.WriteAsync(ids[i], NpgsqlDbType.Uuid);
                await work.WriteAsync("teacher", NpgsqlDbType.Text);
                await work.WriteAsync(true, NpgsqlDbType.Boolean);
                await work.WriteAsync(true, NpgsqlDbType.Boolean);
                await work.WriteAsync($"role-{i}", NpgsqlDbType.Text);
                await work.WriteAsync(new DateOnly(2020, 9, 1), NpgsqlDbType.Date);
            }

            await work.CompleteAsync();
        }

        await transaction.CommitAsync();
        return watch.Elapsed.TotalSeconds;
    }

    internal static Task<Guid> School(NpgsqlConnection owner) => owner.ExecuteScalarAsync<Guid>("""
        insert into organization (id, region_code, territory_code, kind, sector, name_full, name_short)
        select gen_random_uuid(), 'RU-TVE', code, 'School', 'General', 'Школа', 'Школа' from territory where parent_code = 'RU-TVE' limit 1 returning id
        """);

    static double Middle(List<double> rounds) => rounds.Order().ElementAt(rounds.Count / 2);

    const string Region = "RU-TVE";
}
