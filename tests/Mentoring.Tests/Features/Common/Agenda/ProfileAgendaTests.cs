using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.Common.Agenda;

/// <summary>What people ask and state waits for the school, and comes back to them when it is returned.</summary>
public sealed class ProfileAgendaTests : ProfileTest
{
    [Test]
    public async Task A_learning_request_waits_for_the_school_and_returned_for_its_author()
    {
        var (person, author) = await Teacher("Заказова");
        var request = (Guid)(await author.Post(Of(person, "learning-requests"),
            new { text = new { needs = "Освоить смешанное обучение", difficulties = "", selfImage = "", toMentoring = true, toDevelopment = false } })
                .Gives(201))["id"]!;
        Assert.That(await Curator.Task("LearningToAnswer", request), Is.Null, "a draft is its author's alone");
        await author.Post($"/api/v1/learning-requests/{request}/submit", new { version = 1 }).Ok();
        var waits = (await Curator.Task("LearningToAnswer", request))!;
        Assert.That(((string?)waits["title"], (string?)waits["path"]), Is.EqualTo(("Освоить смешанное обучение", $"/school/{School.Id}/mentees/{person}")));
        Assert.That(await Stranger.Task("LearningToAnswer", request), Is.Null);

        await Curator.Post($"/api/v1/learning-requests/{request}/answer", new { version = 2, accepted = false, answer = "Уточните предмет" }).Ok();
        Assert.That(await Curator.Task("LearningToAnswer", request), Is.Null);
        Assert.That((string?)(await author.Task("LearningReturned", request))!["path"], Is.EqualTo("/my-profile?tab=request"));
    }

    [Test]
    public async Task A_stated_result_waits_for_the_school_until_it_is_confirmed()
    {
        await Mentor.Put(Of(School.Mentor, "mentor-profile"), Offer()).Ok();
        var result = (Guid)(await Mentor.Post(Of(School.Mentor, "mentor-profile/results"), Achievement()).Gives(201))["id"]!;
        Assert.That((string?)(await Head.Task("ResultToConfirm", result))!["title"], Is.EqualTo("Средний балл ЕГЭ"));
        Assert.That(await Mentor.Task("ResultToConfirm", result), Is.Null);
    }
}
