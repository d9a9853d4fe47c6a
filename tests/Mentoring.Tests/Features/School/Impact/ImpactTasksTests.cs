using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.School.Impact;

public sealed class ImpactTasksTests : ImpactTest
{
    [Test]
    public async Task A_measure_waits_for_whoever_is_asked_until_it_is_sent()
    {
        await Term(10, 200);
        Assert.That(await Waiting(Mentee), Does.Contain("ImpactBeforeDue").And.Not.Contain("ImpactAfterDue"));
        await Sent(Mentee, "Mentee", "Before", 3);
        Assert.That(await Waiting(Mentee), Does.Not.Contain("ImpactBeforeDue"));
        Assert.That(await Waiting(Mentor), Does.Contain("ImpactBeforeDue"));
        await Term(190, 10);
        Assert.That(await Waiting(Mentee), Does.Contain("ImpactAfterDue"));
    }

    [Test]
    public async Task A_day_that_one_side_named_waits_for_the_other()
    {
        await Term(60, 200);
        await Mentor.Put($"{Path}/{Program}/adaptations/{School.Mentee}", new { version = 0, adaptedOn = Today.AddDays(-5) }).Ok();
        Assert.That(await Waiting(Mentee), Does.Contain("AdaptationToAgree"));
        Assert.That(await Waiting(Mentor), Does.Not.Contain("AdaptationToAgree"));
        await Mentee.Put($"{Path}/{Program}/adaptations/{School.Mentee}", new { version = 1, adaptedOn = Today.AddDays(-5) }).Ok();
        Assert.That(await Waiting(Mentee), Does.Not.Contain("AdaptationToAgree"));
    }

    [Test]
    public async Task How_the_school_sees_itself_waits_for_who_leads_mentoring()
    {
        Assert.That(await Waiting(Curator), Does.Contain("SchoolImpactDue"));
        var year = Today.Month >= 9 ? Today.Year : Today.Year - 1;
        await Curator.Put(AtSchool("/school"), new { schoolYear = year, moment = "Before", version = 0, answers = Answers("School", 4) }).Ok();
        Assert.That(await Waiting(Curator), Has.Exactly(Today.Month is 5 or 6 or 7 or 8 ? 1 : 0).EqualTo("SchoolImpactDue"));
        Assert.That(await Waiting(Mentee), Does.Not.Contain("SchoolImpactDue"));
    }

    async Task<IEnumerable<string?>> Waiting(HttpClient person) => (await person.GetAsync("/api/v1/me/agenda").Ok())["tasks"]!.AsArray()
        .Where(task => task!["programId"] is null || (Guid?)task["programId"] == Program).Select(task => (string?)task!["kind"]);
}
