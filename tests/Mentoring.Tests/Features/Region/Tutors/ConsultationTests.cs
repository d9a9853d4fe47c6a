using Dapper;
using Mentoring.Api.Features.Common.Calendar;
using Mentoring.Api.Features.Region.Tutors;
using Mentoring.Api.Platform;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.Region.Tutors;

[Covers(nameof(PlanConsultation), nameof(RecordConsultation), nameof(CancelConsultation), nameof(CommentTutoring), nameof(ListTutees))]
public sealed class ConsultationTests : TutorTest
{
    object Planning(double hours = 24, string topic = "Первый шаг маршрута", string? link = "https://call.example/1", int minutes = 45) => new
    {
        startsAt = Time.GetUtcNow().AddHours(hours), durationMinutes = minutes, topic, place = "Кабинет 5", link,
    };

    async Task<Guid> Planned(Guid tutoring, double hours = 24) =>
        (Guid)(await Tutor.Post($"{At(tutoring)}/consultations", Planning(hours)).Gives(201))["id"]!;

    [Test]
    public async Task A_consultation_is_set_seen_by_both_and_recorded()
    {
        var tutoring = await Begun();
        var id = await Planned(tutoring);
        Assert.That(await Told(TeacherAccount), Does.Contain("ConsultationPlanned"));
        foreach (var side in (HttpClient[])[Tutor, Teacher])
        {
            Assert.That((string?)(await Read(side, tutoring))["consultations"]![0]!["place"], Is.EqualTo("Кабинет 5"));
            Assert.That((await side.Tasks("ConsultationAhead")).Single()["title"]!.GetValue<string>(), Is.EqualTo("Первый шаг маршрута"));
        }

        await Tutor.Post($"{At(tutoring)}/consultations/{id}/record", new { version = 1, held = true }).IsProblem(409, "consultation.not-begun");
        await Sql.ExecuteAsync("update consultation set starts_at = now() - interval '3 hours' where id = @id", new { id });
        Assert.That((await Tutor.Tasks("ConsultationToRecord")).Count, Is.EqualTo(1));
        Assert.That(await Teacher.Tasks("ConsultationToRecord"), Is.Empty);
        await Teacher.Post($"{At(tutoring)}/consultations/{id}/record", new { version = 1, held = true }).IsProblem(403, "tutoring.tutor-plans");
        await Tutor.Post($"{At(tutoring)}/consultations/{id}/record", new { version = 1, held = true, result = "Выбрали курс" }).Ok();
        await Tutor.Post($"{At(tutoring)}/consultations/{id}/record", new { version = 2, held = false }).IsProblem(409, "consultation.not-planned");
        var shown = (await Read(Teacher, tutoring))["consultations"]![0]!;
        Assert.That(((string?)shown["status"], (string?)shown["result"], (bool)shown["canRecord"]!), Is.EqualTo(("Held", "Выбрали курс", false)));
    }

    [Test]
    public async Task Either_calls_it_off_and_nobody_else_touches_it()
    {
        var tutoring = await Begun();
        var (first, second) = (await Planned(tutoring), await Planned(tutoring, 48));
        await Teacher.Post($"{At(tutoring)}/consultations/{first}/cancel", new { version = 2, reason = "Болею" }).Gives(412);
        await Teacher.Post($"{At(tutoring)}/consultations/{first}/cancel", new { version = 1, reason = "Болею" }).Ok();
        Assert.That(await Told(TutorAccount), Does.Contain("ConsultationCancelled"));
        foreach (var stranger in (HttpClient[])[await As(Role.Curator, School), As((await Somebody("Чужая")).Account)])
            await stranger.Post($"{At(tutoring)}/consultations/{second}/cancel", new { version = 1, reason = "Так" }).IsProblem(404, "not-found");
        await Tutor.Post($"{At(tutoring)}/consultations/{second}/cancel", new { version = 1, reason = "" }).PointsTo("/reason");
        await Tutor.Post($"{At(tutoring)}/consultations/{second}/cancel", new { version = 1, reason = "Совещание" }).Ok();
    }

    [Test]
    public async Task What_is_wrong_is_refused()
    {
        var tutoring = await Begun();
        var path = $"{At(tutoring)}/consultations";
        await Tutor.Post(path, Planning(-1)).PointsTo("/startsAt", "consultation.not-ahead");
        await Tutor.Post(path, new { startsAt = "2027-01-11T10:00:00", durationMinutes = 45, topic = "Без пояса" }).PointsTo("/startsAt", "request.unreadable");
        await Tutor.Post(path, Planning(24 * 400)).PointsTo("/startsAt", "consultation.not-ahead");
        await Tutor.Post(path, Planning(topic: "")).PointsTo("/topic");
        await Tutor.Post(path, Planning(link: "http://call.example")).PointsTo("/link");
        await Tutor.Post(path, Planning(minutes: 4)).PointsTo("/durationMinutes");
        await Teacher.Post(path, Planning()).IsProblem(403, "tutoring.tutor-plans");
        await (await As(Role.Curator, School)).Post(path, Planning()).Gives(403);
    }

