using Mentoring.Api.Features.School.Matching;
using Mentoring.Api.Platform;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.School.Matching;

[Covers(nameof(GetMatchRun), nameof(GetRegionMatching), nameof(ProposeRegionMatches))]
public sealed class ProposeRegionMatchesTests : MatchTest
{
    const string Region = $"/api/v1/territories/{World.Region}/matching";

    [Test]
    public async Task A_region_finds_mentors_at_other_schools_and_reads_sums_alone()
    {
        var helping = await World.School("28701000");
        var mentor = await Mentor(name: "Дальняя", school: helping, area: "legal", remote: true);
        var mentee = await Mentee("legal", remote: true);
        var coordinator = await As(Role.RegionalCoordinator, World.Region);

        Clock.Advance(TimeSpan.FromMinutes(1));
        await coordinator.Post($"{Region}/runs").Gives(201);
        var answer = await coordinator.GetAsync(Region).Ok();
        var school = answer["schools"]!.AsArray().Single(one => (Guid)one!["organizationId"]! == School)!;
        Assert.That(((int)school["mentees"]!, (int)school["pairs"]!, (int)school["across"]!), Is.EqualTo((1, 1, 1)));
        var other = answer["schools"]!.AsArray().Single(one => (Guid)one!["organizationId"]! == helping)!;
        Assert.That((int)other["helps"]!, Is.EqualTo(1));
        Assert.That(answer.ToJsonString(), Does.Not.Contain("Дальняя").And.Not.Contain(mentee.ToString()));
        await coordinator.GetAsync(Path).IsProblem(403, "permission.missing");

        var runs = (await Board())["runs"]!.AsArray();
        var pair = (await Curator.GetAsync($"{Path}/runs/{runs.Single()!["id"]}").Ok())["pairs"]!.AsArray().Single()!;
        Assert.That(((Guid)pair["menteeId"]!, (Guid)pair["mentorId"]!, (string?)pair["mentorName"]), Is.EqualTo((mentee, mentor, "Дальняя Анна Петровна")));
    }

    [Test]
    public async Task A_pair_across_schools_is_asked_and_takes_the_mentors_place_there()
    {
        var helping = await World.School("28701000");
        var mentor = await Mentor(school: helping, area: "health", remote: true);
        var mentee = await Mentee("health", remote: true);
        await Curator.Post($"{Path}/requests", Pairs((mentee, mentor, null))).PointsTo("/pairs/0/mentorId", "match.person-unknown");

        Clock.Advance(TimeSpan.FromMinutes(1));
        await (await As(Role.RegionalCoordinator, World.Region)).Post($"{Region}/runs").Gives(201);
        var id = await Ask(mentee, mentor);
        await Answer(await AsPerson(mentor), id).Ok();
        await Answer(await AsPerson(mentee), id, version: 2).Ok();
        var board = await (await As(Role.Curator, helping)).GetAsync(Of(helping)).Ok();
        Assert.That((int)board["mentors"]![0]!["taken"]!, Is.EqualTo(1));
    }

    [Test]
    public async Task Only_the_regions_own_coordinator_asks()
    {
        await (await As(Role.RegionalCoordinator, World.OtherRegion)).Post($"{Region}/runs").Gives(404);
        await (await As(Role.RegionalCoordinator, World.OtherRegion)).GetAsync(Region).Gives(404);
        await (await As(Role.RegionalAnalyst, World.Region)).GetAsync(Region).IsProblem(403, "permission.missing");
        await Curator.Post($"{Region}/runs").IsProblem(403, "permission.missing");
    }
}
