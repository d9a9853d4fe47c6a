using System.Text;
using System.Text.Json.Nodes;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.Common.Imports;

/// <summary>What the tests of schools' own staff lists share: sending one, matching it as proposed, checking and applying it.</summary>
public abstract class StaffListTest : ImportTest
{
    protected static Task<HttpResponseMessage> SendList(HttpClient client, Guid school, byte[] file, string name = "staff.xlsx") =>
        Send(client, $"{Imports}/staff-list?organizationId={school}&fileName={name}", file, "application/octet-stream");

    protected static byte[] Csv(params string[] lines) => Encoding.UTF8.GetBytes(string.Join("\r\n", lines));

    protected static async Task<Guid> SentList(HttpClient client, Guid school, byte[] file) => (Guid)(await SendList(client, school, file).Gives(202))["id"]!;

    protected static Task<JsonNode> Read(HttpClient client, Guid id, object? body = null) => client.Post($"{Imports}/{id}/read", body ?? new { }).Ok();

    /// <summary>As it was proposed, with the guesses taken and every question answered alike.</summary>
    protected static object Matching(JsonNode read, bool whole = false, bool same = true, string? leaveOut = null) => new
    {
        version = (int)read["version"]!,
        reading = new
        {
            sheet = (string)read["sheet"]!, headingLine = (int)read["headingLine"]!, isWhole = whole,
            columns = read["columns"]!.AsArray().Where(c => c!["field"] is not null).Select(c => new { at = (int)c!["at"]!, field = (string)c["field"]! }),
            answers = read["questions"]!.AsArray().Select(q => new { key = (string)q!["key"]!, isSame = same }),
        },
        positions = read["positions"]!.AsArray().Where(p => !(bool)p!["isAnswered"]!)
            .Select(p => new { written = (string)p!["written"]!, code = (string)p["written"]! == leaveOut ? null : (string?)p["guess"] }),
    };

    /// <summary>Sends a list, matches it as proposed and checks it.</summary>
    protected async Task<JsonNode> CheckedList(HttpClient client, Guid school, byte[] file, bool whole = false, bool same = true)
    {
        var id = await SentList(client, school, file);
        await client.Post($"{Imports}/{id}/match", Matching(await Read(client, id), whole, same)).Ok();
        await Check(id);
        return await Get(client, id);
    }

    protected async Task<JsonNode> AppliedList(HttpClient client, Guid school, byte[] file, bool whole = false, bool same = true)
    {
        var import = await CheckedList(client, school, file, whole, same);
        Assert.That((int)import["problems"]!, Is.Zero, (await Problems(client, import)).ToJsonString());
        await client.Post($"{Imports}/{import["id"]}/confirm", new { version = (int)import["version"]!, confirmMassChange = true }).Ok();
        await Apply((Guid)import["id"]!);
        return await Get(client, (Guid)import["id"]!);
    }
}
