using System.Globalization;
using System.Net.Http.Headers;
using Dapper;
using Mentoring.Api.Features.Common.Identity;
using Mentoring.Api.Platform;
using Mentoring.Demo;
using Mentoring.Tests.Features.Common.Identity;
using Mentoring.Tests.Support;
using Npgsql;

namespace Mentoring.Tests.Integration;

/// <summary>The running product with the demo country, and clients of the people and systems in it.</summary>
public sealed class DemoProduct(Product product, string database) : IAsyncDisposable
{
    public Product Product => product;

    /// <summary>
    /// The showcase region in which "today" stays today while tests run: by UTC the day turns at 19:00 in Sverdlovsk and at 21:00
    /// in Tver. The third one, in Primorye, is of a school that has just begun, and has not what they look for.
    /// </summary>
    public string Region { get; } = IsLate ? "-tver" : "";

    /// <summary>There.</summary>
    public DateOnly Today { get; } = RegionTime.Today(IsLate ? "Europe/Moscow" : "Asia/Yekaterinburg", TimeProvider.System);

    /// <summary>Also where another month has begun there than in the federation's time, whose dashboards do not show it yet.</summary>
    static bool IsLate => DateTime.UtcNow.Hour is 18 or 19
        || RegionTime.Today("Asia/Yekaterinburg", TimeProvider.System).Month != RegionTime.Today(RegionTime.Federation, TimeProvider.System).Month;

    /// <summary>Away from the context of the test that asks first: others wait for it too, and that one may be over before.</summary>
    public static Task<DemoProduct> Start() => Task.Run(async () =>
    {
        var database = await TestDatabase.CopyWithDemo();
        var product = await Product.Start(database, ("Demo:Enabled", "true"));
        var demo = new DemoProduct(product, database);
        await demo.Summed();
        return demo;
    });

    /// <summary>All facts so far have reached the federation, so that what changes afterwards comes from the test.</summary>
    public async Task Summed()
    {
        await using var connection = new NpgsqlConnection(database);
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (await connection.ExecuteScalarAsync<bool>("""
            select exists (select from indicator_stale) or exists (select from indicator_upward) or not exists (select from territory_indicator)
            """))
        {
            Assert.That(limit.IsCancellationRequested, Is.False, "the indicators were not summed in time");
            await Task.Delay(250);
        }
    }

    public string Email(string role) => string.Create(CultureInfo.InvariantCulture, $"{role}{Region}@demo.example");

    /// <summary>A person of the showcase school, signed in as the web client signs people in.</summary>
    public Task<HttpClient> Person(string role) => SignedIn(Email(role));

    public async Task<HttpClient> SignedIn(string email)
    {
        using var handler = new HttpClientHandler { AllowAutoRedirect = false };
        using var browser = new HttpClient(handler) { BaseAddress = product.Address };
        var openId = new OpenIdClient(browser);
        return WithToken((string)(await openId.Tokens(email, DemoPeople.Password))["access_token"]!);
    }

    /// <summary>Somebody of the demo who had no account, known by the address: has one now, with the password of all.</summary>
    public async Task GiveAccount(string email)
    {
        await using var connection = new NpgsqlConnection(database);
        Assert.That(await connection.ExecuteAsync("""
            insert into identity.account (id, user_name, normalized_user_name, email, normalized_email, email_confirmed, password_hash, security_stamp,
                   person_id, display_name)
            select gen_random_uuid(), email, upper(email), email, upper(email), true, @Hash, gen_random_uuid()::text, id, person_name(person)
              from person where email = @email
            """, new { email, Hash = Accounts.Hash(DemoPeople.Password) }), Is.EqualTo(1));
    }

    /// <summary>A system with client credentials; its secret is the demo's password.</summary>
    public async Task<HttpClient> System(string client)
    {
        using var http = product.Client();
        var answer = await http.PostAsync("/connect/token", new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials", ["client_id"] = client, ["client_secret"] = DemoPeople.Password, ["scope"] = "mentoring",
        })).Ok();
        return WithToken((string)answer["access_token"]!);
    }

    public async ValueTask DisposeAsync()
    {
        await product.DisposeAsync();
        await TestDatabase.Drop(database);
    }

    HttpClient WithToken(string token)
    {
        var client = product.Client();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client;
    }
}
