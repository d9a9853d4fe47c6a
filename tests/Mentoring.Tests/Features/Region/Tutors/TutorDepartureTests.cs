using Dapper;
using Mentoring.Api.Features.Common.Organizations;
using Mentoring.Api.Features.Common.People;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.Region.Tutors;

/// <summary>What becomes of a tutor and a teacher when one of them leaves, or the school or the body comes to its end.</summary>
public sealed class TutorDepartureTests : TutorTest
{
    async Task Leave(Guid person)
    {
        await Sql.ExecuteAsync("update employment set ended_on = @day where person_id = @person", new { day = Today.AddDays(-20), person });
        await Run<FollowDepartures>(job => job.Run(default));
        Assert.That(await Sql.QueryAsync<string>("select due_failure::text from due_failure"), Is.Empty);
    }

    [Test]
    public async Task With_a_tutor_who_leaves_the_work_ends_and_the_teacher_is_free_for_another()
    {
        var tutoring = await Begun();
        await Leave(TutorId);
        Assert.That(await Status(tutoring), Is.EqualTo("Ended"));
        Assert.That(await Told(TeacherAccount), Does.Contain("TutoringOver"));
        Assert.That(await Told(CentreAccount), Does.Contain("TutoringOver"));
        Assert.That((await CentreHead.GetAsync($"{Registry}?former=true").Ok())["items"]!.AsArray(), Has.Count.EqualTo(1));
        var open = (await CentreHead.GetAsync($"/api/v1/organizations/{Centre}/tutorable?search=учител").Ok())["items"]!.AsArray();
        Assert.That(open, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task With_a_teacher_who_leaves_it_ends_and_what_waited_is_withdrawn()
    {
        var tutoring = await Begun();
        var (other, _) = await Somebody("Ждущая");
        var offer = await Proposed(other);
        await Leave(TeacherId);
        await Leave(other);
        Assert.That((await Status(tutoring), await Status(offer)), Is.EqualTo(("Ended", "Withdrawn")));
        Assert.That(await Told(TutorAccount), Does.Contain("TutoringOver"));
    }

    [TestCase(true), TestCase(false)]
    public async Task With_the_school_or_the_body_it_ends(bool ofSchool)
    {
        var tutoring = await Begun();
        var place = ofSchool ? School : Centre;
        await Sql.ExecuteAsync("update organization set version = 1 where id = @place", new { place });
        await Coordinator.Post($"/api/v1/organizations/{place}/end", new { version = 1, how = "Closed", on = $"{Today:O}", staff = "Release" }).Ok();
        await Sql.ExecuteAsync("update organization_handover set asked_at = asked_at - interval '1 hour' where organization_id = @place", new { place });
        await Run<SettleOrganization>(job => job.Run(default));
        Assert.That(await Status(tutoring), Is.EqualTo("Ended"));
    }
}
