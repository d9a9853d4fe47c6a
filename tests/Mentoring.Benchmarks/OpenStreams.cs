using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Mentoring.Api.Platform;
using Mentoring.Tests.Support;
using Npgsql;

namespace Mentoring.Benchmarks;

/// <summary>
/// The program list while a thousand streams wait, beside the same list without them. The streams belong to callers who each
/// have half as many as they may, so that their rights are asked again as those of as many people would be.
/// </summary>
public static class OpenStreams
{
    const int Callers = 100;
    const int OfEach = 10;
    const double Goal = 1.5;

    public static async Task<Line> Measure(TestBed bed, Options options)
    {
        await using var owner = new NpgsqlConnection(bed.Owner);
        await owner.OpenAsync();
        var callers = new List<HttpClient>();
        try
        {
            for (var i = 0; i < Callers; i++) callers.Add(await (await SystemClient.Register(owner, Role.Curator, bed.School)).Connect(bed.Api.Address));
            var path = await Import(callers[0], bed.School);
            var token = await bed.Token();
            Task<Figures> Run() => Load.Run(
                new Uri(bed.Api.Address, "/api/v1/programs"), token, Options.Connections, options.Round, () => (bed.Api.Processor, bed.Postgres.Processor));
            for (var round = 0; round < 2; round++) await Run();

            bed.Api.ForgetPeak();
            List<Figures> with = [], without = [];
            for (var round = 0; round < options.Rounds; round++)
            {
                without.Add(await Run());
                var streams = await Task.WhenAll(callers.SelectMany(caller => Enumerable.Repeat(caller, OfEach)).Select(caller => Open(caller, path)));
                with.Add(await Run());
                foreach (var stream in streams) stream.Dispose();
            }

            var (ours, alone) = (Reads.Median(with), Reads.Median(without));
            var ratio = ours.P99 / alone.P99;
            return new($"program list with {Callers * OfEach:N0} open streams, beside without; the ratio is of p99", "requests/s",
                ours, alone, bed.Api.PeakMemory, ratio, Goal, ratio <= Goal)
            {
                AtMost = true,
            };
        }
        finally
        {
            callers.ForEach(caller => caller.Dispose());
        }
    }

    /// <summary>Opens a stream and reads the state with which it begins; then it waits.</summary>
    static async Task<HttpResponseMessage> Open(HttpClient caller, string path)
    {
        var stream = await caller.GetAsync(path, HttpCompletionOption.ResponseHeadersRead);
        stream.EnsureSuccessStatusCode();
        await (await stream.Content.ReadAsStreamAsync()).ReadExactlyAsync(new byte[1]);
        return stream;
    }

    /// <returns>The address of the stream of an import that waits for a person, and so has no news.</returns>
    static async Task<string> Import(HttpClient curator, Guid school)
    {
        using var content = new ByteArrayContent(Roster.Of(2).Zip()) { Headers = { ContentType = new MediaTypeHeaderValue("application/zip") } };
        using var answer = await curator.PostAsync($"/api/v1/imports/roster?organizationId={school}&fileName=roster.zip", content);
        var path = $"/api/v1/imports/{(await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonObject>())!["id"]}";
        while ((string?)(await curator.GetFromJsonAsync<JsonObject>(path))!["status"] != "Checked") await Task.Delay(100);
        return $"{path}/events";
    }
}
