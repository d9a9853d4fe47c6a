using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Dapper;
using Mentoring.Api.Platform;
using Mentoring.Tests.Support;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Mentoring.Tests.Features.Common.Identity;

/// <summary>A school in which people are invited, by mail or by a sheet, with a mail server that keeps what it is given.</summary>
public abstract partial class InvitationTest : IdentityTest
{
    protected const string Accounts = "/api/v1/accounts";

    protected SmtpSink Mail { get; } = new();

    protected Guid School { get; private set; }

    protected HttpClient Head { get; private set; } = null!;

    /// <summary>Somebody of the staff, who may be the second official.</summary>
    protected HttpClient Curator { get; private set; } = null!;

    protected override void Configure(IWebHostBuilder host)
    {
        base.Configure(host);
        host.UseSetting("Mail:Host", "127.0.0.1");
        host.UseSetting("Mail:Port", Mail.Port.ToString(CultureInfo.InvariantCulture));
        host.UseSetting("Mail:Security", "None");
        host.UseSetting("Mail:Address", "https://mentoring.example");
    }

    [OneTimeSetUp]
    public async Task OpenSchool()
    {
        School = await World.School();
        var (head, curator) = (await World.Teacher(School, "Директорова"), await World.Teacher(School, "Кураторова"));
        (Head, Curator) = (As(await World.Account(Role.Head, School, head)), As(await World.Account(Role.Curator, School, curator)));
    }

    [SetUp]
    public async Task EmptyMailboxes()
    {
        await Sql.ExecuteAsync("delete from outbox_message");
        Mail.Clear();
    }

    [OneTimeTearDown]
    public async Task CloseMail() => await Mail.DisposeAsync();

    /// <summary>A teacher whose address stands in the staff list since before the caller came.</summary>
    protected async Task<Guid> Teacher(string? email = null, string? by = null, string name = "Орлова")
    {
        var person = await World.Teacher(School, name);
        await Sql.ExecuteAsync("update person set email = @email, email_by = @by where id = @person", new { person, email, by });
        return person;
    }

    /// <summary>What the worker does moments after a commit.</summary>
    protected Task Drain() => Services.GetRequiredService<OutboxDrain>().Run(default);

    /// <summary>The texts that came to this address.</summary>
    protected async Task<List<string>> LettersTo(string address)
    {
        await Drain();
        return [.. Mail.Letters.Where(letter => letter.To == address).Select(letter => letter.Message.TextBody!)];
    }

    /// <summary>The token of the link in the newest letter to this address.</summary>
    protected async Task<string> TokenTo(string address) => Link().Match((await LettersTo(address)).Last(text => Link().IsMatch(text))).Groups[1].Value;

    protected Task<JsonNode> Invited(Guid person, string email, string delivery = "Mail") =>
        Head.Post(Accounts, new { email, personId = person, organizationId = School, delivery }).Gives(201);

    protected Task<HttpResponseMessage> HandOver(HttpClient official, JsonNode invited) =>
        official.Post($"/api/v1/invitations/{invited["invitationId"]}/hand-over", new { document = "Passport" });

    protected Task<HttpResponseMessage> SetPassword(string token, string? code = null, string password = Password) =>
        Anonymous().Post($"{Accounts}/password", new { token, password, code });

    protected async Task<bool> HasPassword(JsonNode invited) => await Sql.ExecuteScalarAsync<bool>(
        "select password_hash is not null from identity.account where id = @id", new { id = (Guid)invited["accountId"]! });

    [GeneratedRegex("https://mentoring.example/set-password#(\\S+)")]
    private static partial Regex Link();
}
