using System.Text.Json.Nodes;
using Dapper;
using Mentoring.Api.Features.Common.Identity;
using Mentoring.Api.Platform;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.Common.Identity;

[Covers(nameof(GetAccount), nameof(ListAccounts))]
public sealed class ListAccountsTests : AccountActsTest
{
    async Task<List<JsonNode>> List(HttpClient official, string query) =>
        [.. (await official.GetAsync($"{Accounts}?size=200&{query}").Ok())["items"]!.AsArray().Select(one => one!)];

    static List<Guid> Ids(IEnumerable<JsonNode> rows) => [.. rows.Select(row => (Guid)row["id"]!)];

    [Test]
    public async Task Somebody_is_found_by_name_by_mail_and_by_the_place_of_a_role()
    {
        var (id, email, _) = await Account("Берёзкина Ольга");
        Assert.That(Ids(await List(Administrator, "search=березк ольг")), Is.EqualTo(new[] { id }));
        Assert.That(Ids(await List(Administrator, $"search={email[..12]}")), Is.EqualTo(new[] { id }));
        Assert.That(await List(Administrator, "search=Берёзкин Иван"), Is.Empty);

        await World.Assign(id, Role.SiteEditor, Neighbour);
        var name = await Sql.ExecuteScalarAsync<string>("select name_short from organization where id = @Neighbour", new { Neighbour });
        Assert.That(Ids(await List(Administrator, $"search={Uri.EscapeDataString(name!)}")), Does.Contain(id));
        var row = (await List(Administrator, "search=березкина")).Single();
        Assert.That(row["roles"]!.AsArray().Select(role => ((string?)role!["role"], (string?)role["place"])), Is.EqualTo(new[] { ("SiteEditor", name) }));
        await Administrator.GetAsync($"{Accounts}?search={new string('а', 201)}").PointsTo("/search");
    }

    [Test]
    public async Task Each_state_is_told_and_filters()
    {
        var (active, without, locked, blocked) = (await Account("Состояний Активный"), await Account("Состояний Безролев"),
            await Account("Состояний Закрытый"), await Account("Состояний Заблокиров"));
        var never = await World.Account(await Teacher(name: "Состояний"));
        await Sql.ExecuteAsync("update identity.account set display_name = 'Состояний Невходив' where id = @never", new { never });
        foreach (var (id, _, _) in (ValueTuple<Guid, string, Guid>[])[active, locked, blocked]) await World.Assign(id, Role.SiteEditor, School);
        for (var attempt = 0; attempt < 5; attempt++) await Browser().SignIn(locked.Email, "not the password");
        await Head.Post(Act(blocked.Id, "block"), new { reason = "Other" }).Gives(204);

        foreach (var official in (HttpClient[])[Administrator, Head])
        {
            var states = (await List(official, "search=состояний")).ToDictionary(row => (Guid)row["id"]!, row => (string?)row["state"]);
            Assert.That(states, Is.EquivalentTo(new Dictionary<Guid, string?>
            {
                [active.Id] = "Active", [without.Id] = "WithoutRole", [locked.Id] = "LockedOut", [blocked.Id] = "Blocked", [never] = "NeverSignedIn",
            }));
            foreach (var (id, state) in states)
                Assert.That(Ids(await List(official, $"search=состояний&state={state}")), Is.EqualTo(new[] { id }), state);
        }

        Assert.That(Ids(await List(Head, "search=состояний&role=SiteEditor")), Has.Count.EqualTo(3));
        await Head.GetAsync($"{Accounts}?state=Asleep").Gives(400);
        await Head.GetAsync($"{Accounts}?size=0").PointsTo("/size");
    }

