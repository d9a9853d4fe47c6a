using Mentoring.Api.Features.School.Impact;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.School.Impact;

[Covers(nameof(SayAdapted))]
public sealed class AdaptationTests : ImpactTest
{
    Task<HttpResponseMessage> Say(HttpClient who, int version, int ago) =>
        who.Put($"{Path}/{Program}/adaptations/{School.Mentee}", new { version, adaptedOn = Today.AddDays(-ago) });

    [Test]
    public async Task It_holds_once_mentor_and_mentee_say_the_same_day()
    {
        await Term(100, 100);
        var said = await Say(Mentor, 0, 20).Ok();
        Assert.That(((bool)said["isAgreed"]!, (bool)said["saidByMentor"]!, (int)said["days"]!), Is.EqualTo((false, true, 80)));
        await Say(Mentor, 1, 20).IsProblem(409, "impact.same");
        await Say(Mentee, 0, 20).IsProblem(412, "version.stale");
        var other = await Say(Mentee, 1, 10).Ok();
        Assert.That(((bool)other["isAgreed"]!, (bool)other["saidByMentor"]!), Is.EqualTo((false, false)), "another day asks anew");
        Assert.That((bool)(await Say(Mentor, 2, 10).Ok())["isAgreed"]!, Is.True);
        var seen = (await Curator.GetAsync(At()).Ok())["adaptations"]![0]!;
        Assert.That(((int)seen["days"]!, (bool)seen["inPlan"]!, (bool)seen["isAgreed"]!), Is.EqualTo((90, true, true)));
    }

    [Test]
    public async Task A_day_lies_between_the_begin_and_today_and_is_said_by_the_pair()
    {
        await Term(30, 100);
        await Say(Mentee, 0, 31).IsProblem(400, "impact.adapted-on");
        await Say(Mentee, 0, -2).IsProblem(400, "impact.adapted-on");
        await Mentee.Put($"{Path}/{Program}/adaptations/{School.Mentor}", new { version = 0, adaptedOn = Today }).IsProblem(404, "not-found");
        await Say(Curator, 0, 5).IsProblem(403, "permission.missing");
        await Term(100, -10);
        Assert.That((bool)(await Say(Mentor, 0, 5).Ok())["inPlan"]!, Is.False);
        var task = (await Mentee.GetAsync("/api/v1/me/agenda").Ok())["tasks"]!.AsArray().Where(one => (Guid?)one!["programId"] == Program);
        Assert.That(task.Select(one => (string?)one!["kind"]), Does.Contain("AdaptationToAgree"));
    }
}
