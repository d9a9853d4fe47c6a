using Dapper;
using Mentoring.Api.Features.School.Councils;
using Mentoring.Api.Platform;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.School.Councils;

/// <summary>Membership: offered, agreed to, left.</summary>
[Covers(nameof(AnswerSeat), nameof(EndSeat), nameof(GetCouncil), nameof(InviteToCouncil), nameof(LeaveCouncil),
    nameof(ListMySeats))]
public sealed class InviteToCouncilTests : CouncilTest
{
    string Seats => $"{OfSchool}/seats";

    [Test]
    public async Task Nobody_sits_on_the_council_without_having_agreed_and_the_role_comes_with_the_seat()
    {
        var invited = await Colleague("Приглашённая");
        var id = await Invite(invited.Person);
        await invited.Client.GetAsync(OfSchool).IsProblem(403, "permission.missing");
        var mine = (await invited.Client.GetAsync("/api/v1/council/seats/mine").Ok()).AsArray();
        Assert.That(((string?)mine[0]!["status"], (string?)mine[0]!["chair"]), Is.EqualTo(("Invited", "Председателева Анна Петровна")));

        await invited.Client.Post($"/api/v1/council/seats/{id}/answer", new { version = 1, accepted = true }).Ok();
        Forget(invited);
        var council = await invited.Client.GetAsync(OfSchool).Ok();
        Assert.That(council["seats"]!.AsArray().Where(s => (string?)s!["status"] == "Held").Select(s => (string?)s!["name"]),
            Does.Contain("Приглашённая Анна Петровна"));

        await invited.Client.Post($"/api/v1/council/seats/{id}/leave", new { version = 2 }).Ok();
        Forget(invited);
        await invited.Client.GetAsync(OfSchool).IsProblem(403, "permission.missing");
    }

    [Test]
    public async Task An_invitation_is_declined_without_a_reason_or_taken_back_with_one()
    {
        var first = await Colleague("Отказалась");
        var declined = await Invite(first.Person);
        await first.Client.Post($"/api/v1/council/seats/{declined}/answer", new { version = 1, accepted = false }).Ok();
        await first.Client.Post($"/api/v1/council/seats/{declined}/answer", new { version = 2, accepted = true }).IsProblem(409, "council.seat-not-now");

        var withdrawn = await Invite((await Colleague("Отозвана")).Person);
        await Head.Post($"/api/v1/council/seats/{withdrawn}/end", new { version = 1, reason = "" }).PointsTo("/reason");
        Assert.That((string?)(await Head.Post($"/api/v1/council/seats/{withdrawn}/end", new { version = 1, reason = "Другая нагрузка" }).Ok())["status"],
            Is.EqualTo("Withdrawn"));
    }

    [Test]
    public async Task There_is_one_chair_at_a_time_even_when_two_agree_at_once()
    {
        await Curator.Post(Seats, new { personId = Members[0].Person, seat = "Chair" }).IsProblem(409, "council.chair-taken");

        var school = await World.School();
        var curator = await As(Role.Curator, school);
        var rivals = new List<(HttpClient Client, Guid Seat)>();
        foreach (var name in (string[])["Один", "Два"])
        {
            var person = await World.Teacher(school, name);
            var body = new { personId = person, seat = "Chair", basis = "Приказ № 14" };
            var seat = (Guid)(await curator.Post($"/api/v1/organizations/{school}/council/seats", body).Gives(201))["id"]!;
            rivals.Add((As(await World.Account(person)), seat));
        }

        foreach (var rival in rivals) await rival.Client.Post($"/api/v1/council/seats/{rival.Seat}/answer", new { version = 1, accepted = true }).Ok();
        var waiting = (await Sql.QueryAsync<Guid>("select id from role_proposal where organization_id = @school", new { school })).ToList();
        Assert.That(waiting, Has.Count.EqualTo(2));
        var region = await As(Role.RegionalCoordinator, World.Region);
        var answers = await Task.WhenAll(waiting.Select(id => region.Post($"/api/v1/role-proposals/{id}/decide", new { version = 1, confirmed = true })));
        Assert.That(answers.Select(a => (int)a.StatusCode).Order(), Is.EqualTo(new[] { 200, 409 }));
        foreach (var answer in answers) answer.Dispose();
    }

    [Test]
    public async Task A_member_who_becomes_chair_leaves_the_members_seat()
    {
        var school = await World.School();
        var curator = await As(Role.Curator, school);
        var person = await World.Teacher(school, "Выросла");
        var client = As(await World.Account(person));
        foreach (var seat in (string[])["Member", "Chair"])
        {
            var body = new { personId = person, seat, basis = "Приказ № 14" };
            var id = (Guid)(await curator.Post($"/api/v1/organizations/{school}/council/seats", body).Gives(201))["id"]!;
            await client.Post($"/api/v1/council/seats/{id}/answer", new { version = 1, accepted = true }).Ok();
        }

        Assert.That(await Seats(), Is.EquivalentTo(new[] { ("Chair", "Agreed"), ("Member", "Held") }), "a member until the chair is confirmed");
        await ConfirmRole(person);
        Assert.That(await Seats(), Is.EquivalentTo(new[] { ("Chair", "Held"), ("Member", "Ended") }));
        Assert.That(await Sql.QueryAsync<string>("""
            select r.role from role_assignment r join identity.account a on a.id = r.account_id where a.person_id = @person and r.ended_on is null
            """, new { person }), Is.EqualTo(new[] { "CouncilChair" }));

        async Task<IEnumerable<(string?, string?)>> Seats() => (await curator.GetAsync($"/api/v1/organizations/{school}/council").Ok())["seats"]!.AsArray()
            .Select(s => ((string?)s!["kind"], (string?)s["status"]));
    }

