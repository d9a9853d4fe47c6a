using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Dapper;
using Mentoring.Api.Features.Common.Imports;
using Mentoring.Api.Platform;
using Mentoring.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Mentoring.Tests.Features.Common.Imports;

/// <summary>What the tests of imports share: the positions, sending files, and running the jobs by hand.</summary>
public abstract class ImportTest : ApiTest
{
    protected const string Imports = "/api/v1/imports";

    [OneTimeSetUp]
    public Task Dictionary() => Sql.ExecuteAsync("""
        insert into dictionary_entry (dictionary, code, name_ru, name_en, data) values
            ('position', 'teacher', 'Учитель', 'Teacher', '{"teaching": true}'),
            ('position', 'psychologist', 'Педагог-психолог', 'Psychologist', '{"teaching": true}'),
            ('position', 'head', 'Директор', 'Head', '{"teaching": false}')
        on conflict do nothing;
        update territory set subject_code = '69' where code = 'RU-TVE';
        """);

    protected async Task<(Guid School, HttpClient Curator)> School()
    {
        var school = await World.School();
        return (school, await As(Role.Curator, school));
    }

    protected static async Task<HttpResponseMessage> Send(HttpClient client, string path, byte[] body, string type = "application/zip")
    {
        using var content = new ByteArrayContent(body);
        content.Headers.ContentType = new MediaTypeHeaderValue(type);
        return await client.PostAsync(path, content);
    }

    protected static Task<HttpResponseMessage> Send(HttpClient client, Guid school, byte[] zip) =>
        Send(client, $"{Imports}/roster?organizationId={school}&fileName=roster.zip", zip);

    /// <summary>Sends a roster and checks it.</summary>
    protected async Task<JsonNode> Checked(HttpClient client, Guid school, byte[] zip)
    {
        var id = (Guid)(await Send(client, school, zip).Gives(202))["id"]!;
        await Check(id);
        return await Get(client, id);
    }

    /// <summary>Sends a roster, checks it, confirms and applies it.</summary>
    protected async Task<JsonNode> Applied(HttpClient client, Guid school, byte[] zip, bool skip = false, bool confirmMassChange = false)
    {
        var import = await Checked(client, school, zip);
        Assert.That((string?)import["status"], Is.EqualTo("Checked"), import.ToJsonString());
        await client.Post($"{Imports}/{import["id"]}/confirm", new { version = (int)import["version"]!, skipProblemRows = skip, confirmMassChange }).Ok();
        await Apply((Guid)import["id"]!);
        return await Get(client, (Guid)import["id"]!);
    }

    protected static Task<JsonNode> Get(HttpClient client, Guid id) => client.GetAsync($"{Imports}/{id}").Ok();

    protected static async Task<JsonArray> Problems(HttpClient client, JsonNode import) =>
        (await client.GetAsync($"{Imports}/{import["id"]}/problems?size=200").Ok())["items"]!.AsArray();

    protected async Task Check(Guid id)
    {
        await using var scope = Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<CheckImport>().Run(id, null, CancellationToken.None);
    }

    protected async Task Apply(Guid id)
    {
        await using var scope = Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<ApplyImport>().Run(id, null, CancellationToken.None);
    }

    protected static Task<HttpResponseMessage> Post(HttpClient client, string json) => Send(client, $"{Imports}/organizations", Encoding.UTF8.GetBytes(json),
        "application/json");

    protected async Task<JsonNode> Received(HttpClient client, string json)
    {
        var id = (Guid)(await Post(client, json).Gives(202))["id"]!;
        await Check(id);
        return await Get(client, id);
    }

    /// <summary>Sends a file of the register, checks it, and applies it if nothing is wrong with it.</summary>
    protected async Task<JsonNode> Taken(HttpClient client, string json)
    {
        var import = await Received(client, json);
        Assert.That((int)import["problems"]!, Is.Zero, (await Problems(client, import)).ToJsonString());
        await client.Post($"{Imports}/{import["id"]}/confirm", new { version = (int)import["version"]! }).Ok();
        await Apply((Guid)import["id"]!);
        return await Get(client, (Guid)import["id"]!);
    }

    protected Task<long> Working(Guid school) => Sql.ExecuteScalarAsync<long>(
        "select count(*) from employment where organization_id = @school and (ended_on is null or ended_on > current_date)", new { school });

    protected static string[] Codes(JsonArray problems) => [.. problems.Select(p => $"{p!["file"]}:{p["line"]} {p["field"]} {p["code"]}")];

    protected static (int Creates, int Updates, int Ends, int Unchanged) Counts(JsonNode import) =>
        ((int)import["creates"]!, (int)import["updates"]!, (int)import["ends"]!, (int)import["unchanged"]!);
}
