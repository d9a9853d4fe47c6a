using System.Text.Json.Nodes;

namespace Mentoring.Tests.Support;

/// <summary>The tasks of one kind that wait for a person.</summary>
static class Waiting
{
    public static async Task<List<JsonNode>> Tasks(this HttpClient person, string kind) =>
        [.. (await person.GetAsync("/api/v1/me/agenda").Ok())["tasks"]!.AsArray().Select(t => t!).Where(t => (string?)t["kind"] == kind)];

    /// <summary>The task that concerns this subject, and nothing when there is none.</summary>
    public static async Task<JsonNode?> Task(this HttpClient person, string kind, Guid subject) =>
        (await person.Tasks(kind)).SingleOrDefault(t => (Guid)t["subjectId"]! == subject);
}
