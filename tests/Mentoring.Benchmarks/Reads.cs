namespace Mentoring.Benchmarks;

/// <summary>
/// A read of the API beside a bare endpoint with the same answer. The two take turns, so that whatever else the machine does
/// falls on both; the medians of the rounds are compared.
/// </summary>
public static class Reads
{
    const double Goal = 0.8, GoalOfPeople = 0.85;

    /// <param name="person">The e-mail of whoever reads; the curator's system when absent.</param>
    public static async Task<Line> Measure(string name, TestBed bed, string path, Options options, string? person = null)
    {
        var (ours, limit) = (new Uri(bed.Api.Address, path), new Uri(bed.Limit.Address, path));
        var token = person is null ? await bed.Token() : await PersonClient.Token(bed.Api.Address, person, Contours.Password);
        var goal = person is null ? Goal : GoalOfPeople;
        await SameBytes(ours, limit, token);
        Task<Figures> Run(ServerProcess server, Uri address) =>
            Load.Run(address, token, Options.Connections, options.Round, () => (server.Processor, bed.Postgres.Processor));
        for (var round = 0; round < 2; round++)
        {
            await Run(bed.Api, ours);
            await Run(bed.Limit, limit);
        }

        bed.Api.ForgetPeak();
        List<Figures> a = [], b = [];
        for (var round = 0; round < options.Rounds; round++)
        {
            a.Add(await Run(bed.Api, ours));
            b.Add(await Run(bed.Limit, limit));
        }

        var (our, bare) = (Median(a), Median(b));
        var ratio = our.PerSecond / bare.PerSecond;
        return new($"{name}, {our.Bytes:N0} bytes", "requests/s", our, bare, bed.Api.PeakMemory, ratio, goal, ratio >= goal);
    }

    static async Task SameBytes(Uri ours, Uri limit, string token)
    {
        using var client = new HttpClient { DefaultRequestHeaders = { { "Authorization", $"Bearer {token}" } } };
        var (a, b) = (await client.GetByteArrayAsync(ours), await client.GetByteArrayAsync(limit));
        if (a.AsSpan().SequenceEqual(b)) return;
        var at = a.AsSpan().CommonPrefixLength(b);
        string Around(byte[] body) => System.Text.Encoding.UTF8.GetString(body.AsSpan(Math.Max(0, at - 40)..Math.Min(body.Length, at + 80)));
        throw new InvalidOperationException($"The answers differ at byte {at}, so they cannot be compared:\n{Around(a)}\n{Around(b)}");
    }

    internal static Figures Median(List<Figures> rounds) => new(
        Middle(rounds, f => f.PerSecond), Middle(rounds, f => f.P50), Middle(rounds, f => f.P99), Middle(rounds, f => f.Server),
            Middle(rounds, f => f.Database), rounds[0].Bytes);

    static double Middle(List<Figures> rounds, Func<Figures, double> of) => rounds.Select(of).Order().ElementAt(rounds.Count / 2);
}