    [Test]
    public async Task A_head_sees_the_accounts_of_the_own_school_alone()
    {
        var (id, _, person) = await Account();
        var invited = (Guid)(await Invited(await Teacher("listed@school.example"), "listed@school.example"))["accountId"]!;
        var stranger = await World.Account(await World.Teacher(Neighbour));
        var seen = Ids(await List(Head, ""));
        Assert.That(seen, Does.Contain(id).And.Contain(invited).And.Not.Contain(stranger));
        await Head.GetAsync($"{Accounts}?organizationId={Neighbour}").IsProblem(404, "not-found");
        await Head.GetAsync($"{Accounts}/{stranger}").IsProblem(404, "not-found");
        await Curator.GetAsync(Accounts).IsProblem(403, "permission.missing");
        await Curator.GetAsync($"{Accounts}/{id}").IsProblem(403, "permission.missing");

        await Sql.ExecuteAsync("update employment set ended_on = '2024-01-01' where person_id = @person", new { person });
        Assert.That(Ids(await List(Head, "")), Does.Not.Contain(id));
        await Head.GetAsync($"{Accounts}/{id}").IsProblem(404, "not-found");
        Assert.That((string?)(await Of(Administrator, id))["name"], Is.EqualTo("Орлова"));
        Assert.That(Ids(await List(Administrator, $"organizationId={School}")), Does.Contain(invited).And.Not.Contain(stranger));
    }

    [Test]
    public async Task Pages_follow_one_another_without_a_gap()
    {
        for (var number = 0; number < 5; number++) await Account($"Страницын {number}");
        var (seen, cursor) = (new List<string?>(), "");
        do
        {
            var page = await Head.GetAsync($"{Accounts}?search=страницын&size=2&cursor={Uri.EscapeDataString(cursor)}").Ok();
            seen.AddRange(page["items"]!.AsArray().Select(row => (string?)row!["name"]));
            cursor = (string?)page["next"] ?? "";
        }
        while (cursor.Length > 0);
        Assert.That(seen, Is.EqualTo(Enumerable.Range(0, 5).Select(number => $"Страницын {number}")));
        await Head.GetAsync($"{Accounts}?cursor=made-up").PointsTo("/cursor", "cursor.invalid");
    }

    [Test]
    public async Task One_account_tells_its_roles_of_all_times_its_invitations_its_sessions_and_what_may_be_done()
    {
        var (id, email, _) = await Account();
        foreach (var (role, from, until) in (ValueTuple<string, string, string?>[])[
            ("SiteEditor", "2020-01-01", "2021-01-01"), ("UnionRepresentative", "2022-01-01", null), ("Curator", "2090-01-01", null)])
        {
            await Sql.ExecuteAsync("""
                insert into role_assignment (id, account_id, role, organization_id, region_code, started_on, ended_on, granted_by)
                select gen_random_uuid(), @id, @role, id, region_code, @from::date, @until::date, 'test' from organization where id = @School
                """, new { id, role, from, until, School });
        }

        await SignedIn(email);
        var one = await Of(Head, id);
        Assert.That(one["roles"]!.AsArray().Select(role => ((string?)role!["role"], (string?)role["standing"])),
            Is.EqualTo(new[] { ("Curator", "Planned"), ("UnionRepresentative", "Present"), ("SiteEditor", "Past") }));
        Assert.That(one["sessions"]!.AsArray(), Has.Count.EqualTo(1));
        Assert.That((DateTime?)one["signedInAt"], Is.Not.Null);
        Assert.That(Strings(one["acts"]), Is.EqualTo(new[] { "Block", "EndSessions", "SendPasswordLink" }));

        // What a head sees of somebody who reaches beyond the school.
        await World.Assign(id, Role.SiteEditor, Neighbour);
        var beyond = await Of(Head, id);
        Assert.That((Strings(beyond["acts"]), (string?)beyond["refusal"]), Is.EqualTo((new List<string?>(), "account.role-beyond")));
        Assert.That((beyond["sessions"]!.AsArray().Count, beyond["roles"]!.AsArray().Count), Is.EqualTo((0, 3)));
        Assert.That((await Of(Administrator, id))["roles"]!.AsArray(), Has.Count.EqualTo(4));
    }
}
