using System.Globalization;
using Mentoring.Api.Features.School.Programs;
using Mentoring.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Mentoring.Tests.Features.School.Programs;

[Covers(nameof(RevokeConsent))]
public sealed class RevokeConsentTests : ProgramTest
{
    [Test]
    public async Task A_program_in_force_ends_after_three_working_days_and_not_before()
    {
        var id = await Active();
        var state = await Mentee.Post($"{Path}/{id}/consents/revoke", new { reason = "Перехожу в другую школу" }).Ok();
        var until = DateOnly.Parse((string)state["noticeUntil"]!, CultureInfo.InvariantCulture);
        Assert.That(until, Is.EqualTo(Notice.Until(Now, await Calendar())));
        Assert.That((string?)state["status"], Is.EqualTo("Active"));

        var job = ActivatorUtilities.CreateInstance<EndNoticedPrograms>(Services);
        Clock.SetUtcNow(new DateTimeOffset(until.ToDateTime(new TimeOnly(20, 59)), TimeSpan.Zero));
        await job.Run(default);
        Assert.That(await Status(id), Is.EqualTo("Active"), "23:59 in Tver is still the last day");

        Clock.Advance(TimeSpan.FromMinutes(2));
        await job.Run(default);
        var ended = await Read(id);
        Assert.That((string?)ended["status"], Is.EqualTo("EndedEarly"));
        Assert.That((string?)ended["finishReason"], Is.EqualTo("Перехожу в другую школу"));
    }

    [Test]
    public async Task Before_the_program_is_in_force_it_goes_back_to_the_draft_at_once()
    {
        var id = await BeforeHead();
        await Mentor.Post($"{Path}/{id}/consents/revoke", new { reason = "Не успеваю" }).Ok();
        Assert.That(await Status(id), Is.EqualTo("Draft"));
        await Mentor.Post($"{Path}/{id}/consents/revoke", new { reason = "Не успеваю" }).IsProblem(409, "consent.not-given");
    }

    [Test]
    public async Task Only_a_participant_revokes_and_says_why()
    {
        var id = await Active();
        await Mentee.Post($"{Path}/{id}/consents/revoke", new { reason = " " }).PointsTo("/reason");
        await Curator.Post($"{Path}/{id}/consents/revoke", new { reason = "x" }).IsProblem(403, "permission.missing");
        await Mentee.Post($"{Path}/{Guid.CreateVersion7()}/consents/revoke", new { reason = "x" }).IsProblem(404, "not-found");
    }
}
