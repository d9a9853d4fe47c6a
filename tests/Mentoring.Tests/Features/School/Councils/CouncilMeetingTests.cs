using Mentoring.Api.Features.School.Councils;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.School.Councils;

/// <summary>Meetings from the call to the minutes.</summary>
[Covers(nameof(AddAgendaItem), nameof(CancelCouncilMeeting), nameof(CastVote), nameof(CloseCouncilMeeting), nameof(CloseVote),
    nameof(GetCouncilMeeting), nameof(ListCouncilDecisions), nameof(ListCouncilMeetings), nameof(OpenCouncilMeeting),
    nameof(OpenVote), nameof(PlanCouncilMeeting), nameof(ProposeDecision), nameof(RecordAttendance),
    nameof(ReviseCouncilMeeting), nameof(TakeDecisionStep))]
public sealed class CouncilMeetingTests : CouncilTest
{
    [Test]
    public async Task A_meeting_goes_from_the_agenda_over_votes_to_numbered_minutes()
    {
        var id = await Planned();
        await Members[1].Client.Post($"/api/v1/council/meetings/{id}/agenda", new { kind = "Act", subject = "О проекте Положения", link = "/documents/1" })
            .Ok();
        await Chair.Client.Post($"/api/v1/council/meetings/{id}/open",
            new { version = 1, present = new[] { Chair.Person, Members[0].Person, Members[1].Person } }).Ok();
        var decision = await Adopted(id);
        var left = await Proposed(id, "Осталось предложением");

        var points = (await Read(Chair, id))["agenda"]!.AsArray();
        var closed = await Chair.Client.Post($"/api/v1/council/meetings/{id}/close", new
        {
            version = 2, secretaryName = "Первая А. П.", heard = new[] { new { agendaItemId = (Guid)points[0]!["id"]!, text = "Сообщение председателя" } },
        }).Ok();
        Assert.That((int)closed["number"]!, Is.GreaterThan(0));

        var minutes = await Read(Members[2], id);
        Assert.That(((string?)minutes["status"], minutes["steps"]!.AsArray().Count, (bool)minutes["hasQuorum"]!), Is.EqualTo(("Held", 0, true)));
        var first = minutes["agenda"]![0]!;
        Assert.That((string?)first["heard"], Is.EqualTo("Сообщение председателя"));
        Assert.That(first["decisions"]!.AsArray().Select(d => ((Guid)d!["id"]!, (string?)d["status"], (int?)d["votesFor"])),
            Is.EquivalentTo(new (Guid, string?, int?)[] { (decision, "Adopted", 3), (left, "Withdrawn", null) }));
        Assert.That(minutes["attendance"]!.AsArray().Count(m => (bool)m!["present"]!), Is.EqualTo(3));
        await Chair.Client.Post($"/api/v1/council/meetings/{id}/close", new { version = 3, secretaryName = "x", heard = Array.Empty<object>() })
            .IsProblem(409, "council.meeting-not-now");
    }

    [Test]
    public async Task Minutes_are_numbered_one_after_the_other()
    {
        var numbers = new List<int>();
        for (var i = 0; i < 2; i++)
        {
            var id = await InSession();
            numbers.Add((int)(await Chair.Client.Post($"/api/v1/council/meetings/{id}/close",
                new { version = 2, secretaryName = "x", heard = Array.Empty<object>() }).Ok())["number"]!);
        }

        Assert.That(numbers[1], Is.EqualTo(numbers[0] + 1));
    }

    [Test]
    public async Task Without_a_quorum_nothing_is_decided()
    {
        var id = await InSession(present: 2);
        var decision = await Proposed(id);
        await Chair.Client.Post($"/api/v1/council/decisions/{decision}/open-vote", new { version = 1 }).Ok();
        await Chair.Client.Post($"/api/v1/council/decisions/{decision}/close-vote", new { version = 2 }).IsProblem(409, "council.no-quorum");

        await Chair.Client.Put($"/api/v1/council/meetings/{id}/attendance", new { version = 2, present = Members.Prepend(Chair).Select(s => s.Person) }).Ok();
        await Chair.Client.Post($"/api/v1/council/decisions/{decision}/close-vote", new { version = 2 }).IsProblem(409, "council.votes-missing");
        await Chair.Client.Post($"/api/v1/council/meetings/{id}/close", new { version = 3, secretaryName = "x", heard = Array.Empty<object>() })
            .IsProblem(409, "council.vote-open");
    }

