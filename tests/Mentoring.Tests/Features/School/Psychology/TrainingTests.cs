using Mentoring.Api.Features.School.Psychology;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.School.Psychology;

[Covers(nameof(CancelTraining), nameof(HoldTraining), nameof(ListMyTrainings), nameof(ListTrainings), nameof(PlanTraining),
    nameof(ReviseTraining))]
public sealed class TrainingTests : PsychologyTest
{
    object Plan(TimeSpan ahead, params Guid[] people) => new
    {
        title = "Слышать друг друга", topic = "Empathy", about = "Практика активного слушания", startsAt = Clock.GetUtcNow().Add(ahead), durationMinutes = 90,
        place = "Кабинет психолога", people,
    };

    async Task<Guid> Planned() => (Guid)(await Psychologist.Post($"{Work}/trainings", Plan(TimeSpan.FromHours(2), School.Mentor, School.Mentee))
        .Gives(201))["id"]!;

    [Test]
    public async Task Those_invited_see_it_and_attendance_is_recorded()
    {
        var id = await Planned();
        var mine = (await Mentee.GetAsync("/api/v1/me/trainings").Ok()).AsArray().Single(t => (Guid)t!["id"]! == id)!;
        Assert.That((string?)mine["attendance"], Is.EqualTo("Invited"));
        var held = new { version = 1, attended = new[] { School.Mentee }, outcome = "Пары попробовали приёмы" };
        await Psychologist.Post($"{Work}/trainings/{id}/hold", held).IsProblem(409, "training.not-begun");
        Clock.Advance(TimeSpan.FromHours(4));
        await Psychologist.Post($"{Work}/trainings/{id}/hold", held).Ok();
        var people = (await Psychologist.GetAsync($"{Work}/trainings").Ok())["items"]!.AsArray().Single(t => (Guid)t!["id"]! == id)!["people"]!.AsArray();
        Assert.That(people.ToDictionary(p => (Guid)p!["personId"]!, p => (string?)p!["attendance"]),
            Is.EquivalentTo(new Dictionary<Guid, string?> { [School.Mentor] = "Absent", [School.Mentee] = "Attended" }));
        await Psychologist.Post($"{Work}/trainings/{id}/cancel", new { version = 2, reason = "x" }).IsProblem(409, "training.not-planned");
    }

    [Test]
    public async Task A_plan_changes_and_is_called_off()
    {
        var id = await Planned();
        await Psychologist.Put($"{Work}/trainings/{id}", new { version = 1, plan = Plan(TimeSpan.FromHours(5), School.Mentor) }).Ok();
        Assert.That((await Mentee.GetAsync("/api/v1/me/trainings").Ok()).AsArray().Select(t => (Guid)t!["id"]!), Does.Not.Contain(id));
        await Psychologist.Post($"{Work}/trainings/{id}/cancel", new { version = 2, reason = "Карантин" }).Ok();
        Assert.That((await Mentor.GetAsync("/api/v1/me/trainings").Ok()).AsArray().Where(t => (Guid)t!["id"]! == id)
            .Select(t => (string?)t!["cancelReason"]), Is.EqualTo(new[] { "Карантин" }));
    }

    [Test]
    public async Task What_is_wrong_is_refused()
    {
        await Psychologist.Post($"{Work}/trainings", Plan(TimeSpan.FromHours(-1), School.Mentor)).PointsTo("/startsAt", "training.in-the-past");
        await Psychologist.Post($"{Work}/trainings", Plan(TimeSpan.FromHours(1), Guid.NewGuid())).PointsTo("/people", "training.person-unknown");
        await Curator.Post($"{Work}/trainings", Plan(TimeSpan.FromHours(1), School.Mentor)).IsProblem(403, "permission.missing");
        await OtherPsychologist.Post($"{Work}/trainings", Plan(TimeSpan.FromHours(1), School.Mentor)).IsProblem(404, "not-found");
    }
}
