using System.Text.Json.Nodes;
using Mentoring.Api.Platform;
using Microsoft.Extensions.Time.Testing;

namespace Mentoring.Tests.Support;

/// <summary>A school with everybody whom a local act needs.</summary>
public abstract class ActTest : ApiTest
{
    protected FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero));

    protected override TimeProvider Time => Clock;

    protected Guid School { get; private set; }

    protected HttpClient Head { get; private set; } = null!;

    protected HttpClient Curator { get; private set; } = null!;

    protected HttpClient Union { get; private set; } = null!;

    protected HttpClient Mentee { get; private set; } = null!;

    /// <summary>The head of another school in another region.</summary>
    protected HttpClient Stranger { get; private set; } = null!;

    protected string Today => Day(0);

    /// <summary>So many days after today by the API's clock, at the school.</summary>
    protected string Day(int after) => $"{RegionTime.DayOf(Clock.GetUtcNow(), "Europe/Moscow").AddDays(after):O}";

    [OneTimeSetUp]
    public async Task OpenSchool()
    {
        School = await World.School();
        var (head, curator) = (await World.Account(Role.Head, School, await World.Teacher(School, "Руководителева")),
            await World.Account(Role.Curator, School, await World.Teacher(School, "Кураторова")));
        var (union, mentee) = (await World.Account(Role.UnionRepresentative, School, await World.Teacher(School, "Профсоюзова")),
            await World.Account(Role.Mentee, School, await World.Teacher(School, "Новичкова")));
        (Head, Curator, Union, Mentee) = (As(head), As(curator), As(union), As(mentee));
        Stranger = await As(Role.Head, await World.School("05701000", World.OtherRegion));
    }

    protected async Task<Guid> Draft(string kind = "Other", object? more = null)
    {
        var body = JsonNode.Parse(System.Text.Json.JsonSerializer.Serialize(more ?? new { }))!.AsObject();
        body["kind"] = kind;
        return (Guid)(await Curator.Post($"/api/v1/organizations/{School}/acts", body).Gives(201))["id"]!;
    }

    protected async Task<Guid> Agreed(string kind = "Other")
    {
        var id = await Draft(kind);
        await Curator.Post($"/api/v1/acts/{id}/agree", new { version = 1 }).Ok();
        return id;
    }

    int _number = 100;

    protected object Approval(int version, string? effectiveOn = null) =>
        new { version, number = $"{_number++}-од", signedOn = Today, effectiveOn = effectiveOn ?? Today };

    protected Task<JsonNode> Read(Guid id) => Curator.GetAsync($"/api/v1/acts/{id}").Ok();

    protected async Task<string> Status(Guid id) => (string)(await Read(id))["status"]!;

    protected static string[] Names(JsonNode? list) => [.. list!.AsArray().Select(one => (string)one!)];
}
