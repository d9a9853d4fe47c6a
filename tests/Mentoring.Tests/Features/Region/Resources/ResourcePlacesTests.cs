using Mentoring.Api.Features.Region.Resources;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.Region.Resources;

[Covers(nameof(OpenResourceRun), nameof(ReviseResourceRun), nameof(CallOffResourceRun), nameof(TakeResourcePlace), nameof(GiveUpResourcePlace),
    nameof(ListResourcePlaces))]
public sealed class ResourcePlacesTests : ResourcesTest
{
    [Test]
    public async Task A_teacher_takes_a_place_once_gives_it_back_and_takes_it_again()
    {
        var resource = await Added();
        var run = await Run(resource);
        for (var i = 0; i < 2; i++) await AsTeacher.Post(Place(resource, run, "take"), new { }).Ok();
        Assert.That(await TakenIn(run), Is.EqualTo(1));
        var read = await AsTeacher.GetAsync($"/api/v1/resources/{resource}").Ok();
        Assert.That(((bool)read["runs"]![0]!["hasPlace"]!, (int)read["runs"]![0]!["taken"]!), Is.EqualTo((true, 1)));
        var listed = (await CentreHead.GetAsync($"{Kept}/{resource}/runs/{run}/places").Ok())["items"]!.AsArray().Single()!;
        Assert.That(((Guid)listed["personId"]!, (string?)listed["personName"], (Guid)listed["organizationId"]!),
            Is.EqualTo((Teacher, "Смирнова Анна Петровна", School)));

        for (var i = 0; i < 2; i++) await AsTeacher.Post(Place(resource, run, "give-up"), new { }).Ok();
        Assert.That(await TakenIn(run), Is.Zero);
        await AsTeacher.Post(Place(resource, run, "take"), new { }).Ok();
        Assert.That(await TakenIn(run), Is.EqualTo(1));
    }

    [Test]
    public async Task However_many_ask_at_once_no_more_places_are_taken_than_there_are()
    {
        var resource = await Added();
        var run = await Run(resource, Days(places: 3));
        var teachers = new List<HttpClient>();
        for (var i = 0; i < 8; i++) teachers.Add(await Colleague());
        var answers = await Task.WhenAll(teachers.Select(one => one.Post(Place(resource, run, "take"), new { })));
        Assert.That(answers.Count(one => one.IsSuccessStatusCode), Is.EqualTo(3));
        Assert.That(await TakenIn(run), Is.EqualTo(3));
        await AsTeacher.Post(Place(resource, run, "take"), new { }).IsProblem(409, "resource.run-full");
        var read = await AsTeacher.GetAsync($"/api/v1/resources/{resource}").Ok();
        Assert.That((string?)read["runs"]![0]!["status"], Is.EqualTo("Full"));
    }

    [Test]
    public async Task A_run_that_is_closed_called_off_or_of_a_region_out_of_reach_gives_no_place()
    {
        var resource = await Added();
        var closed = await Run(resource, Days(apply: -1));
        await AsTeacher.Post(Place(resource, closed, "take"), new { }).IsProblem(409, "resource.run-closed");
        var run = await Run(resource);
        await (await Colleague(await SchoolElsewhere())).Post(Place(resource, run, "take"), new { }).IsProblem(404, "not-found");
        await AsTeacher.Post(Place(resource, run, "take"), new { }).Ok();
        await CentreHead.Post($"{Kept}/{resource}/runs/{run}/call-off", new { version = 1, reason = "Ремонт площадки" }).Ok();
        await (await Colleague()).Post(Place(resource, run, "take"), new { }).IsProblem(409, "resource.run-called-off");
        await CentreHead.Put($"{Kept}/{resource}/runs/{run}", new { version = 2, days = Days() }).IsProblem(409, "resource.run-called-off");
    }

    [Test]
    public async Task Whoever_has_a_place_is_told_of_other_days_and_of_the_end_and_of_nothing_else()
    {
        var resource = await Added();
        var run = await Run(resource);
        var account = await World.Account(await World.Teacher(School));
        await As(account).Post(Place(resource, run, "take"), new { }).Ok();
        await CentreHead.Put($"{Kept}/{resource}/runs/{run}", new { version = 1, days = Days(places: 5) }).Ok();
        Assert.That(await Told(account), Is.Empty, "more places are no news to whoever has one");
        await CentreHead.Put($"{Kept}/{resource}/runs/{run}", new { version = 2, days = Days(21) }).Ok();
        Assert.That(await Told(account), Is.EqualTo(new[] { "ResourceRunMoved" }));
        await CentreHead.Post($"{Kept}/{resource}/runs/{run}/call-off", new { version = 3, reason = "Ремонт площадки" }).Ok();
        Assert.That(await Told(account), Is.EqualTo(new[] { "ResourceRunDropped", "ResourceRunMoved" }));
    }

    [Test]
    public async Task A_run_has_days_to_come_and_no_fewer_places_than_are_taken()
    {
        var resource = await Added();
        await CentreHead.Post($"{Kept}/{resource}/runs", new { days = Days(-9, -2, -12) }).PointsTo("/days/endsOn", "resource.run-past");
        await CentreHead.Post($"{Kept}/{resource}/runs", new { days = Days(20, 20) }).PointsTo("/days/endsOn");
        await CentreHead.Post($"{Kept}/{resource}/runs", new { days = Days(apply: 21) }).PointsTo("/days/applyUntil");
        await CentreHead.Post($"{Kept}/{resource}/runs", new { days = Days(places: 0) }).PointsTo("/days/places");
        var run = await Run(resource);
        foreach (var one in (HttpClient[])[AsTeacher, await Colleague()]) await one.Post(Place(resource, run, "take"), new { }).Ok();
        await CentreHead.Put($"{Kept}/{resource}/runs/{run}", new { version = 1, days = Days(places: 1) })
            .PointsTo("/days/places", "resource.places-taken");
        await AsTeacher.GetAsync($"{Kept}/{resource}/runs/{run}/places").IsProblem(403, "permission.missing");
    }
}
