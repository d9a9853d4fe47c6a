using Mentoring.Api.Platform;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.People;

public sealed class GetPersonTests : ApiTest
{
    [Test]
    public async Task A_person_is_seen_where_they_work()
    {
        var school = await World.School();
        var teacher = await World.Teacher(school);
        var read = await (await As(Role.Curator, school)).GetAsync($"/api/v1/people/{teacher}").Ok();
        Assert.That((string?)read["familyName"], Is.EqualTo("Смирнова"));
        Assert.That((string?)read["employments"]![0]!["positionCode"], Is.EqualTo("teacher"));
        Assert.That(read["programs"]!.AsArray(), Is.Empty);
    }

    [Test]
    public async Task Nobody_is_seen_from_another_school()
    {
        var teacher = await World.Teacher(await World.School());
        await (await As(Role.Curator, await World.School())).GetAsync($"/api/v1/people/{teacher}").IsProblem(404, "not-found");
    }

    [Test]
    public async Task People_are_not_for_those_who_read_sums()
    {
        var teacher = await World.Teacher(await World.School());
        await (await As(Role.FederalAnalyst, "RU")).GetAsync($"/api/v1/people/{teacher}").IsProblem(403, "permission.missing");
    }
}
