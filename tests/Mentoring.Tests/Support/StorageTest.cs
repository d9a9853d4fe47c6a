using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Dapper;
using Mentoring.Api.Platform;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Mentoring.Tests.Support;

/// <summary>Puts files, with quotas and room as a test says.</summary>
public abstract class StorageTest : ProgramTest
{
    protected const long Megabyte = 1024 * 1024;

    protected HttpClient Operator { get; private set; } = null!;

    protected string Usage => $"/api/v1/organizations/{School.Id}/storage";

    [OneTimeSetUp]
    public async Task Employ() => Operator = await As(Role.SystemAdministrator, "RU");

    [SetUp]
    public Task Empty() => Sql.ExecuteAsync("delete from program_product; delete from practice_material; delete from stored_file");

    [TearDown]
    public void Forget()
    {
        foreach (var setting in (string[])["Person", "Program", "Organization", "Capacity", "Reserve", "Floor"]) Set(setting, null);
    }

    /// <summary>What <c>Storage:…Megabytes</c> says from now on; null: as it comes.</summary>
    protected void Set(string setting, long? megabytes) =>
        Services.GetRequiredService<IConfiguration>()[$"Storage:{setting}Megabytes"] = megabytes?.ToString(CultureInfo.InvariantCulture);

    protected static async Task<HttpResponseMessage> Put(HttpClient who, Guid program, int kilobytes)
    {
        using var form = Form(kilobytes);
        return await who.PostAsync($"{Path}/{program}/products", form);
    }

    protected async Task<Guid> Draft(HttpClient who) => (Guid)(await who.Post($"/api/v1/organizations/{School.Id}/practices", new
    {
        title = "Парное посещение уроков", problem = "Трудно увидеть свой урок со стороны", description = "Пара посещает уроки друг друга и разбирает их.",
        results = "Планирование урока выросло", evidence = "Листы наблюдения",
        areas = new[] { "methods" }, topics = new[] { "teaching-methods" }, authorIds = Array.Empty<Guid>(),
    }).Gives(201))["id"]!;

    protected static async Task<HttpResponseMessage> Attach(HttpClient who, Guid practice, int kilobytes)
    {
        using var form = Form(kilobytes);
        return await who.PostAsync($"/api/v1/practices/{practice}/materials", form);
    }

    /// <summary>Bytes that are counted for it.</summary>
    protected async Task<long> Used(string owner, string id) => await Sql.ExecuteScalarAsync<long?>(
        "select bytes from storage_usage where organization_id = @School and owner = @owner and owner_id = @id", new { School = School.Id, owner, id }) ?? 0;

    protected Task<JsonNode> Room(HttpClient who, string where) => who.GetAsync($"/api/v1/storage/room?{where}").Ok();

    static MultipartFormDataContent Form(int kilobytes) => new()
    {
        { new ByteArrayContent([.. Enumerable.Repeat((byte)'a', kilobytes * 1024)]), "file", "план.txt" }, { new StringContent("План урока"), "title" },
    };

    /// <summary>A body of so many bytes of which none ever comes.</summary>
    protected sealed class Endless : HttpContent
    {
        readonly long _length;

        public Endless(long length)
        {
            _length = length;
            Headers.ContentType = MediaTypeHeaderValue.Parse("multipart/form-data; boundary=b");
        }

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => Task.Delay(Timeout.Infinite);

        protected override bool TryComputeLength(out long length)
        {
            length = _length;
            return true;
        }
    }
}
