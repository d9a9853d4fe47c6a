using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Mentoring.Tests.Support;

/// <summary>Reads answers, and says what came instead when they are not what a test expects.</summary>
public static class Answers
{
    public static async Task<JsonNode> Gives(this Task<HttpResponseMessage> sending, int status)
    {
        using var answer = await sending;
        var text = await answer.Content.ReadAsStringAsync();
        Assert.That((int)answer.StatusCode, Is.EqualTo(status), (int)answer.StatusCode == 500 ? Failures.Last : text);
        return text.Length > 0 && answer.Content.Headers.ContentType?.MediaType?.EndsWith("json", StringComparison.Ordinal) == true ? JsonNode.Parse(text)!
            : new JsonObject();
    }

    public static Task<JsonNode> Ok(this Task<HttpResponseMessage> sending) => sending.Gives(200);

    /// <summary>The answer is problem details with this status and this stable code.</summary>
    public static async Task<JsonNode> IsProblem(this Task<HttpResponseMessage> sending, int status, string code)
    {
        using var answer = await sending;
        var text = await answer.Content.ReadAsStringAsync();
        Assert.That((int)answer.StatusCode, Is.EqualTo(status), (int)answer.StatusCode == 500 ? Failures.Last : text);
        Assert.That(answer.Content.Headers.ContentType?.MediaType, Is.EqualTo("application/problem+json"));
        var problem = JsonNode.Parse(text)!;
        Assert.That((string?)problem["code"], Is.EqualTo(code), text);
        return problem;
    }

    /// <summary>A validation failure that points to this field.</summary>
    public static async Task PointsTo(this Task<HttpResponseMessage> sending, string pointer, string code = "validation")
    {
        var problem = await sending.IsProblem(400, code);
        Assert.That(problem["errors"]!.AsObject().Select(e => e.Key), Does.Contain(pointer), problem.ToJsonString());
    }

    public static Task<HttpResponseMessage> Post(this HttpClient client, string path, object? body = null) => client.PostAsJsonAsync(path, body ?? new { });

    public static Task<HttpResponseMessage> Put(this HttpClient client, string path, object body) => client.PutAsJsonAsync(path, body);
}
