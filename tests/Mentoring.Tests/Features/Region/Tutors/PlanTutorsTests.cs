using Dapper;
using Mentoring.Api.Features.Region.Tutors;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.Region.Tutors;

[Covers(nameof(PlanTutors))]
public sealed class PlanTutorsTests : TutorTest
{
    string Path => $"/api/v1/organizations/{Centre}/tutor-plan";

    [Test]
    public async Task Who_asked_comes_first_and_gets_whoever_helps_in_what_was_asked()
    {
        var (digital, _) = await Worker("Цифрова");
        await Registered(1, zones: ["methods"]);
        await Registered(1, digital, ["digital"]);
        var (asking, account) = await Somebody("Яшина");
        await As(account).Post(Own, new { bodyId = Centre, organizationId = School, areas = new[] { "digital" } }).Gives(201);
        await Somebody("Лишняя");
        var plan = await CentreHead.GetAsync(Path).Ok();
        Assert.That(((int)plan["teachers"]!, (int)plan["served"]!, (int)plan["noPlace"]!, (int)plan["nobodyFits"]!, (int)plan["places"]!),
            Is.EqualTo((3, 2, 1, 0, 2)));
        var first = plan["pairs"]![0]!;
        Assert.That(((Guid)first["teacherId"]!, (Guid)first["tutorId"]!, (bool)first["asked"]!, (int)first["zones"]!), Is.EqualTo((asking, digital, true, 50)));
        Assert.That(first["areas"]!.AsArray().Select(area => (string?)area), Is.EqualTo(new[] { "digital" }));
        Assert.That((int)(await CentreHead.GetAsync($"{Path}?asked=true").Ok())["teachers"]!, Is.EqualTo(1));

        var pairs = plan["pairs"]!.AsArray().Select(pair => new { teacherId = (Guid)pair!["teacherId"]!, tutorId = (Guid)pair["tutorId"]! });
        Assert.That((int)(await CentreHead.Post(Tutoring_, new { pairs }).Ok())["proposed"]!, Is.EqualTo(2));
        Assert.That((int)(await CentreHead.GetAsync(Path).Ok())["places"]!, Is.Zero);
    }

    [Test]
    public async Task Nobody_is_proposed_who_does_not_work_there()
    {
        await Registered(territories: ["28701000"]);
        var plan = await CentreHead.GetAsync(Path).Ok();
        Assert.That(((int)plan["served"]!, (int)plan["nobodyFits"]!), Is.EqualTo((0, 1)));
        await Sql.ExecuteAsync("update tutor set territories = array['28604000'] where body_id = @Centre", new { Centre });
        Assert.That((int)(await CentreHead.GetAsync(Path).Ok())["pairs"]![0]!["place"]!, Is.EqualTo(20));
    }

    [Test]
    public async Task It_is_the_centres_own_matter()
    {
        await Tutor.GetAsync(Path).IsProblem(403, "permission.missing");
        await (await As(Api.Platform.Role.CentreHead, await Body(kind: "Institute"))).GetAsync(Path).IsProblem(404, "not-found");
    }
}