    [Test]
    public async Task With_the_end_what_was_planned_is_off_and_the_tutor_reads_nothing_any_more()
    {
        var tutoring = await Begun();
        var id = await Planned(tutoring);
        await Tutor.Post($"{At(tutoring)}/comment", new { text = "Начинаем" }).Gives(201);
        await CentreHead.Post($"{Tutoring_}/{tutoring}/end", new { version = 2, reason = "Маршрут пройден" }).Ok();
        Assert.That(await Sql.QuerySingleAsync<string>("select status from consultation where id = @id", new { id }), Is.EqualTo("Cancelled"));
        await Tutor.GetAsync(At(tutoring)).IsProblem(404, "not-found");
        await Tutor.Post($"{At(tutoring)}/comment", new { text = "Ещё" }).IsProblem(404, "not-found");
        await Tutor.Post($"{At(tutoring)}/consultations", Planning()).IsProblem(404, "not-found");
        await Tutor.Post($"{At(tutoring)}/consultations/{id}/cancel", new { version = 2, reason = "Так" }).IsProblem(404, "not-found");
        await Teacher.Post($"{At(tutoring)}/comment", new { text = "Спасибо" }).IsProblem(409, "tutoring.not-at-work");
        Assert.That((await Tutor.GetAsync("/api/v1/me/tutees").Ok())["items"]!.AsArray(), Is.Empty);
        Assert.That((await Read(Teacher, tutoring))["comments"]!.AsArray(), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Tutor_teacher_and_curator_talk_to_one_another()
    {
        var tutoring = await Begun();
        var curator = await World.Account(Role.Curator, School);
        foreach (var who in (HttpClient[])[Tutor, Teacher, As(curator)]) await who.Post($"{At(tutoring)}/comment", new { text = "Сказано" }).Gives(201);
        await Tutor.Post($"{At(tutoring)}/comment", new { text = "" }).PointsTo("/text");
        await CentreHead.Post($"{At(tutoring)}/comment", new { text = "Сказано" }).IsProblem(403, "permission.missing");
        Assert.That((await Read(Teacher, tutoring))["comments"]!.AsArray().Select(one => (string?)one!["side"]),
            Is.EqualTo(new[] { "Tutor", "Teacher", "School" }));
        Assert.That(await Told(TeacherAccount), Does.Contain("TutoringNote"));
    }

    [Test]
    public async Task Those_come_first_who_need_the_tutor_next()
    {
        var first = await Begun();
        var (second, account) = await Somebody("Вторая");
        var other = await Proposed(second);
        await As(account).Post($"{Own}/{other}/answer", new { version = 1, yes = true }).Ok();
        await Proposed((await Somebody("Третья")).Person);
        await Planned(first);
        var tutees = (await Tutor.GetAsync("/api/v1/me/tutees").Ok())["items"]!.AsArray();
        Assert.That(tutees.Select(one => ((string?)one!["personName"])![..3]), Is.EqualTo(new[] { "Вто", "Учи", "Тре" }));
        Assert.That(tutees[1]!["nextConsultationAt"], Is.Not.Null);
        var page = await Tutor.GetAsync("/api/v1/me/tutees?size=1").Ok();
        page = await Tutor.GetAsync($"/api/v1/me/tutees?size=1&cursor={Uri.EscapeDataString((string)page["next"]!)}").Ok();
        Assert.That((Guid)page["items"]![0]!["id"]!, Is.EqualTo(first));
        Assert.That((await Tutor.GetAsync("/api/v1/me/tutees?search=втор").Ok())["items"]!.AsArray(), Has.Count.EqualTo(1));

        using var once = await Tutor.GetAsync("/api/v1/me/tutees");
        using var again = new HttpRequestMessage(HttpMethod.Get, "/api/v1/me/tutees");
        again.Headers.IfNoneMatch.Add(once.Headers.ETag!);
        using var same = await Tutor.SendAsync(again);
        Assert.That((int)same.StatusCode, Is.EqualTo(304));
    }

    [Test]
    public async Task It_stands_in_the_calendars_of_both()
    {
        await Planned(await Begun());
        foreach (var who in (HttpClient[])[Tutor, Teacher])
        {
            var feed = (string)(await who.Post("/api/v1/me/calendar-feed").Ok())["path"]!;
            Assert.That(await Anonymous().GetStringAsync(feed), Does.Contain("Первый шаг маршрута"), nameof(ReadCalendarFeed));
        }
    }
}
