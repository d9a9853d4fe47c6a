using System.Text.Json.Nodes;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Architecture;

/// <summary>The few forms that lists and shapes of the contract have.</summary>
public sealed class ContractShapeTests : ApiTest
{
    const string OfThePerson = "one's own, or of one person: a handful";
    const string OfTheProgram = "of one program, or of one pair: a dozen";
    const string OfTheSchool = "of one school, whose staff or rooms or plans bound it";
    const string Country = "of the whole country, and as many as there are";
    const string Stated = "the most that come is said of it";

    /// <summary>Lists that are no pages, and what bounds each.</summary>
    static readonly Dictionary<string, string> Bounded = new()
    {
        ["ListMyRoleProposals"] = OfThePerson, ["ListMySessions"] = OfThePerson, ["ListWorkplaces"] = OfThePerson, ["ListMySeats"] = OfThePerson,
        ["ListMyPulses"] = OfThePerson, ["ListOwnReleases"] = OfThePerson, ["ListCasePlaces"] = OfThePerson, ["ListPracticeSchools"] = OfThePerson,
        ["ListOwnRoutes"] = OfThePerson, ["ListOwnImpact"] = OfThePerson,
        ["ListPlanVersions"] = OfTheProgram, ["ListProducts"] = OfTheProgram, ["ListProgramEvaluations"] = OfTheProgram,
        ["ListProgramPractices"] = OfTheProgram, ["ListOpinionHistory"] = OfTheProgram,
        ["ListRoleProposals"] = OfTheSchool, ["ListCoDraftings"] = OfTheSchool, ["ListProvisions"] = OfTheSchool, ["ListRoadmapTemplates"] = OfTheSchool,
        ["ListArbiters"] = OfTheSchool, ["ListPairs"] = OfTheSchool, ["ListReadiness"] = OfTheSchool, ["ListRooms"] = OfTheSchool,
        ["ListReleasedPeople"] = OfTheSchool, ["ListMatchCandidates"] = OfTheSchool,
        ["CountPrograms"] = "one for each status", ["CountPurposes"] = "one for each purpose", ["SumIncentives"] = "one for each function",
        ["ListTerritories"] = Country, ["ListDictionary"] = Country, ["ListCalendarDays"] = "the days of a year", ["ListIndicators"] = Country,
        ["ListDemoAccounts"] = "one for each role of the demo", ["ListRoomBookings"] = "of 31 days at most",
        ["ListStaffAccounts"] = Stated, ["ListInvitations"] = Stated, ["ListRolesToConfirm"] = Stated, ["ListClients"] = Stated, ["ListRegisterKinds"] = Stated,
        ["ListStaffEdits"] = Stated, ["ListFailedJobs"] = Stated, ["ListCouncilTasks"] = Stated, ["ListMyIncentives"] = Stated, ["ListPreparations"] = Stated,
        ["FindPracticeAuthors"] = Stated, ["GetPsychologyQueue"] = Stated, ["ListPulses"] = Stated, ["ListPsychologyTasks"] = Stated,
        ["ListMyTrainings"] = Stated, ["ListRisks"] = Stated, ["ListOwnMatchRequests"] = Stated,
        ["ListOwnMentorOffers"] = Stated, ["ListOwnOfferRequests"] = Stated, ["ListSupporters"] = Stated, ["ListTutorStaff"] = Stated,
        ["ListHelpBodies"] = Stated, ["ListHelpTargets"] = Stated, ["SuggestHelpArticles"] = Stated, ["SuggestRouteResources"] = Stated,
        ["ListConsultations"] = Stated,
        ["ListRouteDiagnoses"] = Stated, ["ListRouteGoals"] = Stated,
    };

    JsonNode _contract = null!;

    [OneTimeSetUp]
    public async Task Read()
    {
        // Endpoints reach the document when the first request has closed routing.
        await Anonymous().GetAsync("/health/live");
        _contract = JsonNode.Parse(await Anonymous().GetStringAsync("/openapi/v1.json"))!;
    }

    [Test]
    public void A_list_is_a_page_unless_something_bounds_it_and_an_object_where_something_stands_beside_it()
    {
        var (arrays, pages, wrong) = (new List<string>(), 0, new List<string>());
        foreach (var operation in Operations())
        {
            var name = (string)operation["operationId"]!;
            foreach (var shape in Answers(operation).Select(Resolved))
            {
                if ((string?)shape["type"] == "array") arrays.Add(name);
                if (shape["properties"]?["items"] is null) continue;
                string[] members = [.. shape["properties"]!.AsObject().Select(member => member.Key)];
                if (members is ["items", "next"]) pages++;
                else if (members.Contains("next") || members.Length == 1) wrong.Add($"{name}: {string.Join(", ", members)}");
            }
        }

        Assert.Multiple(() =>
        {
            Assert.That(wrong, Is.Empty);
            Assert.That(pages, Is.GreaterThan(30));
            Assert.That(arrays.Except(Bounded.Keys), Is.Empty, "what bounds it? else it is a page");
            Assert.That(Bounded.Keys.Except(arrays), Is.Empty, "no plain lists");
            foreach (var operation in Operations().Where(one => Bounded.GetValueOrDefault((string)one["operationId"]!) == Stated))
                Assert.That($"{operation["summary"]} {operation["description"]}", Does.Match(@"\b\d+\b"), (string)operation["operationId"]!);
        });
    }

    [Test]
    public void What_is_sent_is_closed_to_members_without_a_name_and_what_is_answered_alone_is_not()
    {
        var shapes = _contract["components"]!["schemas"]!.AsObject();
        var sent = new HashSet<string>();
        foreach (var body in Operations().Select(operation => operation["requestBody"]).OfType<JsonNode>()) Reach(body, sent);
        var closed = shapes.Where(shape => shape.Value!["properties"] is not null && shape.Key != "Problem")
            .ToLookup(shape => shape.Value!["additionalProperties"] is JsonValue no && !no.GetValue<bool>(), shape => shape.Key);
        Assert.That(sent, Has.Count.GreaterThan(200));
        Assert.That(closed[true].Except(sent), Is.Empty);
        Assert.That(closed[false].Intersect(sent), Is.Empty);
    }

    IEnumerable<JsonNode> Operations() => _contract["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject()).Select(method => method.Value!);

    static IEnumerable<JsonNode> Answers(JsonNode operation) => operation["responses"]!.AsObject().Where(answer => answer.Key.StartsWith('2'))
        .SelectMany(answer => answer.Value!["content"]?.AsObject() ?? []).Select(form => form.Value!["schema"]).OfType<JsonNode>();

    JsonNode Resolved(JsonNode shape) => (string?)shape["$ref"] is { } name ? _contract["components"]!["schemas"]![name.Split('/')[^1]]! : shape;

    void Reach(JsonNode node, HashSet<string> sent)
    {
        if (node is JsonObject { } shape && (string?)(shape["$ref"] as JsonValue) is { } name && name.Contains("/schemas/", StringComparison.Ordinal)
            && sent.Add(name.Split('/')[^1])) Reach(Resolved(shape), sent);
        foreach (var inner in node switch { JsonObject all => all.Select(member => member.Value), JsonArray list => list, _ => [] })
            if (inner is not null) Reach(inner, sent);
    }
}
