using System.Text.Json.Nodes;
using Dapper;
using Mentoring.Api.Platform;
using Mentoring.Tests.Integration.Fuzzing;
using Mentoring.Tests.Support;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;

namespace Mentoring.Tests.Architecture;

/// <summary>
/// What is asked or sent about the demo's showcase school, everybody of another region who holds the operation's permission
/// there is told that there is nothing; the very same request of the school's own people is looked at, which shows that it
/// named something.
/// </summary>
public sealed class ForeignOrganizationTests : ApiTest
{
    const int Tries = 12;
    const int Most = 60;
    const string ForEverybody = "the same for whoever has signed in: the public register, calendar and words";
    const string Sums = "sums, never persons: whoever watches any place compares it with every other";
    const string Exact = "takes what only a test of its own can know, and is refused there to strangers";

    const string Open = "what a body opens to the whole country; what it does not is no stranger's (ResourceMapTests, ResourcePlacesTests)";

    /// <summary>What does not answer strangers that there is nothing, or is not asked here so that it could, and why.</summary>
    static readonly Dictionary<string, string> Elsewhere = new()
    {
        ["GetInstrument"] = ForEverybody, ["GetOutsideTemplate"] = ForEverybody,
        ["GetTerritory"] = ForEverybody, ["ListDictionary"] = ForEverybody, ["GetOrganization"] = ForEverybody, ["GetCalendarYear"] = ForEverybody,
        ["GetTerritoryDashboard"] = Sums, ["ExportTerritoryIndicators"] = Sums,
        ["ListPracticeUses"] = "an empty list: of a practice's programs everybody sees those that they read (PracticeTests)",
        ["RevokeClient"] = "administrators alone, whom no place is foreign to; others are told so (RegisterClientTests)",
        ["AnswerRegisterKinds"] = Exact, ["ChangeOrganizationKind"] = Exact, ["ReviseProgram"] = Exact, ["DecideConsent"] = Exact,
        ["SettleConsent"] = Exact, ["SetOwnRelease"] = Exact, ["AddBody"] = Exact,
        ["GetResource"] = Open, ["TakeResourcePlace"] = Open, ["GiveUpResourcePlace"] = Open,
        ["AskForHelp"] = Exact, ["RateHelpArticle"] = "what is published for the country everybody rates (HelpArticleTests)",
        ["GetHelpArticle"] = "what is published for the country everybody reads (HelpArticleTests)",
    };

    readonly List<(HashSet<string> Permissions, HttpClient Http)> _own = [];
    readonly List<(IReadOnlySet<Permission> Permissions, HttpClient Http)> _strangers = [];
    FuzzWorld _world = null!;
    string[] _known = [];

    protected override Task<string> CreateDatabase() => TestDatabase.CopyWithDemo();

    [OneTimeSetUp]
    public async Task TwoRegions()
    {
        _world = await FuzzWorld.Read(Sql);
        foreach (var (_, account) in _world.Accounts)
        {
            var http = As(account);
            _own.Add(([.. (await http.GetAsync("/api/v1/me").Ok())["permissions"]!.AsArray().Select(one => (string)one!)], http));
        }

        _known = [.. (await Sql.QueryAsync<Guid>("""
            select id from program where organization_id = @School union all select person_id from employment where organization_id = @School
            """, new { _world.School })).Select(id => $"{id}")];
        var school = await World.School("05701000", World.OtherRegion);
        foreach (var role in Enum.GetValues<Role>().Where(role => role is <= Role.Mentee or >= Role.IntegratingSystem))
            _strangers.Add((Roles.Permissions[role], await As(role, school)));
        foreach (var role in (Role[])[Role.RegionalCoordinator, Role.RegionalAnalyst])
            _strangers.Add((Roles.Permissions[role], await As(role, World.OtherRegion)));
        _strangers.Add((Roles.Permissions[Role.MunicipalCoordinator], await As(Role.MunicipalCoordinator, "05701000")));
        var employee = As(await World.Account(await World.Teacher(school)));
        _strangers.Add((new HashSet<Permission>([.. Roles.OfEmployee, .. Roles.OfPerson, Permission.SignedIn]), employee));
        var pair = await Sql.QueryFirstAsync<Guid>("""
            select a.id from identity.account a join program_participant p on p.person_id = a.person_id
              join organization o on o.id = p.organization_id
             where o.region_code <> @Region and takes_part(p, now()) limit 1
            """, new { _world.Region });
        _strangers.Add((Roles.OfParticipant, As(pair)));
    }

