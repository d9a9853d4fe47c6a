using Dapper;
using Mentoring.Api.Features.Common.Notifications;
using Mentoring.Api.Features.School.Meetings;
using Mentoring.Api.Platform;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.Common.Notifications;

[Covers(nameof(ListNotifications))]
public sealed class ListNotificationsTests : NotificationTest
{
    [Test]
    public async Task The_other_side_is_told_of_a_meeting_and_whoever_planned_it_is_not()
    {
        var meeting = await Plan(TimeSpan.FromDays(3));

        var told = await Told(Mentee);
        Assert.That(told, Has.Count.EqualTo(1));
        await Assert.MultipleAsync(async () =>
        {
            Assert.That((string?)told[0]["kind"], Is.EqualTo("MeetingPlanned"));
            Assert.That((string?)told[0]["title"], Is.EqualTo("Первый год в школе"));
            Assert.That((string?)told[0]["about"], Is.EqualTo("Первый урок"));
            Assert.That((DateTime?)told[0]["startsAt"],
                Is.EqualTo(await Sql.QuerySingleAsync<DateTime>("select starts_at from meeting where id = @meeting", new { meeting })));
            Assert.That((string?)told[0]["path"], Is.EqualTo($"/programs/{Program}?tab=meetings"));
            Assert.That(await Told(Mentor), Is.Empty);
            Assert.That(await Told(Curator), Is.Empty);
        });
    }

    [Test]
    public async Task A_program_tells_each_in_turn_from_consent_to_approval()
    {
        var id = await Submitted();
        Assert.That(await Kinds(Mentor), Is.EqualTo(new[] { "ConsentRequested" }));
        await Consent(Mentor, id);
        Assert.That(await Kinds(Council), Is.Empty);
        await Consent(Mentee, id);
        Assert.That(await Kinds(Council), Is.EqualTo(new[] { "ProgramAwaitsCouncil" }));
        await Council.Post($"{Path}/{id}/decide-as-council", new { version = await Version(id), decision = "Approved" }).Ok();
        Assert.That(await Kinds(Head), Is.EqualTo(new[] { "ProgramAwaitsHead" }));
        Clock.Advance(TimeSpan.FromMinutes(1));
        await EndRunning();
        await Head.Post($"{Path}/{id}/decide-as-head", new { version = await Version(id), decision = "Approved" }).Ok();
        await Assert.MultipleAsync(async () =>
        {
            Assert.That(await Kinds(Mentee), Is.EqualTo(new[] { "ProgramActivated", "ConsentRequested" }));
            Assert.That(await Kinds(Curator), Is.EqualTo(new[] { "ProgramActivated" }));
        });
    }

    [Test]
    public async Task A_refusal_reaches_the_curator_without_the_persons_words()
    {
        var id = await Submitted();
        await Consent(Mentee, id, given: false, reason: "Личные обстоятельства");
        var told = await Told(Curator);
        Assert.That((string?)told.Single()["kind"], Is.EqualTo("ConsentRefused"));
        Assert.That(told.Single().ToJsonString(), Does.Not.Contain("обстоятельства"));
    }

    [Test]
    public async Task A_returned_program_reaches_its_curator()
    {
        var id = await BeforeCouncil();
        await Council.Post($"{Path}/{id}/decide-as-council", new { version = await Version(id), decision = "Returned", comment = "Уточните цели" }).Ok();
        Assert.That(await Kinds(Curator), Is.EqualTo(new[] { "ProgramReturned" }));
    }

    [Test]
    public async Task Whoever_is_given_a_role_is_told()
    {
        var account = await World.Account(await World.Teacher(School.Id));
        await Head.Post("/api/v1/role-assignments", new { accountId = account, role = "CouncilMember", organizationId = School.Id }).Gives(201);
        var told = await Told(As(account));
        Assert.That(((string?)told.Single()["kind"], (string?)told.Single()["path"]), Is.EqualTo(("RoleGranted", "/profile")));
    }

    [Test]
    public async Task A_meeting_is_reminded_of_once_the_day_before_and_anew_after_it_was_moved()
    {
        var meeting = await Plan(TimeSpan.FromDays(3));
        await Drain();
        await Sql.ExecuteAsync("delete from notification");
        await Run<RemindMeetings>(job => job.Run(default));
        Assert.That(await Kinds(Mentee), Is.Empty, "too early");

        Clock.Advance(TimeSpan.FromHours(50));
        await Run<RemindMeetings>(job => job.Run(default));
        await Run<RemindMeetings>(job => job.Run(default));
        Assert.That(await Kinds(Mentee), Is.EqualTo(new[] { "MeetingReminder" }));
        Assert.That(await Kinds(Mentor), Is.EqualTo(new[] { "MeetingReminder" }));
        await Run<RemindMeetings>(job => job.Run(default));

        await Mentor.Put($"/api/v1/meetings/{meeting}",
            new { version = 1, startsAt = Clock.GetUtcNow().AddHours(20), durationMinutes = 45, mode = "Online", topic = "Первый урок" }).Ok();
        await Run<RemindMeetings>(job => job.Run(default));
        Assert.That(await Kinds(Mentee), Is.EquivalentTo(new[] { "MeetingReminder", "MeetingMoved", "MeetingReminder" }));
    }

    [Test]
    public async Task An_event_that_comes_twice_is_told_once()
    {
        await Plan(TimeSpan.FromDays(4));
        await Drain();
        await Sql.ExecuteAsync("update outbox_message set processed_at = null where type = 'Happened'");
        Assert.That(await Told(Mentee), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task An_inbox_is_read_by_its_owner_alone_in_pages()
    {
        foreach (var days in (int[])[2, 3, 4]) await Plan(TimeSpan.FromDays(days));
        await Drain();
        var first = await Mentee.GetAsync($"{Inbox}?size=2&topic=Meetings").Ok();
        var second = await Mentee.GetAsync($"{Inbox}?size=2&topic=Meetings&cursor={Uri.EscapeDataString((string)first["next"]!)}").Ok();
        await Assert.MultipleAsync(async () =>
        {
            Assert.That(first["items"]!.AsArray(), Has.Count.EqualTo(2));
            Assert.That(second["items"]!.AsArray(), Has.Count.EqualTo(1));
            Assert.That(await Told(Mentee, "?topic=Imports"), Is.Empty);
            Assert.That(await Told(Stranger), Is.Empty);
            Assert.That(await Told(As(await World.Account(Role.Head, School.Id))), Is.Empty);
        });
        await Anonymous().GetAsync(Inbox).Gives(401);
        await Mentee.GetAsync($"{Inbox}?size=0").IsProblem(400, "validation");
    }
}