    [Test]
    public async Task A_tie_is_decided_by_the_chair_and_a_vote_may_change_while_it_is_open()
    {
        var id = await InSession(present: 4);
        var decision = await Proposed(id);
        await Members[0].Client.Put($"/api/v1/council/decisions/{decision}/vote", new { vote = "For" }).IsProblem(409, "council.vote-not-open");
        await Chair.Client.Post($"/api/v1/council/decisions/{decision}/open-vote", new { version = 1 }).Ok();
        await Chair.Client.Put($"/api/v1/council/decisions/{decision}/vote", new { vote = "Against" }).Ok();
        await Members[0].Client.Put($"/api/v1/council/decisions/{decision}/vote", new { vote = "Abstained" }).Ok();
        await Members[0].Client.Put($"/api/v1/council/decisions/{decision}/vote", new { vote = "For" }).Ok();
        await Members[1].Client.Put($"/api/v1/council/decisions/{decision}/vote", new { vote = "For" }).Ok();
        await Members[2].Client.Put($"/api/v1/council/decisions/{decision}/vote", new { vote = "Against" }).Ok();
        await Council.Put($"/api/v1/council/decisions/{decision}/vote", new { vote = "For" }).IsProblem(403, "caller.not-a-person");
        Assert.That((string?)(await Chair.Client.Post($"/api/v1/council/decisions/{decision}/close-vote", new { version = 2 }).Ok())["status"],
            Is.EqualTo("Rejected"));
    }

    [Test]
    public async Task An_adopted_decision_is_carried_out_or_revoked_with_a_word_why()
    {
        var decision = await Adopted(await InSession());
        await Chair.Client.Post($"/api/v1/council/decisions/{decision}/take-step", new { version = 3, step = "CarryOut" }).PointsTo("/note");
        await Chair.Client.Post($"/api/v1/council/decisions/{decision}/take-step", new { version = 3, step = "Adopt", note = "x" }).PointsTo("/step");
        await Members[0].Client.Post($"/api/v1/council/decisions/{decision}/take-step", new { version = 3, step = "Revoke", note = "x" })
            .IsProblem(403, "permission.missing");
        await Chair.Client.Post($"/api/v1/council/decisions/{decision}/take-step", new { version = 3, step = "CarryOut", note = "Исполнено" }).Ok();
        await Chair.Client.Post($"/api/v1/council/decisions/{decision}/take-step", new { version = 4, step = "Revoke", note = "x" })
            .IsProblem(409, "council.decision-not-now");
        var listed = (await Curator.GetAsync($"{OfSchool}/decisions?status=CarriedOut").Ok())["items"]!.AsArray();
        Assert.That(listed.Select(d => ((Guid)d!["id"]!, (string?)d["note"])), Does.Contain((decision, "Исполнено")));
    }

    [Test]
    public async Task A_planned_meeting_is_moved_or_called_off_and_listed_latest_first()
    {
        var (moved, off) = (await Planned(), await Planned());
        await Chair.Client.Put($"/api/v1/council/meetings/{moved}",
            new { version = 1, startsAt = Clock.GetUtcNow().AddDays(30), place = "Зал", agenda = new[] { new { kind = "Other", subject = "Разное" } } }).Ok();
        await Chair.Client.Post($"/api/v1/council/meetings/{off}/cancel", new { version = 1, reason = "Карантин" }).Ok();
        await Chair.Client.Post($"/api/v1/council/meetings/{off}/open", new { version = 2, present = Array.Empty<Guid>() })
            .IsProblem(409, "council.meeting-not-now");
        await Chair.Client.Put($"/api/v1/council/meetings/{moved}",
            new { version = 1, startsAt = Clock.GetUtcNow().AddDays(3), place = "Зал", agenda = new[] { new { kind = "Other", subject = "x" } } })
                .IsProblem(412, "version.stale");
        var page = await Members[0].Client.GetAsync($"{OfSchool}/meetings?size=1").Ok();
        Assert.That((Guid)page["items"]![0]!["id"]!, Is.EqualTo(moved));
        Assert.That((string?)page["next"], Is.Not.Null);
    }

    [Test]
    public async Task Each_command_has_its_locks()
    {
        var id = await Planned();
        await Chair.Client.Post($"{OfSchool}/meetings",
            new { startsAt = Clock.GetUtcNow().AddHours(-1), place = "x", agenda = new[] { new { kind = "Other", subject = "x" } } })
                .PointsTo("/startsAt", "council.meeting-in-the-past");
        await Chair.Client.Post($"{OfSchool}/meetings", new { startsAt = Clock.GetUtcNow().AddHours(1), place = "x", agenda = Array.Empty<object>() })
            .PointsTo("/agenda");
        await Chair.Client.Post($"/api/v1/council/meetings/{id}/agenda", new { kind = "Act", subject = "x", link = "https://elsewhere.example" })
            .PointsTo("/link");
        await Members[0].Client.Post($"{OfSchool}/meetings", Called()).IsProblem(403, "permission.missing");
        await Curator.Post($"/api/v1/council/meetings/{id}/agenda", new { kind = "Act", subject = "x" }).IsProblem(403, "permission.missing");
        await Stranger.GetAsync($"/api/v1/council/meetings/{id}").IsProblem(404, "not-found");
        await Stranger.GetAsync($"{OfSchool}/meetings").IsProblem(404, "not-found");
        await Chair.Client.Post($"/api/v1/council/meetings/{id}/decisions", new { agendaItemId = Guid.NewGuid(), text = "x" })
            .IsProblem(409, "council.not-in-session");
    }
}
