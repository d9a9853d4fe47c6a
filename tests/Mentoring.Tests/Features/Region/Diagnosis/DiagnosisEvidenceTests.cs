using System.Text;
using System.Text.Json.Nodes;
using Dapper;
using Mentoring.Api.Features.Region.Diagnosis;
using Mentoring.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Mentoring.Tests.Features.Region.Diagnosis;

[Covers(nameof(AddDiagnosisEvidence), nameof(GetDiagnosisEvidence), nameof(RemoveDiagnosisEvidence))]
public sealed class DiagnosisEvidenceTests : DiagnosisTest
{
    static async Task<HttpResponseMessage> Add(HttpClient who, Guid id, string area = "methods", string name = "конспект.txt")
    {
        using var form = new MultipartFormDataContent
        {
            { new ByteArrayContent(Encoding.UTF8.GetBytes("Конспект урока")), "file", name }, { new StringContent(area), "areaCode" },
        };
        return await who.PostAsync(At(id, "/evidence"), form);
    }

    static string Of(Guid id, Guid evidence) => At(id, $"/evidence/{evidence}");

    static async Task<JsonArray> Listed(HttpClient who, Guid id) => (await who.GetAsync(At(id)).Ok())["evidence"]!.AsArray();

    [Test]
    public async Task Whoever_reads_the_diagnosis_reads_its_files_and_nobody_else()
    {
        var id = await Begun();
        var file = Id(await Add(AsTeacher, id).Gives(201));
        await Fill(AsTeacher, id);
        var listed = (await Listed(AsTeacher, id)).Select(one => ((string?)one!["area"], (string?)one["name"]));
        Assert.That(listed, Is.EqualTo(new[] { ("methods", "конспект.txt") }));
        var served = await AsTeacher.GetAsync(Of(id, file));
        Assert.That(await served.Content.ReadAsStringAsync(), Is.EqualTo("Конспект урока"));
        Assert.That(served.Content.Headers.ContentDisposition!.DispositionType, Is.EqualTo("attachment"));
        await AsExpert.GetAsync(Of(id, file)).IsProblem(404, "not-found");
        Assert.That(await Seen(Expert), Is.EqualTo((0, 0)));
        await Share(id, [Expert], []);
        Assert.That((int)(await AsExpert.GetAsync(Of(id, file))).StatusCode, Is.EqualTo(200));
        Assert.That(await Seen(Expert), Is.EqualTo((1, 1)));
        await Share(id, [], []);
        await AsExpert.GetAsync(Of(id, file)).IsProblem(404, "not-found");
        await Add(AsTeacher, id).IsProblem(409, "diagnosis.not-now");
        await AsTeacher.DeleteAsync(Of(id, file)).IsProblem(409, "diagnosis.not-now");
    }

    [Test]
    public async Task What_is_removed_or_withdrawn_with_its_draft_is_kept_nowhere()
    {
        var id = await Begun();
        var (first, _) = (Id(await Add(AsTeacher, id).Gives(201)), await Add(AsTeacher, id, "legal").Gives(201));
        await AsTeacher.DeleteAsync(Of(id, first)).Ok();
        await AsTeacher.DeleteAsync(Of(id, first)).IsProblem(404, "not-found");
        Assert.That(await Listed(AsTeacher, id), Has.Count.EqualTo(1));
        await AsTeacher.Post(At(id, "/withdraw"), new { version = 1 }).Ok();
        Assert.That(await Kept(), Is.Zero);
    }

    [Test]
    public async Task An_experts_files_are_the_experts_until_the_view_is_done()
    {
        var id = await Begun(expert: Expert);
        await Add(AsTeacher, id).IsProblem(404, "not-found");
        var file = Id(await Add(AsExpert, id).Gives(201));
        Assert.That(await Listed(AsTeacher, id), Is.Empty);
        await AsTeacher.GetAsync(Of(id, file)).IsProblem(404, "not-found");
        await Fill(AsExpert, id);
        Assert.That(await Listed(AsTeacher, id), Has.Count.EqualTo(1));
    }

    [TestCase("no-such", "a.txt", "instrument.item-area")]
    [TestCase("legal", "a.exe", "file.type")]
    public async Task Another_area_or_kind_of_file_is_refused(string area, string name, string code) =>
        await Add(AsTeacher, await Begun(), area, name).IsProblem(400, code);

    [Test]
    public async Task The_database_lets_nobody_but_whoever_fills_in_a_draft_write_or_clear()
    {
        var id = await Begun();
        await Add(AsTeacher, id).Gives(201);
        await using (var app = await Scoped(Expert))
            Assert.That(await app.ExecuteAsync("delete from diagnosis_evidence"), Is.Zero);
        await Fill(AsTeacher, id);
        await using var own = await Scoped(Teacher);
        Assert.That(await own.ExecuteAsync("delete from diagnosis_evidence"), Is.Zero, "it is done");
        Assert.ThrowsAsync<PostgresException>(() => own.ExecuteAsync("delete from stored_file"));
        await own.ExecuteAsync("select evidence_files_drop(region_code, array[file_id]) from diagnosis_evidence");
        Assert.That(await Kept(), Is.EqualTo(1));
    }

    Task<long> Kept() => Sql.ExecuteScalarAsync<long>("select count(*) from stored_file where organization_id = @School and kind = 'Evidence'", new { School });

    async Task<(long Evidence, long Files)> Seen(Guid person)
    {
        await using var app = await Scoped(person);
        return await app.QuerySingleAsync<(long, long)>(
            "select (select count(*) from diagnosis_evidence), (select count(*) from stored_file where kind = 'Evidence')");
    }

    async Task<NpgsqlConnection> Scoped(Guid person)
    {
        var app = await Services.GetRequiredService<NpgsqlDataSource>().OpenConnectionAsync();
        await app.ExecuteAsync("select set_config('scope.person', @person, false), set_config('scope.permission', 'DiagnosisOwn', false)",
            new { person = $"{person}" });
        return app;
    }
}
