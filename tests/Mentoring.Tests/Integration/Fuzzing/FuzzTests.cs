using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Mentoring.Api.Platform;
using Mentoring.Tests.Support;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;

namespace Mentoring.Tests.Integration.Fuzzing;

/// <summary>
/// Plausible requests with odd things in them, to every operation of the contract, by everybody of the demo's showcase
/// school: no failure of ours, no answer that the contract does not name, every refusal a problem with a code. What fails
/// is told as the smallest request that fails so. <c>FUZZ_REQUESTS</c> and <c>FUZZ_SEED</c> change the run.
/// </summary>
public sealed class FuzzTests : ApiTest
{
    const string Nobody = "nobody";
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    readonly Dictionary<string, (HttpClient Http, HashSet<string> Permissions)> _callers = [];
    readonly SortedDictionary<int, int> _statuses = [];

    protected override Task<string> CreateDatabase() => TestDatabase.CopyWithDemo();

    protected override void Configure(IWebHostBuilder host) => host.UseSetting("RateLimit:SecretsPerMinute", "100000");

    static int Setting(string name, int otherwise) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } given ? int.Parse(given, CultureInfo.InvariantCulture) : otherwise;

    [Test]
    public async Task Every_answer_to_every_oddity_is_one_that_the_contract_names()
    {
        var (requests, seed) = (Setting("FUZZ_REQUESTS", 2000), Setting("FUZZ_SEED", 20261201));
        var world = await FuzzWorld.Read(Sql);
        await SignInEverybody(world);
        var contract = new FuzzContract(await Document());
        var gun = new Gun(contract, world);
        var permissions = Services.GetRequiredService<EndpointDataSource>().Endpoints
            .Select(endpoint => endpoint.Metadata.GetMetadata<OperationMetadata>()).OfType<OperationMetadata>()
            .DistinctBy(o => o.Name).ToDictionary(o => o.Name, o => o.Permission.ToString());
        Assert.That(contract.Operations, Has.Count.GreaterThan(300));

        var (random, found, watch) = (new Random(seed), new SortedDictionary<string, string>(StringComparer.Ordinal), Stopwatch.StartNew());
        for (var i = 0; i < requests; i++)
        {
            var operation = contract.Operations[i % contract.Operations.Count];
            var shot = gun.Load(operation, Caller(permissions[operation.Name], random), random);
            if (await Judge(gun, shot) is { } fault && !found.ContainsKey($"{operation.Name} {fault.Kind}"))
                found[$"{operation.Name} {fault.Kind}"] = await Smallest(gun, shot, fault);
        }

        await TestContext.Out.WriteLineAsync($"{requests} requests from seed {seed} in {watch.Elapsed.TotalSeconds:0} s: "
            + string.Join(", ", _statuses.Select(s => $"{s.Value} × {s.Key}")));
        Assert.That(found.Values, Is.Empty, $"seed {seed}:\n{string.Join("\n\n", found.Values)}\n");
    }

    async Task SignInEverybody(FuzzWorld world)
    {
        foreach (var (name, account) in world.Accounts)
        {
            var http = As(account);
            var me = await http.GetAsync("/api/v1/me").Ok();
            _callers[name] = (http, [.. me["permissions"]!.AsArray().Select(p => (string)p!), nameof(Permission.Public)]);
        }

        Assert.That(_callers, Has.Count.GreaterThan(10));
        _callers[Nobody] = (Anonymous(), [nameof(Permission.Public)]);
    }

    /// <summary>Mostly somebody who may.</summary>
    string Caller(string permission, Random random)
    {
        var admitted = _callers.Where(c => c.Value.Permissions.Contains(permission)).Select(c => c.Key).ToArray();
        return random.GetItems(admitted.Length > 0 && random.Next(12) > 0 ? admitted : [.. _callers.Keys], 1)[0];
    }

    sealed record Fault(string Kind, string Story);

    async Task<Fault?> Judge(Gun gun, Shot shot)
    {
        using var patience = new CancellationTokenSource(Patience);
        using var request = gun.Request(shot);
        try
        {
            using var answer = await _callers[shot.Caller].Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, patience.Token);
            var status = (int)answer.StatusCode;
            _statuses[status] = _statuses.GetValueOrDefault(status) + 1;
            if (status >= 500 && status != 503) return new($"{status}", Failures.Last);
            if (!shot.Operation.Statuses.Contains(status)) return new($"undocumented {status}", await answer.Content.ReadAsStringAsync(patience.Token));
            if (!answer.Headers.Contains("X-Content-Type-Options") || answer.Headers.CacheControl is null) return new("headers", answer.Headers.ToString());
            if (status < 400) return null;
            var text = await answer.Content.ReadAsStringAsync(patience.Token);
            var isProblem = answer.Content.Headers.ContentType?.MediaType == "application/problem+json";
            return isProblem && (string?)JsonNode.Parse(text)!["code"] is { Length: > 0 } ? null : new($"no problem {status}", text);
        }
        catch (Exception failure) when (failure is not AssertionException)
        {
            return shot.Operation.Streams && failure is OperationCanceledException ? null : new(failure.GetType().Name, failure.ToString());
        }
    }

    async Task<string> Smallest(Gun gun, Shot shot, Fault fault)
    {
        for (var simpler = true; simpler;)
        {
            simpler = false;
            foreach (var candidate in shot.Simpler())
            {
                if (await Judge(gun, candidate) is not { } same || same.Kind != fault.Kind) continue;
                (shot, fault, simpler) = (candidate, same, true);
                break;
            }
        }

        using var request = gun.Request(shot);
        var body = request.Content is null ? "" : Encoding.UTF8.GetString(await request.Content.ReadAsByteArrayAsync());
        var story = string.Join("\n  ", fault.Story.Split('\n').Take(8));
        return $"{fault.Kind}: {shot}\n  {request.Method} {request.RequestUri} {(body.Length > 600 ? body[..600] + "…" : body)}\n  {story}";
    }

    async Task<JsonNode> Document()
    {
        await using var scope = Services.CreateAsyncScope();
        var document = await scope.ServiceProvider.GetRequiredKeyedService<IOpenApiDocumentProvider>("v1").GetOpenApiDocumentAsync();
        return JsonNode.Parse(await document.SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_1))!;
    }
}
