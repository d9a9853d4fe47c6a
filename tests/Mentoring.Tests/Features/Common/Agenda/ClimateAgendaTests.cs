using Mentoring.Tests.Features.School.Psychology;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.Common.Agenda;

/// <summary>What the psychologist asks of people: each sees only what they are invited to.</summary>
public sealed class ClimateAgendaTests : PsychologyTest
{
    [Test]
    public async Task A_pulse_waits_until_it_is_answered_or_over()
    {
        for (var i = 0; i < 4; i++) await World.Teacher(School.Id, $"Учителева{i}");
        var pulse = (Guid)(await Psychologist.Post($"{Work}/pulses",
            new { title = "Климат осенью", audience = "Staff", statements = new[] { "trust" }, closesOn = $"{Now.AddDays(7):O}" }).Gives(201))["id"]!;
        Assert.That((string?)(await Mentor.Task("PulseToAnswer", pulse))!["path"], Is.EqualTo("/support"));
        await Mentor.Post($"/api/v1/me/pulses/{pulse}/answer", new { scores = new[] { new { statement = "trust", value = 4 } } }).Gives(204);
        Assert.That(await Mentor.Task("PulseToAnswer", pulse), Is.Null);
        Assert.That(await Stranger.Task("PulseToAnswer", pulse), Is.Null);
        Clock.Advance(TimeSpan.FromDays(9));
        Assert.That(await Mentee.Task("PulseToAnswer", pulse), Is.Null);
    }

    [Test]
    public async Task A_training_within_two_weeks_waits_for_those_invited()
    {
        var near = await Plan(3);
        var far = await Plan(20);
        Assert.That((string?)(await Mentee.Task("TrainingAhead", near))!["title"], Is.EqualTo("Слышать друг друга"));
        Assert.That(await Mentee.Task("TrainingAhead", far), Is.Null);
        Assert.That(await Mentor.Task("TrainingAhead", near), Is.Null);

        async Task<Guid> Plan(int days) => (Guid)(await Psychologist.Post($"{Work}/trainings", new
        {
            title = "Слышать друг друга", topic = "Empathy", about = "Практика", startsAt = Clock.GetUtcNow().AddDays(days), durationMinutes = 90,
            place = "Кабинет", people = new[] { School.Mentee },
        }).Gives(201))["id"]!;
    }
}
