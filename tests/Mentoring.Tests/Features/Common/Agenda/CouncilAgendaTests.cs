using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.Common.Agenda;

/// <summary>What the council's work asks of its members, and of nobody else.</summary>
public sealed class CouncilAgendaTests : CouncilTest
{
    [Test]
    public async Task A_vote_waits_for_those_present_who_have_not_voted()
    {
        var meeting = await InSession();
        var decision = await Proposed(meeting);
        Assert.That(await Members[0].Client.Task("VoteToCast", decision), Is.Null, "before the vote is open");
        await Chair.Client.Post($"/api/v1/council/decisions/{decision}/open-vote", new { version = 1 }).Ok();

        Assert.That((string?)(await Members[0].Client.Task("VoteToCast", decision))!["path"], Is.EqualTo($"/council/meetings/{meeting}"));
        await Members[0].Client.Put($"/api/v1/council/decisions/{decision}/vote", new { vote = "Abstained" }).Ok();
        Assert.That(await Members[0].Client.Task("VoteToCast", decision), Is.Null);
        Assert.That(await Members[1].Client.Task("VoteToCast", decision), Is.Not.Null);
        Assert.That(await Curator.Task("VoteToCast", decision), Is.Null);
    }

    [Test]
    public async Task A_meeting_ahead_waits_for_the_members_until_it_is_called_off()
    {
        var meeting = await Planned();
        Assert.That((string?)(await Members[2].Client.Task("CouncilMeetingAhead", meeting))!["title"], Is.EqualTo("Кабинет 7"));
        Assert.That(await Mentee.Task("CouncilMeetingAhead", meeting), Is.Null);
        await Chair.Client.Post($"/api/v1/council/meetings/{meeting}/cancel", new { version = 1, reason = "Карантин" }).Ok();
        Assert.That(await Members[2].Client.Task("CouncilMeetingAhead", meeting), Is.Null);
    }

    [Test]
    public async Task A_task_of_the_council_waits_for_two_weeks_before_its_day_and_is_late_after_it()
    {
        var near = await Set(10);
        var far = await Set(20);
        var due = (await Members[0].Client.Task("CouncilTaskDue", near))!;
        Assert.That(((string?)due["person"], (bool)due["overdue"]!), Is.EqualTo(("Первая", false)));
        Assert.That(await Members[0].Client.Task("CouncilTaskDue", far), Is.Null);
        Clock.Advance(TimeSpan.FromDays(11));
        Assert.That((bool)(await Members[0].Client.Task("CouncilTaskDue", near))!["overdue"]!, Is.True);
        await Chair.Client.Post($"/api/v1/council/tasks/{near}/finish", new { version = 1, status = "Done", result = "Сделано" }).Ok();
        Assert.That(await Members[0].Client.Task("CouncilTaskDue", near), Is.Null);

        async Task<Guid> Set(int days) => (Guid)(await Chair.Client.Post($"{OfSchool}/tasks",
            new { kind = "Material", title = "Найти кабинет", responsibleName = "Первая", dueOn = $"{Now.AddDays(days):O}" }).Gives(201))["id"]!;
    }

    [Test]
    public async Task A_proposed_incentive_waits_for_the_chair_alone()
    {
        await Active();
        var proposal = (Guid)(await Members[0].Client.Post($"{OfSchool}/incentives",
            new { personId = School.Mentor, kind = "NonMaterial", function = "Moral", incentive = "Благодарность", grounds = "Три новичка" })
                .Gives(201))["id"]!;
        Assert.That(await Chair.Client.Task("IncentiveToSupport", proposal), Is.Not.Null);
        Assert.That(await Members[0].Client.Task("IncentiveToSupport", proposal), Is.Null);
        Assert.That(await Head.Task("IncentiveToDecide", proposal), Is.Null, "before the council supports it");
    }

    [Test]
    public async Task A_case_waits_for_its_arbiters_and_for_no_other_member()
    {
        var id = (Guid)(await Mentee.Post("/api/v1/cases",
            new { organizationId = School.Id, kind = "Complaint", about = "Mentor", subject = "Наставник не приходит", statement = "Встречи не проводятся" })
                .Gives(201))["id"]!;
        Assert.That(await Chair.Client.Task("CaseToAssign", id), Is.Not.Null);
        Assert.That(await Mentee.Task("CaseToAssign", id), Is.Null);
        await Chair.Client.Put($"/api/v1/cases/{id}/arbiters", new { version = 1, personIds = new[] { Members[0].Person } }).Ok();
        Assert.That((string?)(await Members[0].Client.Task("CaseToHear", id))!["path"], Is.EqualTo($"/cases/{id}"));
        Assert.That(await Members[1].Client.Task("CaseToHear", id), Is.Null);
        Assert.That(await Chair.Client.Task("CaseToAssign", id), Is.Null);
    }
}
