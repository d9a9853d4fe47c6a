using System.Net;
using System.Text.Json.Nodes;
using Dapper;
using Mentoring.Api.Platform;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Platform;

public sealed class IdempotencyTests : ProgramTest
{
    async Task<HttpResponseMessage> Create(string key, JsonObject plan, HttpClient? client = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Path) { Content = new StringContent(plan.ToJsonString(), null, "application/json") };
        request.Headers.Add(Idempotency.Header, key);
        return await (client ?? Curator).SendAsync(request);
    }

    Task<long> Programs(string title) => Sql.ExecuteScalarAsync<long>("select count(*) from program where title = @title", new { title });

    [Test]
    public async Task The_same_request_twice_answers_alike_and_happens_once()
    {
        var first = await Create("once", Plan(p => p["title"] = "Один раз")).Gives(201);
        var second = await Create("once", Plan(p => p["title"] = "Один раз")).Gives(201);
        Assert.That((string?)second["id"], Is.EqualTo((string?)first["id"]));
        Assert.That(await Programs("Один раз"), Is.EqualTo(1));
        Assert.That(await Sql.ExecuteScalarAsync<long>("select count(*) from audit_entry where program_id = @id", new { id = (Guid)first["id"]! }),
            Is.EqualTo(1));
    }

    [Test]
    public async Task A_key_is_not_reused_for_another_request()
    {
        await Create("reused", Plan()).Gives(201);
        await Create("reused", Plan(p => p["title"] = "Другая")).IsProblem(422, "idempotency.other-request");
        Assert.That(await Programs("Другая"), Is.Zero);
    }

    [Test]
    public async Task Another_callers_key_is_another_key()
    {
        await Create("shared", Plan(p => p["title"] = "Общий ключ")).Gives(201);
        await Create("shared", Plan(p => p["title"] = "Общий ключ"), await As(Role.Curator, School.Id)).Gives(201);
        Assert.That(await Programs("Общий ключ"), Is.EqualTo(2));
    }

    [Test]
    public async Task What_failed_leaves_the_key_free()
    {
        await Create("failed", Plan(p => p["formCode"] = "nothing")).IsProblem(400, "program.code-unknown");
        await Create("failed", Plan(p => p["title"] = "После ошибки")).Gives(201);
    }

    [Test]
    public async Task Requests_at_the_same_time_make_one_row()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Create("together", Plan(p => p["title"] = "Вместе"))));
        Assert.That(answers.Select(a => a.StatusCode), Is.All.AnyOf(HttpStatusCode.Created, HttpStatusCode.Conflict));
        Assert.That(answers.Select(a => a.StatusCode), Has.Some.EqualTo(HttpStatusCode.Created));
        Assert.That(await Programs("Вместе"), Is.EqualTo(1));
    }

    [Test]
    public async Task A_key_has_a_length() =>
        await Create(new string('k', 101), Plan()).IsProblem(400, "idempotency.key-too-long");
}