    [Test]
    public async Task Who_leads_the_school_neither_sits_by_the_own_word_nor_chairs()
    {
        var school = await World.School();
        var (head, curator) = (await World.Teacher(school, "Главная"), await World.Teacher(school, "Кураторова"));
        var (asHead, asCurator) = (As(await World.Account(Role.Head, school, head)), As(await World.Account(Role.Curator, school, curator)));
        var seats = $"/api/v1/organizations/{school}/council/seats";
        await asHead.Post(seats, new { personId = head, seat = "Chair", basis = "Приказ № 1" }).IsProblem(403, "council.own-seat");
        await asCurator.Post(seats, new { personId = curator, seat = "Member" }).IsProblem(403, "council.own-seat");
        await asHead.Post(seats, new { personId = curator, seat = "Chair", basis = "Приказ № 1" }).IsProblem(409, "assignment.kept-apart");
        await asHead.Post(seats, new { personId = await World.Teacher(school), seat = "Chair" }).PointsTo("/basis", "assignment.basis-needed");
        await asHead.Post(seats, new { personId = curator, seat = "Member" }).Gives(201);
    }

    [Test]
    public async Task A_chair_opens_no_case_before_the_region_has_confirmed_and_the_seat_goes_with_a_refusal()
    {
        var chosen = await Colleague("Избранная");
        await Sql.ExecuteAsync("update council_seat set status = 'Ended', ended_on = started_on where organization_id = @Id and seat = 'Chair'", School);
        try
        {
            var seat = await Invite(chosen.Person, "Chair");
            await chosen.Client.Post($"/api/v1/council/seats/{seat}/answer", new { version = 1, accepted = true }).Ok();
            Forget(chosen);
            await chosen.Client.GetAsync(OfSchool).IsProblem(403, "permission.missing");
            var id = await Sql.ExecuteScalarAsync<Guid>("select id from role_proposal where seat_id = @seat", new { seat });
            var region = await As(Role.RegionalCoordinator, World.Region);
            await region.Post($"/api/v1/role-proposals/{id}/decide", new { version = 1, confirmed = false, reason = "Нет приказа" }).Ok();
            Assert.That(await Sql.ExecuteScalarAsync<string>("select status from council_seat where id = @seat", new { seat }), Is.EqualTo("Declined"));

            var again = await Invite(chosen.Person, "Chair");
            await chosen.Client.Post($"/api/v1/council/seats/{again}/answer", new { version = 1, accepted = true }).Ok();
            await chosen.Client.Post($"/api/v1/council/seats/{again}/leave", new { version = 2 }).Ok();
            var waits = await Sql.ExecuteScalarAsync<string>("select status from role_proposal where seat_id = @again", new { again });
            Assert.That(waits, Is.EqualTo("Withdrawn"));
        }
        finally
        {
            await Sql.ExecuteAsync("""
                update council_seat set status = 'Held', ended_on = null where organization_id = @Id and person_id = @Person and seat = 'Chair'
                """, new { School.Id, Chair.Person });
        }
    }

    [Test]
    public async Task Who_may_call_whom()
    {
        await Curator.Post(Seats, new { personId = Members[0].Person, seat = "Member" }).IsProblem(409, "council.seat-taken");
        var invited = (await Colleague("Дважды")).Person;
        await Invite(invited);
        await Curator.Post(Seats, new { personId = invited, seat = "Member" }).IsProblem(409, "council.invited-already");
        await Curator.Post(Seats, new { personId = await World.Teacher(await World.School()), seat = "Member" })
            .PointsTo("/personId", "council.works-elsewhere");
        await Curator.Post(Seats, new { personId = invited, seat = "Member", basis = new string('x', 501) }).PointsTo("/basis");
        await Members[0].Client.Post(Seats, new { personId = invited, seat = "Member" }).IsProblem(403, "permission.missing");
        await Stranger.Post(Seats, new { personId = invited, seat = "Member" }).IsProblem(404, "not-found");
        await Stranger.GetAsync(OfSchool).IsProblem(404, "not-found");
    }

    [Test]
    public async Task Nobody_answers_or_leaves_for_somebody_else()
    {
        var id = await Invite((await Colleague("Третья сторона")).Person);
        await Members[0].Client.Post($"/api/v1/council/seats/{id}/answer", new { version = 1, accepted = true }).IsProblem(404, "not-found");
        await Chair.Client.Post($"/api/v1/council/seats/{id}/leave", new { version = 1 }).IsProblem(404, "not-found");
        await Stranger.Post($"/api/v1/council/seats/{id}/end", new { version = 1, reason = "x" }).IsProblem(404, "not-found");
        await Curator.Post($"/api/v1/council/seats/{id}/end", new { version = 9, reason = "x" }).IsProblem(412, "version.stale");
    }
}
