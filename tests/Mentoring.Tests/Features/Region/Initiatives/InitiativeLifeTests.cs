using Dapper;
using Mentoring.Api.Features.Region.Initiatives;
using Mentoring.Api.Platform;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.Region.Initiatives;

[Covers(nameof(StartInitiative), nameof(ListInitiatives), nameof(GetInitiative), nameof(ReviseInitiative), nameof(OpenInitiative), nameof(BeginInitiative),
    nameof(CompleteInitiative), nameof(CloseInitiative), nameof(InviteToInitiative), nameof(OfferInitiative), nameof(AskToJoinInitiative),
    nameof(AnswerInitiativeInvitation), nameof(DecideInitiativeMember), nameof(LeaveInitiative), nameof(HandOverInitiative))]
public sealed class InitiativeLifeTests : InitiativesTest
{
    [Test]
    public async Task A_draft_is_its_leaders_alone_and_an_open_one_is_found_within_its_scope()
    {
        var id = await Started();
        await AsJoiner.GetAsync(At(id)).IsProblem(404, "not-found");
        Assert.That(await Titles(AsLeader, "own=true"), Is.EqualTo(new[] { "Читаем вместе" }));
        await AsLeader.Post(At(id, "/open"), new { version = 1 }).Ok();
        await AsLeader.Post(At(id, "/open"), new { version = 2 }).IsProblem(409, "initiative.not-now");
        Assert.That(await Titles(AsJoiner, "search=читать"), Is.EqualTo(new[] { "Читаем вместе" }), "words in any form");
        Assert.That(await Titles(AsJoiner, "search=плавание"), Is.Empty);
        Assert.That((await Titles(AsJoiner, "scope=Region"), await Titles(AsJoiner, "status=Running"), await Titles(AsJoiner, "area=legal")),
            Is.EqualTo((Array.Empty<string>(), Array.Empty<string>(), Array.Empty<string>())));
        var card = await Read(AsJoiner, id);
        Assert.That(((int)card["memberCount"]!, (bool)card["mayAsk"]!, card["people"]!.AsArray().Count, (string?)card["standing"]),
            Is.EqualTo((1, true, 0, null as string)));
    }

    [TestCase("Municipality", false, false), TestCase("Region", true, false), TestCase("Country", true, true)]
    public async Task How_far_it_is_told_of_is_its_scope(string scope, bool inTown, bool elsewhere)
    {
        var id = await Found(Card(scope: scope));
        var (town, far) = (await World.School("28701000"), await World.School("05701000", World.OtherRegion));
        var seen = new List<bool>();
        foreach (var school in (Guid[])[Neighbour, town, far])
            seen.Add((await Titles(await Colleague(school))).Count == 1);
        Assert.That(seen, Is.EqualTo(new[] { true, inTown, elsewhere }));
        if (!elsewhere) await (await Colleague(far)).Post(At(id, "/ask"), new { organizationId = far }).IsProblem(404, "not-found");
    }

    [TestCase("Municipality", "28701000", World.Region), TestCase("Region", "05701000", World.OtherRegion)]
    public async Task Nobody_is_in_it_from_beyond_its_scope(string scope, string territory, string region)
    {
        var id = await Found(Card(scope: scope));
        var far = await World.School(territory, region);
        await AsLeader.Post(At(id, "/offer"), new { version = 2, organizationIds = new[] { Neighbour, far } })
            .PointsTo("/organizationIds/1", "initiative.offer-beyond");
        await Sql.ExecuteAsync("""
            insert into employment (id, person_id, organization_id, region_code, position_code, is_main, is_teaching, started_on)
            select gen_random_uuid(), @Leader, id, region_code, 'teacher', false, true, '2020-09-01' from organization where id = @far
            """, new { Leader, far });
        await AsLeader.Post(At(id, "/invite"), new { organizationId = far, personIds = new[] { await World.Teacher(far, "Далёкая") } })
            .IsProblem(409, "initiative.beyond-scope");
        await AsLeader.Put(At(id), new { version = 2, card = Card(scope: "Country") }).Ok();
        await AsLeader.Post(At(id, "/offer"), new { version = 3, organizationIds = new[] { far } }).Ok();
        await AsLeader.Put(At(id), new { version = 4, card = Card(scope: scope) }).PointsTo("/card/scope", "initiative.scope-narrow");
    }

    [Test]
    public async Task One_by_invitation_is_read_where_it_was_offered_and_by_whom_the_leader_invites()
    {
        var id = await Found(Card(byInvitation: true));
        Assert.That(await Titles(AsJoiner), Is.Empty);
        await AsLeader.Post(At(id, "/offer"), new { version = 2, organizationIds = new[] { Guid.NewGuid() } })
            .PointsTo("/organizationIds/0", "initiative.organization-unknown");
        var head = await World.Account(Role.Head, Neighbour);
        await AsLeader.Post(At(id, "/offer"), new { version = 2, organizationIds = new[] { Neighbour } }).Ok();
        Assert.That(await Told(head), Is.EqualTo(new[] { "InitiativeForSchool" }));
        Assert.That(await Titles(AsJoiner), Has.Count.EqualTo(1));
        await AsJoiner.Post(At(id, "/ask"), new { organizationId = Neighbour }).Ok();

        var colleague = await World.Teacher(School, "Приглашённая");
        var account = await World.Account(colleague);
        Assert.That(await Titles(As(account)), Is.Empty);
        await AsLeader.Post(At(id, "/invite"), new { organizationId = School, personIds = new[] { Joiner } })
            .PointsTo("/personIds/0", "initiative.not-a-colleague");
        await AsLeader.Post(At(id, "/invite"), new { organizationId = School, personIds = new[] { colleague } }).Ok();
        Assert.That(await Told(account), Is.EqualTo(new[] { "InitiativeInvitation" }));
        await As(account).Post(At(id, "/answer"), new { yes = true }).Ok();
        Assert.That((int)(await Read(As(account), id))["memberCount"]!, Is.EqualTo(2));
        await As(account).Post(At(id, "/answer"), new { yes = false }).IsProblem(409, "initiative.member-not-now");
    }

