using Dapper;
using Mentoring.Api.Features.Common.People;
using Mentoring.Api.Features.Region.Routes;
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

    /// <summary>Whichever of the two jobs comes first.</summary>
    [TestCase(true), TestCase(false)]
    public async Task With_a_move_to_another_region_the_tutors_work_ends_and_the_route_is_read_no_more(bool followedFirst)
    {
        var id = await Begun();
        var route = await Route();
        await Tutor.GetAsync(route).Ok();
        await Sql.ExecuteAsync("""
            update employment set ended_on = @day where person_id = @TeacherId;
            insert into employment (id, organization_id, region_code, person_id, position_code, is_teaching, is_main, started_on)
            select gen_random_uuid(), id, region_code, @TeacherId, 'teacher', true, true, @day from organization where id = @far
            """, new { TeacherId, day = Today.AddDays(-20), far = await World.School("05701000", World.OtherRegion) });
        if (!followedFirst) await Run<MoveRoutes>(job => job.Run(default));
        await Run<FollowDepartures>(job => job.Run(default));
        if (followedFirst) await Run<MoveRoutes>(job => job.Run(default));
        Assert.That(await Sql.QueryAsync<string>("select error from due_failure"), Is.Empty);
        Assert.That(await Status(id), Is.EqualTo("Ended"));
        await Tutor.GetAsync(route).IsProblem(404, "not-found");
        Assert.That((string?)(await Teacher.GetAsync(route).Ok())["pasts"]![0]!["organizationName"], Is.Not.Empty);
        await Teacher.GetAsync($"/api/v1/tutoring/{id}").Ok();
    }
}
