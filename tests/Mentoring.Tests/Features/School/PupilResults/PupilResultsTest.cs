using System.Text.Json.Nodes;
using Dapper;
using Mentoring.Api.Features.Common.People;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.School.PupilResults;

/// <summary>A school whose teachers' pupils sit tests in the year before this one, all of whose days are past.</summary>
public abstract class PupilResultsTest : ProgramTest
{
    protected const string Results = "/api/v1/pupil-results";

    protected static int Year { get; } = SchoolYear.Of(Today) - 1;

    protected string AtSchool => $"/api/v1/organizations/{School.Id}/pupil-results";

    [OneTimeSetUp]
    public Task Words() => World.Dictionaries("subject", "olympiad-stage");

    [SetUp]
    public Task Clear() => Sql.ExecuteAsync("delete from pupil_result_change; delete from pupil_result; delete from import_problem; "
        + "update import set status = 'Cancelled' where status not in ('Applied', 'Failed')");

    protected static JsonObject Figure(int pupils = 26, int successful = 20, string? on = null, int? prizes = null) => new()
    {
        ["pupils"] = pupils, ["successful"] = successful, ["countedOn"] = on ?? $"{Year + 1}-05-15", ["prizes"] = prizes,
    };

    protected JsonObject Body(Action<JsonObject>? change = null)
    {
        var body = new JsonObject
        {
            ["personId"] = School.Mentee, ["schoolYear"] = Year, ["kind"] = "Vpr", ["subject"] = "mathematics", ["grade"] = 6, ["figure"] = Figure(),
        };
        change?.Invoke(body);
        return body;
    }

    protected async Task<Guid> Entered(HttpClient? who = null, Action<JsonObject>? change = null) =>
        (Guid)(await (who ?? Curator).Post(AtSchool, Body(change)).Gives(201))["id"]!;

    protected async Task<IReadOnlyList<JsonNode>> Seen(HttpClient who, string query = "") =>
        [.. (await who.GetAsync($"{Results}?{query}").Ok())["items"]!.AsArray().Select(one => one!)];

    protected static Task<HttpResponseMessage> Correct(HttpClient who, Guid id, int version, JsonObject figure) =>
        who.Put($"{Results}/{id}", new { version, figure, reason = "Уточнено по протоколу" });

    protected string OfSchool(string more = "") => $"view=School&organizationId={School.Id}&{more}";
}