    [Test]
    public async Task A_school_puts_its_people_forward_who_say_yes_before_the_leader_lets_them_in()
    {
        var id = await Found();
        var curator = await World.Teacher(Neighbour, "Кураторова");
        var asCurator = As(await World.Account(Role.Curator, Neighbour, curator));
        await AsJoiner.Post(At(id, "/invite"), new { organizationId = Neighbour, personIds = new[] { curator } }).IsProblem(403, "initiative.leader-only");
        await asCurator.Post(At(id, "/invite"), new { organizationId = Neighbour, personIds = new[] { Joiner } }).Ok();
        await asCurator.Post(At(id, "/invite"), new { organizationId = Neighbour, personIds = new[] { Joiner } }).IsProblem(409, "initiative.member-there");
        var member = (Guid)(await AsJoiner.Post(At(id, "/answer"), new { yes = true }).Ok())["id"]!;
        Assert.That(await Told(LeaderAccount), Does.Contain("InitiativeWish"));
        Assert.That((await Read(AsJoiner, id))["people"]!.AsArray(), Is.Empty, "not in it yet");
        await AsLeader.Post(At(id, $"/members/{member}/decide"), new { yes = false }).PointsTo("/reason");
        await AsLeader.Post(At(id, $"/members/{member}/decide"), new { yes = true }).Ok();
        Assert.That(await Told(JoinerAccount), Does.Contain("InitiativeLetIn"));
        Assert.That((await Read(AsJoiner, id))["people"]!.AsArray(), Has.Count.EqualTo(2));
    }

    [Test]
    public async Task The_leader_alone_leads_hands_over_and_may_then_leave()
    {
        var id = await Together();
        await AsJoiner.Post(At(id, "/begin"), new { version = 2 }).IsProblem(403, "initiative.leader-only");
        await AsLeader.Post(At(id, "/leave"), new { }).IsProblem(409, "initiative.leader-stays");
        var member = (Guid)(await Read(AsLeader, id))["people"]!.AsArray().Single(one => !(bool)one!["leads"]!)!["id"]!;
        var own = (Guid)(await Read(AsLeader, id))["people"]!.AsArray().Single(one => (bool)one!["leads"]!)!["id"]!;
        await AsLeader.Post(At(id, "/hand-over"), new { version = 2, memberId = own }).PointsTo("/memberId", "initiative.not-a-member");
        await AsLeader.Post(At(id, "/hand-over"), new { version = 2, memberId = member }).Ok();
        Assert.That(await Told(JoinerAccount), Does.Contain("InitiativeLed"));
        await AsLeader.Post(At(id, "/leave"), new { }).Ok();
        await AsJoiner.Post(At(id, "/begin"), new { version = 3 }).Ok();
        var left = await Read(AsLeader, id);
        Assert.That(((int)left["memberCount"]!, left["people"]!.AsArray().Count, (string?)left["status"]), Is.EqualTo((1, 0, "Running")));
    }

    [Test]
    public async Task It_is_completed_with_what_came_of_it_or_closed_with_why_and_takes_nothing_in_afterwards()
    {
        var (done, closed) = (await Together(), await Found(Card("Другая")));
        await AsLeader.Post(At(done, "/complete"), new { version = 2, outcome = "Рано" }).IsProblem(409, "initiative.not-now");
        await AsLeader.Post(At(done, "/begin"), new { version = 2 }).Ok();
        await AsLeader.Post(At(done, "/complete"), new { version = 2, outcome = "x" }).IsProblem(412, "version.stale");
        await AsLeader.Post(At(done, "/complete"), new { version = 3, outcome = "" }).PointsTo("/outcome");
        var task = await TaskIn(AsJoiner, done);
        await AsLeader.Post(At(done, "/complete"), new { version = 3, outcome = "Двенадцать уроков" }).Ok();
        await AsLeader.Post(At(closed, "/close"), new { version = 2, reason = "Нет времени" }).Ok();
        Assert.That(((string?)(await Read(AsJoiner, done))["outcome"], (string?)(await Read(AsJoiner, closed))["status"]),
            Is.EqualTo(("Двенадцать уроков", "Closed")));
        await AsJoiner.Post(At(done, "/entries"), new { text = "Поздно" }).IsProblem(409, "initiative.not-now");
        await AsJoiner.Post(At(closed, "/ask"), new { organizationId = Neighbour }).IsProblem(409, "initiative.not-now");
        Assert.That((string?)(await Read(AsLeader, done))["tasks"]!.AsArray().Single(one => (Guid)one!["id"]! == task)!["status"], Is.EqualTo("Dropped"));
    }

    [Test]
    public async Task What_is_said_of_it_is_checked_and_revised_by_the_version_seen()
    {
        await AsLeader.Post($"/api/v1/organizations/{School}/initiatives", new { card = Card(areas: ["unheard"]) })
            .PointsTo("/card/areas/0", "initiative.area-unknown");
        await AsLeader.Post($"/api/v1/organizations/{Neighbour}/initiatives", new { card = Card() }).IsProblem(404, "not-found");
        var id = await Found();
        await AsLeader.Put(At(id), new { version = 1, card = Card("Иначе") }).IsProblem(412, "version.stale");
        await AsLeader.Put(At(id), new { version = 2, card = Card("Иначе", "Region") }).Ok();
        Assert.That(await Titles(AsJoiner), Is.EqualTo(new[] { "Иначе" }));
    }
}
