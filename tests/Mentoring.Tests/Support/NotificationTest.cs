using System.Text.Json.Nodes;
using Dapper;
using Mentoring.Api.Platform;
using Microsoft.Extensions.DependencyInjection;

namespace Mentoring.Tests.Support;

/// <summary>What is given for tests about notifications: a program in force, and inboxes emptied before each test.</summary>
public abstract class NotificationTest : MeetingTest
{
    protected const string Inbox = "/api/v1/me/notifications";
    protected const string Settings = "/api/v1/me/notification-settings";

    [SetUp]
    public async Task EmptyInboxes()
    {
        await Drain();
        await Sql.ExecuteAsync("delete from notification; delete from notification_choice; delete from notification_setting; delete from outbox_message");
    }

    /// <summary>What the worker does moments after a commit.</summary>
    protected Task Drain() => Services.GetRequiredService<OutboxDrain>().Run(default);

    protected async Task<List<JsonNode>> Told(HttpClient reader, string query = "")
    {
        await Drain();
        return [.. (await reader.GetAsync($"{Inbox}{query}").Ok())["items"]!.AsArray().Select(item => item!)];
    }

    protected async Task<IEnumerable<string?>> Kinds(HttpClient reader) => (await Told(reader)).Select(item => (string?)item["kind"]);
}