    [Test]
    public async Task Nobody_of_another_region_is_told_of_what_the_schools_own_people_are()
    {
        await using var scope = Services.CreateAsyncScope();
        var document = await scope.ServiceProvider.GetRequiredKeyedService<IOpenApiDocumentProvider>("v1").GetOpenApiDocumentAsync();
        var contract = new FuzzContract(JsonNode.Parse(await document.SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_1))!);
        var gun = new Gun(contract, _world);
        var permissions = Services.GetRequiredService<EndpointDataSource>().Endpoints
            .Select(endpoint => endpoint.Metadata.GetMetadata<OperationMetadata>()).OfType<OperationMetadata>()
            .DistinctBy(one => one.Name).ToDictionary(one => one.Name, one => one.Permission);
        var random = new Random(20261129);
        var (told, open, shown) = (new List<string>(), new List<string>(), new List<string>());
        foreach (var operation in contract.Operations.Where(one => permissions[one.Name] != Permission.Public))
        {
            var (refused, proven) = (false, false);
            for (var i = 0; !proven && i < (refused ? Tries : Most); i++)
            {
                var shot = new Shot(operation, "", random.Next(), i % 2 == 1, []);
                var outside = await Outside(gun, shot, permissions[operation.Name]);
                told.AddRange(outside.Told);
                if (outside.Told.Count > 0) break;
                refused |= outside.Refused;
                proven = outside.Refused && await Inside(gun, shot, permissions[operation.Name], random);
            }

            if (proven) shown.Add(operation.Name);
            if (!refused && NamesSomething(operation) && Admitted(permissions[operation.Name]).Count > 0) open.Add(operation.Name);
        }

        await TestContext.Out.WriteLineAsync($"{shown.Count} of the operations were answered to the school's own people");
        Assert.Multiple(() =>
        {
            Assert.That(told, Is.Empty, $"told of a foreign organization:\n{string.Join('\n', told)}");
            Assert.That(open.Except(Elsewhere.Keys), Is.Empty, $"strangers were never told that there is nothing:\n{string.Join('\n', open)}");
            Assert.That(Elsewhere.Keys.Except(permissions.Keys), Is.Empty, "no operations");
            Assert.That(shown, Has.Count.GreaterThan(150));
        });
    }

    /// <summary>By its address.</summary>
    static bool NamesSomething(FuzzOperation operation) => operation.Parameters.Any(parameter => parameter.In == "path");

    static bool NamesARow(FuzzOperation operation) =>
        operation.Parameters.Any(parameter => parameter.In == "path" && (string?)parameter.Schema["format"] == "uuid");

    /// <summary>Nobody where only the federation and the administrators of the whole country are.</summary>
    List<(IReadOnlySet<Permission> Permissions, HttpClient Http)> Admitted(Permission permission) =>
        [.. _strangers.Where(one => one.Permissions.Contains(permission))];

    /// <summary>Whether everybody outside who is admitted was told that there is nothing, and what was told else.</summary>
    async Task<(bool Refused, List<string> Told)> Outside(Gun gun, Shot shot, Permission permission)
    {
        var (refused, told) = (true, new List<string>());
        var admitted = Admitted(permission);
        foreach (var (_, http) in admitted)
        {
            using var request = gun.Request(shot);
            using var answer = await Send(http, request, shot);
            var text = shot.Operation.Streams ? "" : await answer.Content.ReadAsStringAsync();
            var status = (int)answer.StatusCode;
            refused &= status == 404;
            var sent = $"{request.RequestUri} {(request.Content is null ? "" : await request.Content.ReadAsStringAsync())}";
            var isTold = NamesARow(shot.Operation) && !Elsewhere.ContainsKey(shot.Operation.Name) && status is (>= 200 and < 400) or 409 or 412;
            isTold |= Array.Exists(_known, id => text.Contains(id, StringComparison.Ordinal) && !sent.Contains(id, StringComparison.Ordinal));
            if (isTold || status >= 500)
                told.Add($"{shot.Operation} {request.Method} {request.RequestUri}: {status} {text[..Math.Min(400, text.Length)]}");
        }

        return (refused && admitted.Count > 0, told);
    }

    /// <summary>Whether somebody of the school is told anything but that there is nothing, or that nothing was understood.</summary>
    async Task<bool> Inside(Gun gun, Shot shot, Permission permission, Random random)
    {
        var admitted = _own.Where(one => one.Permissions.Contains($"{permission}") || permission == Permission.SignedIn).ToArray();
        random.Shuffle(admitted);
        foreach (var (_, http) in admitted.Take(4))
        {
            using var request = gun.Request(shot);
            using var answer = await Send(http, request, shot);
            if ((int)answer.StatusCode is >= 200 and < 400 or 409 or 412) return true;
        }

        return false;
    }

    static async Task<HttpResponseMessage> Send(HttpClient http, HttpRequestMessage request, Shot shot)
    {
        if (!shot.Operation.Streams) return await http.SendAsync(request);
        return await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
    }
}
