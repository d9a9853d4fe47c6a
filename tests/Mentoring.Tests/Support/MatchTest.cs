using System.Text.Json.Nodes;
using Dapper;
using Mentoring.Api.Platform;
using Microsoft.Extensions.Time.Testing;

namespace Mentoring.Tests.Support;

/// <summary>A school with mentors and mentees whose profiles a test knows.</summary>
public abstract class MatchTest : ApiTest
{
    protected FakeTimeProvider Clock { get; } = new(DateTimeOffset.UtcNow);

    protected override TimeProvider Time => Clock;

    protected Guid School { get; private set; }

    protected HttpClient Curator { get; private set; } = null!;

    protected string Path => Of(School);

    protected static string Of(Guid school) => $"/api/v1/organizations/{school}/matching";

    protected const string Own = "/api/v1/me/match-requests";

    /// <summary>Each test has a school of its own.</summary>
    [SetUp]
    public async Task OpenSchool()
    {
        School = await World.School();
        Curator = await As(Role.Curator, School);
    }

    protected async Task<Guid> Mentor(int places = 1, string area = "methods", string name = "Наставникова", Guid? school = null, bool remote = false)
    {
        var id = await World.Teacher(school ?? School, name);
        await Sql.ExecuteAsync("""
            insert into mentor_profile (organization_id, region_code, person_id, status, confirmed_on, capacity_programs, available_from, areas, remote)
            select id, region_code, @id, 'Confirmed', '2024-01-01', @places, '2024-01-01', array[@area], @remote from organization where id = @school
            """, new { id, places, area, remote, school = school ?? School });
        return id;
    }

    protected async Task<Guid> Mentee(string area = "methods", string name = "Новичкова", Guid? school = null, bool remote = false)
    {
        var id = await World.Teacher(school ?? School, name);
        await Sql.ExecuteAsync("""
            insert into mentee_profile (organization_id, region_code, person_id, remote) select id, region_code, @id, @remote from organization
                where id = @school;
            insert into mentee_difficulty (id, organization_id, region_code, person_id, position, area_code, text, level, noted_on)
            select gen_random_uuid(), id, region_code, @id, 1, @area, 'Трудность', 2, '2024-01-01' from organization where id = @school
            """, new { id, area, remote, school = school ?? School });
        return id;
    }

    /// <summary>A client of this person.</summary>
    protected async Task<HttpClient> AsPerson(Guid person) => As(await World.Account(person));

    protected async Task<Guid> Ask(Guid mentee, Guid mentor, Guid? group = null) =>
        (Guid)(await Curator.Post($"{Path}/requests", Pairs((mentee, mentor, group))).Ok())["ids"]![0]!;

    protected static object Pairs(params (Guid Mentee, Guid Mentor, Guid? Group)[] pairs) =>
        new { pairs = pairs.Select(pair => new { menteeId = pair.Mentee, mentorId = pair.Mentor, groupId = pair.Group }) };

    protected static Task<HttpResponseMessage> Answer(HttpClient person, Guid request, bool yes = true, int version = 1, string? reason = null) =>
        person.Post($"{Own}/{request}/answer", new { version, yes, reason });

    /// <summary>Both say yes.</summary>
    protected async Task<Guid> Pair(Guid mentee, Guid mentor)
    {
        var id = await Ask(mentee, mentor);
        await Answer(await AsPerson(mentee), id).Ok();
        await Answer(await AsPerson(mentor), id, version: 2).Ok();
        return id;
    }

    protected async Task<JsonNode> Request(Guid id) =>
        (await Curator.GetAsync($"{Path}/requests?size=200").Ok())["items"]!.AsArray().Single(one => (Guid)one!["id"]! == id)!;

    protected Task<JsonNode> Board() => Curator.GetAsync(Path).Ok();
}
