using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.Region.Tutors;

/// <summary>A tutor reads the routes of those whom the tutor accompanies, and no others.</summary>
public sealed class TutorRouteTests : TutorTest
{
    async Task<string> Route() => "/api/v1/routes/" + (string)(await Teacher.Post("/api/v1/routes",
        new { startsOn = $"{Today:O}", endsOn = $"{Today.AddYears(5):O}", image = "Учитель, к которому приходят за советом" }).Gives(201))["id"]!;

    [Test]
    public async Task A_tutor_reads_a_route_from_the_teachers_consent_to_the_end_and_not_a_request_longer()
    {
        var route = await Route();
        await Tutor.GetAsync(route).IsProblem(404, "not-found");
        var id = await Begun();
        await Tutor.GetAsync(route).Ok();
        await As((await Worker("Другова")).Account).GetAsync(route).IsProblem(404, "not-found");
        await CentreHead.Post($"{Tutoring_}/{id}/end", new { version = 2, reason = "Маршрут завершён" }).Ok();
        await Tutor.GetAsync(route).IsProblem(404, "not-found");
    }

    [Test]
    public async Task A_route_that_begins_later_is_the_tutors_to_read_at_once()
    {
        await Begun();
        await Tutor.GetAsync(await Route()).Ok();
    }
}
